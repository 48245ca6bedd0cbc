#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The emergency page: there at once, not left by accident, and changing nothing."""
import unittest

import journey
import protocol

BLADDER = protocol.QUESTIONS["bladder"]
WARNING = "Your answers so far mean: call for help now"
GO_ON = "Go On With the Check-Up"


class Emergency(journey.Journey):
    def setUp(self):
        super().setUp()
        self.begin()
        self.unknot.answer(BLADDER, "gone")
        self.unknot.wait_for_emergency()

    def tab_around(self):
        """The names of all that Tab comes to."""
        names = []
        first = self.unknot.focus.get_name()
        while not names or names[-1] != first:
            self.unknot.move("Tab")
            names.append(self.unknot.focus.get_name())
        return names

    def assert_stays(self):
        """What the last key did has been done when the next one has moved the focus."""
        self.unknot.move("Tab")
        self.assertTrue(self.unknot.is_in_emergency())

    def test_what_it_says(self):
        because = f"Because of: {BLADDER.short_text}"
        self.unknot.wait(lambda: self.unknot.announcements, "the announcement")
        self.assertEqual(self.unknot.announcements, ["Call 112 now. " + because])
        shown = [node.get_name() for node in journey.walk(self.unknot.page)]
        for text in ("Call 112 now", "112", because, "Copy Number"):
            self.assertIn(text, shown)
        self.assertEqual(len([text for text in shown if text[:3] in ("1. ", "2. ", "3. ")]), 3)

    def test_not_left_by_accident(self):
        for key, modifier in (("Escape", None), ("Left", "Alt"), ("g", "Alt")):
            self.unknot.press(key, modifier)
            self.assert_stays()
        self.assertNotIn(GO_ON, self.tab_around())
        self.unknot.tab_to(journey.CALLED)
        self.unknot.choose()
        self.assertIn(GO_ON, self.tab_around())
        for key, modifier in (("Escape", None), ("Left", "Alt")):
            self.unknot.press(key, modifier)
            self.assert_stays()

    def test_going_on_keeps_the_level(self):
        answers = protocol.load_answers("S01") | {"bladder": "gone"}
        self.unknot.go_on()
        self.assertEqual(self.unknot.title, "Right Now")
        self.assertIsNotNone(self.unknot.find("label", WARNING))
        rest = {question: answer for question, answer in answers.items() if question != "bladder"}
        for _ in protocol.PAGES:
            self.unknot.answer_page(rest)
            self.unknot.next()
        result = self.check_result(answers)
        self.assertEqual(result.title, "Call 112 now")

        # From the result the number is one key away, and nobody is asked again whether they called.
        self.unknot.tab_to("Show the Number")
        self.unknot.press("Enter")
        self.unknot.wait_for_emergency()
        self.unknot.press("Escape")
        self.assert_stays()
        self.assertIn(GO_ON, self.tab_around())

    def test_changing_the_answer(self):
        self.unknot.tab_to("Look at My Answers Again")
        self.unknot.press("Enter")
        self.unknot.wait_for_page("Right Now")
        self.unknot.wait(self.unknot.look_for_focus, "the focus")
        self.assertIsNotNone(self.unknot.find("label", WARNING))
        self.assertEqual(self.unknot.read_page()["bladder"], ["gone"])

        # An arrow only passes by an answer. Another course keeps it: the page is not shown again, as it
        # was seen.
        self.unknot.move("Up")
        self.assertEqual(self.unknot.read_page()["bladder"], ["gone"])
        self.unknot.choose()
        self.assertEqual(self.unknot.read_page()["bladder"], ["new"])
        self.assertIsNotNone(self.unknot.find("label", WARNING))

        self.unknot.move("Tab", "Shift")
        self.assertEqual(self.unknot.get_question(), BLADDER)
        self.unknot.go_to_option("No", "Left")
        self.unknot.choose()
        self.assertEqual(self.unknot.read_page()["bladder"], ["no"])
        self.assertIsNone(self.unknot.find("label", WARNING))

        # And it comes back when the answer does.
        self.unknot.answer(BLADDER, "new")
        self.unknot.wait_for_emergency()


if __name__ == "__main__":
    unittest.main()
