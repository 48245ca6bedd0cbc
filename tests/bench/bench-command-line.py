#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long one assessment takes on the command line, beside a program that only starts and ends.

Usage: bench-command-line.py UNKNOT EMPTY
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

RUNS = 41
UNKNOT, EMPTY = sys.argv[1:]
ANSWERS = pathlib.Path(os.environ["G_TEST_SRCDIR"], "tests", "fixtures", "rules", "U18.json")


def measure(*command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


calls, floors = [], []
for _ in range(RUNS):
    floors.append(measure(EMPTY))
    calls.append(measure(UNKNOT, "--assess", ANSWERS))

call, floor = statistics.median(calls), statistics.median(floors)
print(f"unknot --assess: {call:.1f} ms, {call / floor:.2f} × an empty program's {floor:.1f} ms "
      f"(medians of {RUNS}; target: 40 ms)")
