#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A check-up closed or killed in the middle goes on where it was; the next knows the person."""
import unittest

import journey
import protocol

PASSING = ["pregnant", "pregnancy-signs", "weight-loss", "old-signs-assessed"]
LAST = "urine"  # the last question answered before the end


class Resume(journey.Journey):
    def test_killed(self):
        answers = protocol.load_answers("E18-vomiting-fever")
        before = {}
        for question in protocol.QUESTIONS.values():
            if question.is_asked(answers):
                before[question.id] = answers[question.id]
            if question.id == LAST:
                break
        kept = {question: protocol.as_list(answer) for question, answer in before.items()}

        self.begin()
        for title in list(protocol.PAGES)[:3]:
            self.unknot.answer_page(before)
            if title != "Infection, Kidneys, Liver":
                self.unknot.next()
        self.unknot.wait(lambda: self.unknot.read_draft() == ("in-progress", kept),
                         "the last answer on the disk")
        self.unknot.kill()
        self.assertEqual(self.unknot.read_draft(), ("in-progress", kept))

        self.unknot.start()
        self.unknot.show_view(journey.CHECK_UP, "Go On Where I Stopped")
        self.unknot.press("Enter")
        self.unknot.wait_for_emergency()
        self.unknot.go_on()
        self.check_pages(kept)
        self.assertEqual(self.unknot.read_draft(), ("in-progress", kept))

        for title in list(protocol.PAGES)[2:]:
            self.unknot.answer_page({question: answer for question, answer in answers.items()
                                     if question not in before})
            self.unknot.next()
        self.check_result(answers)
        self.unknot.wait(lambda: self.unknot.read_draft()[0] == "completed",
                         "the end of the check-up on the disk")

    def check_pages(self, kept):
        """Each page shows the answers that were kept; the first open question has the focus."""
        title = self.unknot.title
        self.assertEqual(title, "Infection, Kidneys, Liver")
        self.assertEqual(self.unknot.get_question().id, "jaundice")
        for page in reversed(list(protocol.PAGES)[:3]):
            self.unknot.wait_for_page(page)
            asked = [question.id for question in protocol.PAGES[page]
                     if question.id in kept or question.id == "jaundice"]
            self.assertEqual(self.unknot.read_page(),
                             {question: kept.get(question, []) for question in asked})
            if page != "Right Now":
                self.unknot.press("Left", "Alt")
        self.unknot.next()
        self.unknot.next()
        self.unknot.wait_for_page(title)

    def test_closed(self):
        """Closing waits for the disk, however soon after the last answer."""
        signs = {"bladder": ["no"], "bowel": ["not-sure"], "saddle-numbness": ["no"]}
        self.begin()
        self.unknot.answer_page({sign: codes[0] for sign, codes in signs.items()})
        self.assertEqual(self.unknot.quit(), 0)
        self.assertEqual(self.unknot.read_draft(), ("in-progress", signs))

        self.unknot.start()
        self.unknot.show_view(journey.CHECK_UP, "Go On Where I Stopped")
        self.unknot.press("Enter")
        self.unknot.wait_for_page("Right Now")
        self.unknot.wait(lambda: self.unknot.get_question() == protocol.QUESTIONS["both-legs"],
                         "the focus on the first open question")
        shown = self.unknot.read_page()
        self.assertEqual({sign: codes for sign, codes in shown.items() if codes}, signs)

    def test_again(self):
        """What was said about oneself is filled in, and counts when it is confirmed."""
        answers = protocol.load_answers("D16-steroids")
        asked = [question for question in protocol.PAGES["About You"]
                 if question.is_asked(answers)]
        about_you = {question.id: [] if question.id in PASSING
                     else protocol.as_list(answers[question.id]) for question in asked}
        self.begin()
        for _ in protocol.PAGES:
            self.unknot.answer_page(answers)
            self.unknot.next()
        self.check_result(answers)
        self.unknot.tab_to("Done")
        self.unknot.press("Enter")
        self.unknot.wait_for_focus("New Check-Up")
        self.unknot.press("Enter")
        self.unknot.wait_for_page("Right Now")
        self.unknot.wait(lambda: self.unknot.get_question() == protocol.QUESTIONS["bladder"],
                         "the focus on the first question")
        for _ in range(3):
            self.assertFalse(any(self.unknot.read_page().values()))
            self.unknot.answer_page(answers)
            self.unknot.next()

        self.assertEqual(self.unknot.read_page(), about_you)
        self.assertIsNotNone(self.unknot.find("label", "From your last check-up"))
        self.assertEqual(about_you.keys() & self.unknot.read_draft()[1].keys(), set())
        self.unknot.answer_page({question: answers[question] for question in PASSING
                                 if question in about_you})
        self.unknot.tab_to("What Is Filled In Is Right")
        self.unknot.press("Enter")
        self.unknot.wait_for_focus("Next")
        self.unknot.next()
        self.unknot.answer_page(answers)
        self.unknot.next()
        self.check_result(answers)


if __name__ == "__main__":
    unittest.main()
