#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans a visit to the doctor, goes there, and tells what came of it, by the keyboard alone."""
import unittest

import journey

PLAN = 1  # in the main menu
OUTCOME = "What came of the doctor’s visit?"


class Visit(journey.Journey):
    def start(self, time):
        self.unknot.environment["UNKNOT_NOW"] = time
        self.unknot.start()
        self.unknot.wait_for_focus("Log a Spasm")

    def type(self, text):
        for letter in text:
            self.unknot.press({"\n": "Enter", " ": "space"}.get(letter, letter))
        self.unknot.wait(lambda: journey.read_entry(self.unknot.focus) == text,
                         f"“{text}” to be typed")

    def plan(self):
        self.unknot.choose_in_menu(PLAN)
        self.unknot.wait_for_text("Plan a Visit")

    def open_row(self, title, focus):
        self.unknot.choose_row(title)
        self.unknot.wait_for_text("Visit to the Doctor")
        self.unknot.wait_for_focus(focus)

    def test_visit(self):
        self.unknot.environment["UNKNOT_NOW"] = "2026-11-16T08:00:00"
        self.welcome()

        # Monday: planned for tomorrow.
        self.plan()
        self.unknot.tab_to("Time")
        self.unknot.press("a", "Ctrl")
        self.type("10:30")
        self.unknot.tab_to("Questions to Ask")
        self.type("is a scan needed\nmay i swim")
        self.unknot.tab_to("Goals")
        self.type("carry shopping")
        self.unknot.press("Enter", "Ctrl")
        self.unknot.wait_for_text("Doctor’s visit tomorrow, 10:30")
        self.unknot.wait_for_text("2 questions to ask")
        self.unknot.kill()
        self.assertEqual(self.unknot.query("SELECT at_day, questions, goals, outcome FROM visit"),
                         [(20261117, "is a scan needed\nmay i swim", "carry shopping", "")])

        # Tuesday: looked at, and closed as it was.
        self.start("2026-11-17T09:00:00")
        self.open_row("Doctor’s visit today, 10:30", "Day: Today")
        self.unknot.press("Escape")
        self.unknot.wait_until_gone("Visit to the Doctor")
        self.assertEqual(self.unknot.quit(), 0)

        # Wednesday: what came of it, undone, and not to be asked any more.
        self.start("2026-11-18T09:00:00")
        self.open_row(OUTCOME, "What Came of It")
        self.type("no scan")
        self.unknot.press("Enter", "Ctrl")
        self.unknot.wait_for_text("Visit changed")
        self.unknot.wait_until_gone(OUTCOME)
        self.unknot.wait_for_focus("Log a Spasm")
        self.assertEqual(self.unknot.query("SELECT outcome FROM visit"), [("no scan",)])
        self.unknot.tab_to("Undo")
        self.unknot.press("Enter")
        self.unknot.wait_for_text(OUTCOME)
        self.unknot.tab_to("Do Not Ask")
        self.unknot.press("Enter")
        self.unknot.wait_for_focus("Log a Spasm")
        self.assertEqual(self.unknot.quit(), 0)

        # Thursday: it is not asked, and the next plan goes on where this one was.
        self.start("2026-11-19T09:00:00")
        self.assertFalse(self.unknot.shows(OUTCOME))
        self.plan()
        self.unknot.tab_to("Goals")
        self.assertEqual(journey.read_entry(self.unknot.focus), "carry shopping")
        self.unknot.press("Enter", "Ctrl")
        self.unknot.wait_for_text("Doctor’s visit tomorrow, 09:00")
        self.assertEqual(self.unknot.quit(), 0)
        self.assertEqual(self.unknot.query("SELECT at_day, goals FROM visit ORDER BY at"),
                         [(20261117, "carry shopping"), (20261120, "carry shopping")])


if __name__ == "__main__":
    unittest.main()
