#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the summary for the doctor, and saves four weeks of it, by the keyboard alone."""
import re
import subprocess
import unittest

import journey

NOW = "2026-11-21T14:05:00"
FOUR_WEEKS = ["--from", "2026-10-25", "--to", "2026-11-21"]


class Summary(journey.Journey):
    def choose_four_weeks(self):
        """By the bar below the pages; it stands above the last three months."""
        self.unknot.tab_to("Period, Parts and Name Last 3 months")
        self.unknot.press("Enter")
        self.unknot.go_to_row("Period")
        self.unknot.move("Enter")
        self.unknot.settle()
        self.unknot.press("Up")
        self.unknot.settle()
        self.unknot.press("Enter")
        self.unknot.wait_for_text("Last 4 weeks")
        self.unknot.press("Escape")

    @staticmethod
    def read_pages(pdf):
        """All but the time that it was made at."""
        assert pdf.startswith(b"%PDF-")
        return re.sub(rb"/CreationDate \([^)]*\)", b"", pdf)

    def summarize(self, *arguments):
        [diary] = self.unknot.data.glob("*/diary.db")
        done = subprocess.run([journey.PROGRAM, "--summary", "-", "--diary", diary, *arguments],
                              check=True, capture_output=True,
                              env=journey.os.environ | self.unknot.environment)
        return self.read_pages(done.stdout)

    def test_summary(self):
        saved = self.unknot.home / "out.pdf"
        self.unknot.environment["UNKNOT_NOW"] = NOW
        self.welcome()
        self.unknot.press_button("No Pain Today")
        self.unknot.wait(lambda: self.unknot.query("SELECT count(*) FROM day") == [(1,)],
                         "the day to be saved")

        self.unknot.press("p", "Ctrl")
        self.unknot.wait_for_text("Page 1 of 1")
        self.choose_four_weeks()
        self.unknot.press("s", "Ctrl")
        self.unknot.wait_for_window("Save as PDF")
        self.unknot.enter_path(saved)
        self.unknot.wait_for_text("Saved as “out.pdf”")
        self.assertEqual(self.read_pages(saved.read_bytes()), self.summarize(*FOUR_WEEKS))
        self.assertNotEqual(self.read_pages(saved.read_bytes()), self.summarize())


if __name__ == "__main__":
    unittest.main()
