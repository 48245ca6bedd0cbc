#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in the diary is found, filtered, copied and deleted by the keyboard alone."""
import unittest

import journey

DUPLICATE = 1  # in the menu of an entry

class History(journey.Journey):
    def count(self):
        [(count,)] = self.unknot.query("SELECT count (*) FROM episode WHERE deleted IS NULL")
        return count

    def find(self, name):
        """What is shown whose name begins so."""
        for node in journey.walk(self.unknot.application):
            if (node.get_name() or "").startswith(name) and \
                    journey.is_in_state(node, journey.Atspi.StateType.SHOWING):
                return node
        return None

    def wait_for(self, name):
        self.unknot.wait(lambda: self.find(name) is not None, f"“{name}”")

    def wait_for_end(self, name):
        self.unknot.wait(lambda: self.find(name) is None, f"the end of “{name}”")

    def wait_for_focus(self, name):
        self.unknot.wait(lambda: self.unknot.focus.get_name().startswith(name),
                         f"the focus on “{name}”")

    def log(self, pain):
        n_logged = self.count()
        self.unknot.press("n", "Ctrl")
        self.wait_for_focus("0")
        self.unknot.go_to_option(str(pain), "Right")
        self.unknot.choose()
        self.unknot.tab_to("Save")
        self.unknot.press("Enter")
        self.unknot.wait(lambda: self.count() == n_logged + 1, "the spasm on the disk")
        self.unknot.wait(lambda: self.unknot.focus.get_name() == "Log Another Spasm",
                         "the end of the dialog")

    def go_to_row(self, name):
        """Goes to the row of an entry from one above it."""
        for _ in range(10):
            if self.unknot.focus.get_name().startswith(name):
                return
            self.unknot.move("Down")
        raise AssertionError(f"Down does not come to “{name}”")

    def choose_in_menu(self, place):
        """Chooses the item at a place: GTK tells no names of items."""
        self.unknot.press("F10", "Shift")
        self.unknot.wait(lambda: self.unknot.focus.get_role_name() == "menu item", "the menu")
        for _ in range(place):
            self.unknot.move("Down")
        self.unknot.press("Enter")

    def test_history(self):
        self.unknot.environment["UNKNOT_NOW"] = "2026-11-21T14:05:00"
        self.welcome()
        self.log(3)
        self.log(8)

        # The newest has the focus.
        self.unknot.press(journey.HISTORY, "Alt")
        self.wait_for_focus("Spasm, 8 of 10")

        # Nothing matching is said, and taken back by Escape.
        self.unknot.press("f", "Ctrl")
        self.unknot.wait(lambda: self.unknot.focus.get_role_name() == "entry",
                         "the search")
        for letter in "golf":
            self.unknot.press(letter)
        self.wait_for("Nothing Matches")
        self.unknot.press("Escape")
        self.wait_for("Spasm, 3 of 10")

        # A filter is seen, holds, and goes by its chip.
        self.unknot.tab_to("Filter…")
        self.unknot.press("Enter")
        self.wait_for("How Bad at Its Worst")
        self.unknot.tab_to("At least")
        for _ in range(5):
            self.unknot.press("Up")
        self.wait_for_end("Spasm, 3 of 10")
        self.unknot.press("Escape")
        self.wait_for_focus("Filter…")
        self.assertIsNotNone(self.find("Spasm, 8 of 10"))
        self.unknot.tab_to("Remove filter: Pain 5 or more")
        self.unknot.press("Enter")
        self.wait_for_focus("Filter…")
        self.wait_for("Spasm, 3 of 10")

        # One like it is logged from its menu.
        self.unknot.press("Tab")
        self.wait_for_focus("Spasm, 8 of 10")
        self.choose_in_menu(DUPLICATE)
        self.wait_for_focus("8")
        self.unknot.tab_to("Save")
        self.unknot.press("Enter")
        self.unknot.wait(lambda: self.count() == 3, "the copy on the disk")

        # One is deleted by a key, and comes back.
        self.wait_for_focus("Spasm, 8 of 10")
        self.go_to_row("Spasm, 3 of 10")
        self.unknot.press("Delete")
        self.wait_for_end("Spasm, 3 of 10")
        self.assertEqual(self.count(), 2)
        self.unknot.press("z", "Ctrl")
        self.wait_for("Spasm, 3 of 10")
        self.assertEqual(self.unknot.query("SELECT worst FROM episode WHERE deleted IS NULL "
                                    "ORDER BY worst"), [(3,), (8,), (8,)])


if __name__ == "__main__":
    unittest.main()
