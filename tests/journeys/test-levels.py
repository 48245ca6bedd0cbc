#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One check-up to each of the four levels, from the first page to the result."""
import unittest

import journey
import protocol

ALWAYS = ["What to Do", "Why"]


class Levels(journey.Journey):
    def go(self, name, key):
        answers = protocol.load_answers(name)
        self.begin()
        for _ in protocol.PAGES:
            self.unknot.answer_page(answers)
            self.unknot.next(key)
        return self.check_result(answers)

    def test_emergency(self):
        result = self.go("E03", None)
        self.assertEqual(result.lines, [])
        self.assertIn("Show the Number", result.buttons)
        self.assertEqual(result.get_names("Why"), [
            "Numb or changed feeling between the legs: "
            "Started in the last 14 days, or is getting worse (however old it is)",
        ])
        self.assertIn("112", result.parts["What to Do"][0][0])
        self.assertTrue(set(ALWAYS) <= set(result.parts))

    def test_urgent(self):
        result = self.go("U07", "Enter")
        self.assertEqual(result.lines, ["Within 24 hours"])
        self.assertNotIn("Show the Number", result.buttons)
        self.assertEqual(result.get_names("Why"), ["Pain all night that no position eases: Yes"])
        self.assertTrue({*ALWAYS, "Signs That Call for More"} <= set(result.parts))

    def test_doctor(self):
        result = self.go("D01", None)
        self.assertEqual(result.lines, ["Within days"])
        self.assertEqual(result.get_names("Why"), ["Days since this spasm began: 14 days"])
        self.assertTrue({*ALWAYS, "Meanwhile", "Signs That Call for More"} <= set(result.parts))
        self.unknot.press("p", "Ctrl")
        self.unknot.wait_for_window("Print")

    def test_self_care(self):
        """And what comes after the result: it can be looked at again, also another day."""
        answers = protocol.load_answers("S01")
        result = self.go("S01", "space")
        self.assertEqual(result.lines, ["Check again by day 14 of the spasm at the latest"])
        self.assertTrue({*ALWAYS, "Signs That Call for More"} <= set(result.parts))

        self.unknot.tab_to("Done")
        self.unknot.press("Enter")
        self.unknot.wait_for_focus("New Check-Up")
        self.assertEqual(self.unknot.quit(), 0)

        self.unknot.start()
        self.unknot.show_view(journey.CHECK_UP, "New Check-Up")
        self.unknot.tab_to("Show the Last Result")
        self.unknot.press("Enter")
        self.assertEqual(self.check_result(answers), result)


if __name__ == "__main__":
    unittest.main()
