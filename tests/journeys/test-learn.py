#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from page to page by the keyboard, back and forward, finds a page, and asks for help."""
import unittest

import journey

SIGNS = "When is back pain an emergency?"
HEAT = "Should I use heat or cold?"
MEDICINE = "Which medicine can help?"


class Learn(journey.Journey):
    def open_learn(self):
        self.welcome()
        self.unknot.press(journey.LEARN, "Alt")
        self.unknot.pages = None
        return self.unknot.wait_for_page("Learn")

    def wait_for_heading(self, title):
        """Waits for a page that begins with its heading, which has the focus."""
        self.unknot.wait(lambda: self.unknot.focus.get_role_name() == "heading" and
                         self.unknot.focus.get_name() == title, f"the heading “{title}”")

    def open_row(self, title, modifier=None):
        """From a page, backwards: within words, Tab goes from link to link."""
        self.unknot.choose_row(title, modifier)
        self.wait_for_heading(title)
        self.unknot.wait_for_page(title)

    def test_learn(self):
        page = self.open_learn()
        self.assertIn("Is it dangerous?", [node.get_name() for node in journey.walk(page)])

        # From page to page by its rows, back, and forward again.
        self.open_row(HEAT)
        self.open_row(MEDICINE, "Shift")
        self.unknot.press("Left", "Alt")
        self.unknot.wait_for_page(HEAT)
        self.unknot.press("Left", "Alt")
        self.unknot.wait_for_page("Learn")
        self.unknot.press("Right", "Alt")
        self.unknot.wait_for_page(HEAT)
        self.unknot.press("Right", "Alt")
        self.unknot.wait_for_page(MEDICINE)

        # Found by a word from wherever one is.
        self.unknot.press("f", "Ctrl")
        self.unknot.wait_for_page("Learn")
        for letter in "lidoc":
            self.unknot.press(letter)
        self.unknot.wait(self.find_hit, "what was found")
        self.unknot.press("Enter")
        self.unknot.wait(lambda: self.unknot.title not in ("", "Learn"), "the page that has it")

        # Back to what was found, and to the check-up.
        self.unknot.press("Escape")
        self.unknot.wait_for_page("Learn")
        self.unknot.wait(self.find_hit, "what was found")
        self.unknot.show_view(journey.CHECK_UP, "Start the Check-Up")

    def find_hit(self):
        for node in journey.walk(self.unknot.page):
            if node.get_role_name() == "list item" and "lidocaine" in node.get_name():
                return node
        return None

    def test_to_the_check_up(self):
        """From the warning signs to the questions."""
        self.open_learn()
        self.open_row(SIGNS)
        self.unknot.choose_row("Go to the Check-Up", "Shift")
        self.unknot.wait_for_focus("Start the Check-Up")

    def test_help(self):
        self.welcome()
        self.unknot.press("F1")
        self.wait_for_heading("How do I keep the diary?")
        self.unknot.press("Escape")
        self.unknot.show_view(journey.CHECK_UP, "Start the Check-Up")
        self.unknot.press("F1")
        self.wait_for_heading("How does the check-up work?")

        # It lies over what was shown, an entry that was begun, too.
        self.unknot.press("Escape")
        self.unknot.wait_for_focus("Start the Check-Up")
        self.unknot.press("n", "Ctrl")
        self.unknot.wait_for_focus("0")
        self.unknot.press("F1")
        self.wait_for_heading("How do I keep the diary?")
        self.unknot.press("Escape")
        self.unknot.wait_for_focus("0")


if __name__ == "__main__":
    unittest.main()
