#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pain and function, asked every week of who wants that, and of nobody else."""
import unittest

import journey

QUESTION = "How was the past week?"


class Function(journey.Journey):
    def start(self, time):
        self.unknot.environment["UNKNOT_NOW"] = time
        self.unknot.start()
        self.unknot.wait_for_focus("Log a Spasm")

    def answer(self, numbers):
        for number in numbers:
            self.unknot.tab_to("0")
            self.unknot.go_to_option(str(number), "Right")
            self.unknot.choose()

    def test_function(self):
        self.unknot.environment["UNKNOT_NOW"] = "2026-11-16T08:00:00"
        self.welcome()
        self.assertFalse(self.unknot.shows(QUESTION))

        # Wanted: asked at once; answered, and killed the moment it says that it is saved.
        self.unknot.press(",", "Ctrl")
        self.unknot.wait_for_text("Preferences")
        self.unknot.tab_to("Ask About Pain and Function")
        self.unknot.choose()
        self.unknot.press("Escape")
        self.unknot.wait_for_text(QUESTION)
        self.unknot.press_button("Answer…")
        self.unknot.wait_for_text("The Past Week")
        self.answer([6, 4, 5])
        self.unknot.press_button("Save")
        self.unknot.wait_for_text("Answers saved")
        self.unknot.kill()
        self.assertEqual(self.unknot.query("SELECT pain, enjoyment, activity FROM peg"),
                         [(6, 4, 5)])

        # In the same week it is quiet.
        self.start("2026-11-22T20:00:00")
        self.assertFalse(self.unknot.shows(QUESTION))
        self.unknot.kill()

        # A week later it asks, and takes no for an answer.
        self.start("2026-11-23T08:00:00")
        self.unknot.wait_for_text(QUESTION)
        self.unknot.press_button("Not This Week")
        self.unknot.wait_for_focus("Log a Spasm")
        self.unknot.wait_until_gone(QUESTION)
        self.assertEqual(self.unknot.quit(), 0)
        self.start("2026-11-24T08:00:00")
        self.assertFalse(self.unknot.shows(QUESTION))


if __name__ == "__main__":
    unittest.main()
