#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not answered: named, left out knowingly, never taken for a “no”."""
import unittest

import journey
import protocol

DENY = "No to the Rest of This Page"
LEFT_OUT = ["saddle-numbness", "balance", "chest"]


def name(*questions):
    return "Not answered: " + " · ".join(protocol.QUESTIONS[question].short_text
                                         for question in questions)


class LeftOut(journey.Journey):
    def test_emergency_items(self):
        answers = protocol.load_answers("U07")
        given = {question: answer for question, answer in answers.items()
                 if question not in LEFT_OUT}
        self.begin()
        for page, questions in protocol.PAGES.items():
            self.unknot.answer_page(given)
            left_out = [question.id for question in questions if question.id in LEFT_OUT]
            if left_out:
                self.assertEqual(self.unknot.leave_out(), name(*left_out), page)
            else:
                self.unknot.next()

        result = self.check_result(given)
        self.assertEqual(result.lines, [
            "First answer what is still open on the first two pages",
            "At least: get seen today. Not finished.",
        ])
        self.assertEqual(result.get_names("Not Answered"),
                         [protocol.QUESTIONS[question].name for question in LEFT_OUT])
        self.answer_what_is_missing(answers)

    def answer_what_is_missing(self, answers):
        self.unknot.tab_to("Answer What Is Missing")
        self.unknot.press("Enter")
        self.unknot.wait(lambda: self.unknot.get_question() is not None, "the focus on a question")
        self.assertEqual(self.unknot.get_question().id, LEFT_OUT[0])
        self.assertEqual(self.unknot.title, "Right Now")
        self.unknot.answer_page({question: answers[question] for question in LEFT_OUT})
        self.unknot.next()
        self.unknot.answer_page({question: answers[question] for question in LEFT_OUT})
        for _ in list(protocol.PAGES)[1:]:
            self.unknot.next()
        result = self.check_result(answers)
        self.assertEqual(result.lines, ["Within 24 hours"])

    def test_nothing_answered(self):
        self.begin()
        for _ in protocol.PAGES:
            self.unknot.leave_out()
        result = self.check_result({})
        self.assertEqual(result.lines[0], "First answer what is still open on the first two pages")
        self.assertNotIn("Why", result.parts)

    def test_next_names_what_is_open(self):
        """And leads to the first of them; it is named until it is answered."""
        answers = protocol.load_answers("S01")
        open_questions = ["bowel", "limb-weakness"]
        self.begin()
        self.unknot.answer_page({question: answer for question, answer in answers.items()
                                 if question not in open_questions})
        self.unknot.tab_to("Next")
        self.unknot.move("Enter")
        self.assertEqual(self.unknot.get_question().id, "bowel")
        self.unknot.wait(lambda: self.unknot.announcements == [name(*open_questions)],
                         "the announcement")
        self.assertIsNotNone(self.unknot.find("label", name(*open_questions)))
        self.assertIsNotNone(self.unknot.find("label", "Not answered yet"))
        self.unknot.answer(protocol.QUESTIONS["bowel"], "no")
        self.unknot.move("n", "Alt")
        self.assertEqual(self.unknot.get_question().id, "limb-weakness")
        self.unknot.answer(protocol.QUESTIONS["limb-weakness"], "no")
        self.assertIsNone(self.unknot.find("label", "Not answered yet"))
        self.unknot.next()


class NoToTheRest(journey.Journey):
    def check_absent(self):
        self.assertIsNone(self.unknot.find("button", DENY))
        self.unknot.press("r", "Alt")
        self.unknot.move("Tab")
        self.assertEqual(set(map(tuple, self.unknot.read_page().values())), {()})

    def deny(self):
        self.assertIsNotNone(self.unknot.find("button", DENY))
        self.unknot.choose("r", "Alt")
        return self.unknot.read_page()

    def test_pages(self):
        """It fills what has a “no”, changes no answer, and leaves numbers and the onset alone."""
        given = {"fever": "yes", "infection-risk": ["diabetes"], "pregnant": "not-sure",
                 "location": ["middle"]}
        unfilled = {"age", "disc-or-stenosis", "duration-days", "onset", "severity", "otc-days"}
        self.begin()
        self.check_absent()
        self.unknot.leave_out()
        self.check_absent()
        self.unknot.leave_out()
        for title in list(protocol.PAGES)[2:]:
            self.unknot.answer_page(given)
            shown = self.deny()
            for question, codes in shown.items():
                kind = protocol.QUESTIONS[question].kind
                self.assertEqual(codes,
                                 protocol.as_list(given[question]) if question in given
                                 else [] if question in unfilled
                                 else ["no"] if kind in ("sign", "flag")
                                 else ["none"], question)
            left = [question for question in shown if question in unfilled]
            if left:
                self.assertEqual(self.unknot.leave_out(), name(*left), title)
            else:
                self.unknot.next()
        self.unknot.wait_for_page("Result")


if __name__ == "__main__":
    unittest.main()
