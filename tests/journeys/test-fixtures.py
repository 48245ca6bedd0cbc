#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answer files, entered at the keyboard, give what the command line gives."""
import sys
import unittest

import journey
import protocol

NAMES = sys.argv[1:]


class Fixtures(journey.Journey):
    def enter(self, name):
        answers = protocol.load_answers(name)
        self.begin()
        for questions in protocol.PAGES.values():
            self.unknot.answer_page(answers)
            if all(question.id in answers for question in questions if question.is_asked(answers)):
                self.unknot.next()
            else:
                self.unknot.leave_out()
        self.check_result(answers)


def add_test(name):
    setattr(Fixtures, "test_" + name, lambda self: self.enter(name))


for fixture in NAMES:
    add_test(fixture)

if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
