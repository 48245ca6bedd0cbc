#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A week with the diary, in which the program is killed and closed: nothing is lost."""
import json
import unittest

import journey

GOING_ON = "SELECT count (*) FROM episode WHERE ended IS NULL"
NOT_DELETED = "SELECT count (*) FROM episode WHERE deleted IS NULL"
NOTE = "lifted a crate, then it caught"


class Week(journey.Journey):
    def start(self, time, focus):
        """Starts the program at a time of the week from Monday, 16 November 2026."""
        self.unknot.environment["UNKNOT_NOW"] = time
        self.unknot.start()
        self.unknot.wait_for_focus(focus)

    def read_draft(self):
        """The half of an entry that is on the disk."""
        for path in self.unknot.data.glob("*/entry.json"):
            return json.loads(path.read_text(encoding="utf-8"))
        return {}

    def wait_for_entry(self, name):
        self.unknot.wait(lambda: any((node.get_name() or "").startswith(name + ", ")
                                     for node in journey.walk(self.unknot.application)),
                         f"the entry “{name}”")

    def log(self, pain):
        """Logs a spasm that starts now, from the first view."""
        self.unknot.press("n", "Ctrl")
        self.unknot.wait(lambda: self.find_dialog() is not None, "the dialog")
        self.choose_pain(pain)

    def find_dialog(self):
        for node in journey.walk(self.unknot.application):
            if node.get_name() == "Log a Spasm" and node.get_role_name() == "dialog":
                return node
        return None

    def choose_pain(self, pain):
        self.unknot.tab_to("0")
        self.unknot.go_to_option(str(pain), "Right")
        self.unknot.choose()

    def test_week(self):
        self.unknot.environment["UNKNOT_NOW"] = "2026-11-16T08:00:00"
        self.welcome()

        # Monday: logged, and killed the moment it says that it is saved.
        self.log(6)
        self.unknot.press_button("Save")
        self.unknot.wait_for_text("Spasm saved")
        self.unknot.kill()
        self.assertEqual(self.unknot.query("SELECT worst, ended FROM episode"), [(6, None)])

        # An hour later it is worse; closed as a person would.
        self.start("2026-11-16T09:00:00", "Log Another Spasm")
        self.unknot.wait_for_text("Spasm since 08:00 · 1 h")
        self.unknot.tab_to("0")
        self.unknot.go_to_option("8", "Right")
        self.unknot.press("space")
        self.unknot.wait_for_text("Noted: 8 of 10")
        self.assertEqual(self.unknot.quit(), 0)
        self.assertEqual(self.unknot.query("SELECT worst, current FROM episode"), [(8, 8)])

        # Tuesday: it is over; killed.
        self.start("2026-11-17T07:30:00", "Log Another Spasm")
        self.unknot.press_button("It’s Over")
        self.unknot.wait_for_text("Noted: the spasm is over")
        self.unknot.kill()

        # Wednesday: nothing hurts.
        self.start("2026-11-18T20:00:00", "Log a Spasm")
        self.unknot.wait_for_text("1 day without a spasm")
        self.unknot.press_button("No Pain Today")
        self.unknot.wait_for_text("Noted: no pain today")
        self.unknot.kill()

        # Thursday: half an entry, and killed; it is there again.
        self.start("2026-11-19T10:00:00", "Log a Spasm")
        self.log(4)
        self.unknot.wait(lambda: self.read_draft().get("chosen"), "the number in the draft")
        self.unknot.kill()
        self.assertEqual(self.unknot.query("SELECT count (*) FROM episode"), [(1,)])
        self.start("2026-11-19T10:05:00", "Log a Spasm")
        self.unknot.press_button("Continue")
        self.unknot.wait_for_focus("4")
        self.unknot.press_button("Save")
        self.unknot.wait_for_text("Spasm saved")
        self.unknot.kill()

        # Friday: over, undone, over.
        self.start("2026-11-20T09:00:00", "Log Another Spasm")
        self.unknot.press_button("It’s Over")
        self.unknot.wait_for_text("Noted: the spasm is over")
        self.unknot.press_button("Undo")
        self.unknot.wait(lambda: self.unknot.focus.get_name() != "Undo", "the focus after Undo")
        self.unknot.wait(lambda: self.unknot.query(GOING_ON) == [(1,)], "the spasm to go on")
        self.unknot.press_button("It’s Over")
        self.unknot.wait(lambda: self.unknot.query(GOING_ON) == [(0,)], "the spasm to be over")
        self.assertEqual(self.unknot.quit(), 0)

        # Saturday: one too many, deleted; another one at once, taken back by Undo.
        self.start("2026-11-21T14:05:00", "Log a Spasm")
        self.log(2)
        self.unknot.press_button("Save")
        self.unknot.wait_for_text("Spasm saved")
        self.unknot.press_button("Undo")
        self.unknot.wait(lambda: self.unknot.focus.get_name() != "Undo", "the focus after Undo")
        self.unknot.wait(lambda: self.unknot.query(NOT_DELETED) == [(2,)], "the spasm to be gone")
        self.assertEqual(self.unknot.quit(), 0)

        # Sunday: all of it is there, on the page as on the disk.
        self.start("2026-11-22T12:00:00", "Log a Spasm")
        self.unknot.press_button("All Entries")
        self.unknot.wait_for_text("November 2026")
        for entry in ("Spasm, 8 of 10", "Spasm, 4 of 10", "No pain"):
            self.wait_for_entry(entry)
        self.assertEqual(
            self.unknot.query("SELECT started_day, worst, ended_day FROM episode ORDER BY started"),
            [(20261116, 8, 20261117), (20261119, 4, 20261120)])
        self.assertEqual(self.unknot.query("SELECT pain FROM reading"), [(8,)])
        self.assertEqual(self.unknot.query("SELECT at_day, painless FROM day"), [(20261118, 1)])
        self.assertEqual(self.unknot.query("PRAGMA integrity_check"), [("ok",)])


if __name__ == "__main__":
    unittest.main()
