#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to its first frame, and how much memory it then has, beside an empty
window with a header bar; and the same for the very first start, which welcomes the person.

Usage: bench-window.py UNKNOT EMPTY-WINDOW FIRST-FRAME.SO
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 21
UNKNOT, EMPTY, FIRST_FRAME = sys.argv[1:]
TIME_BOUND, MEMORY_BOUND = 1.25, 1.15

SETTINGS = """
[io/github/unknot/Unknot]
welcomed=true
country='DE'
[io/github/unknot/Unknot/Devel]
welcomed=true
country='DE'
"""


def measure(program, settings=""):
    """Milliseconds from the start to the first frame, and MiB of memory (PSS) at that moment."""
    folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath("keyfile").write_text(settings)
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, LD_PRELOAD=FIRST_FRAME, XDG_DATA_HOME=home,
                           GSETTINGS_BACKEND="keyfile", GTK_A11Y="none")
        start = time.perf_counter()
        process = subprocess.Popen([program], env=environment, text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = process.stdout.readline()
        duration = (time.perf_counter() - start) * 1000
        if line != "painted\n":
            sys.exit(f"{program} painted no frame.")
        memory = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text()
        process.communicate("\n")
    pss = next(row for row in memory.splitlines() if row.startswith("Pss:"))
    return duration, int(pss.split()[1]) / 1024


def report(what, unit, own, floor, bound):
    """The medians are what counts; the least of each, which other work disturbs least, stand by."""
    median, least = statistics.median(own), min(own)
    print(f"window, {what}: {median:.1f} {unit}, {median / statistics.median(floor):.2f} × an empty "
          f"window's {statistics.median(floor):.1f} {unit} (medians of {RUNS}; least: {least:.1f} "
          f"{unit}, {least / min(floor):.2f} ×; bound: {bound} ×)")


starts, first_starts, floors = [], [], []
for run in range(-1, RUNS):
    measured = measure(UNKNOT, SETTINGS), measure(UNKNOT), measure(EMPTY)
    if run < 0:
        continue  # what the system reads from the disk once
    for runs, values in zip((starts, first_starts, floors), measured):
        runs.append(values)

for name, runs in ("start", starts), ("first start of all", first_starts):
    report(f"{name} to first frame", "ms", [run[0] for run in runs], [run[0] for run in floors],
           TIME_BOUND)
    report(f"memory after {name}", "MiB", [run[1] for run in runs], [run[1] for run in floors],
           MEMORY_BOUND)
