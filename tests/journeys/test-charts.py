#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the charts of a year by the keyboard, their numbers as a table, and goes to a day."""
import unittest

import journey

DAYS = "Days by worst pain"


class Demo(journey.Unknot):
    """The program, with a diary of the year until 21 November 2026."""

    def __init__(self):
        super().__init__()
        self.command.append("--demo")
        self.environment["UNKNOT_NOW"] = "2026-11-21T14:05:00"


class Charts(journey.Journey):
    program = Demo

    def open_charts(self):
        self.unknot.start()
        self.unknot.press(journey.HISTORY, "Alt")
        self.unknot.pages = None
        self.unknot.wait_for_page("History")
        self.unknot.wait(self.find_entries, "the entries")
        self.unknot.press("a", "Alt")
        self.unknot.wait(lambda: self.find("grouping", DAYS), "the charts")
        self.unknot.settle()

    def find(self, role, name):
        for node in journey.walk(self.unknot.application):
            if node.get_role_name() == role and node.get_name() == name:
                return node
        return None

    def read(self, key):
        """What is said when a key leads from datum to datum."""
        heard = len(self.unknot.announcements)
        self.unknot.press(key)
        self.unknot.wait(lambda: len(self.unknot.announcements) > heard, f"a value by {key}")
        return self.unknot.announcements[-1]

    def test_charts(self):
        self.open_charts()

        # Days one after the other, and weeks.
        self.unknot.tab_to(DAYS)
        self.assertRegex(self.unknot.focus.get_description(),
                         r"^At Saturday, 21 November 2026: .* 2025 – .* 2026: spasms on \d+ of 356 days\.")
        self.assertRegex(self.read("Up"), "^Friday, 20 November 2026: ")
        self.assertRegex(self.read("Left"), "^Friday, 13 November 2026: ")
        self.assertRegex(self.read("Right"), "^Friday, 20 November 2026: ")

        # The same numbers as a table, from where they can be taken along.
        self.unknot.tab_to("Show as Table")
        self.unknot.press("Enter")
        table = self.unknot.wait(lambda: self.find("tree table", DAYS), "the table")
        self.assertIn("Worst pain", [node.get_name() for node in journey.walk(table)])
        self.unknot.wait_for_focus("Copy")
        self.unknot.press("c", "Ctrl")
        self.unknot.wait(lambda: "The table is copied" in self.unknot.announcements[-1],
                         "that it is copied")
        self.unknot.press("Escape")
        self.unknot.wait_for_focus("Show as Table")

        # Other charts, past all that is in this one, each a single stop.
        self.unknot.tab_to("Weekday when spasms began")
        self.assertRegex(self.read("Right"), r"day: \d+ of \d+ spasms$")

    def test_to_a_day(self):
        self.open_charts()
        self.unknot.tab_to(DAYS)
        self.unknot.press("Enter")
        self.unknot.wait(lambda: self.find("button", "Remove filter: Today"), "the list of a day")
        self.unknot.wait(lambda: len(self.find_entries()) == 1, "the one entry of it")

    def find_entries(self):
        return [node for node in journey.walk(self.unknot.application)
                if node.get_role_name() == "list item"]


if __name__ == "__main__":
    unittest.main()
