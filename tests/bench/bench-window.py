#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to its first frame, and how much memory it then has, beside an empty
window with a header bar; and the same for the very first start, which welcomes the person. Then how
long with a large diary, beside an empty one, until what is in it is shown.

Usage: bench-window.py UNKNOT EMPTY-WINDOW FIRST-FRAME.SO MAKE-DIARY
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 21
DIARY_RUNS = 41
OPENINGS = 9
UNKNOT, EMPTY, FIRST_FRAME, MAKE_DIARY = sys.argv[1:]
TIME_BOUND, MEMORY_BOUND, DIARY_BOUND = 1.25, 1.15, 1.05

SETTINGS = """
[io/github/unknot/Unknot]
welcomed=true
country='DE'
[io/github/unknot/Unknot/Devel]
welcomed=true
country='DE'
"""


def start(program, home, settings=""):
    """The process, stopped at its first frame, the time it was started, and the milliseconds since."""
    folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath("keyfile").write_text(settings)
    environment = dict(os.environ, LD_PRELOAD=FIRST_FRAME, XDG_DATA_HOME=home,
                       GSETTINGS_BACKEND="keyfile", GTK_A11Y="none")
    began = time.perf_counter()
    process = subprocess.Popen([program], env=environment, text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    line = process.stdout.readline()
    duration = (time.perf_counter() - began) * 1000
    if line != "painted\n":
        sys.exit(f"{program} painted no frame.")
    return process, began, duration


def measure(program, settings=""):
    """Milliseconds from the start to the first frame, and MiB of memory (PSS) at that moment."""
    with tempfile.TemporaryDirectory() as home:
        process, _, duration = start(program, home, settings)
        memory = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text()
        process.communicate("\n")
    pss = next(row for row in memory.splitlines() if row.startswith("Pss:"))
    return duration, int(pss.split()[1]) / 1024


def measure_start(home):
    """Milliseconds from the start to the first frame, beside the diary in a home."""
    process, _, duration = start(UNKNOT, home, SETTINGS)
    process.communicate("\n")
    return duration


def measure_opening(home):
    """Milliseconds from the start to a frame that shows what is in the diary in a home, and how many
    of them the window was held up the longest since its first frame."""
    process, began, _ = start(UNKNOT, home, SETTINGS)
    process.stdin.write("watch\n")
    process.stdin.flush()
    longest = float(process.stdout.readline())
    duration = (time.perf_counter() - began) * 1000
    process.communicate()
    return duration, longest


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

with tempfile.TemporaryDirectory() as large, tempfile.TemporaryDirectory() as empty:
    subprocess.run([MAKE_DIARY, large], check=True)
    openings = {home: [measure_opening(home) for _ in range(OPENINGS + 1)][1:]  # after the backup
                for home in (large, empty)}
    starts = {large: [], empty: []}
    for run in range(DIARY_RUNS):
        for home in (large, empty) if run % 2 else (empty, large):
            starts[home].append(measure_start(home))

median, floor = statistics.median(starts[large]), statistics.median(starts[empty])
print(f"window, start to first frame with a large diary: {median:.1f} ms, {median / floor:.3f} × "
      f"an empty diary's {floor:.1f} ms (medians of {DIARY_RUNS}; least: "
      f"{min(starts[large]):.1f} ms, {min(starts[large]) / min(starts[empty]):.3f} ×; bound: "
      f"{DIARY_BOUND} ×)")
for name, home in ("a large", large), ("an empty", empty):
    shown, held_up = zip(*openings[home])
    print(f"window, start to what is in {name} diary: {statistics.median(shown):.0f} ms, held up in "
          f"the meantime for {statistics.median(held_up):.1f} ms at the longest (medians of "
          f"{OPENINGS}; the worst: {max(held_up):.1f} ms)")
