#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No word that a person reads escapes the translators."""
import os
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["G_TEST_SRCDIR"])
MARKED = re.compile(r'\b(?:_|NC?_|C_|ngettext)\s?\("|translatable="yes"|<summary>|^Comment=',
                    re.MULTILINE)


class Potfiles(unittest.TestCase):
    def test_complete(self):
        """POTFILES lists just the files that have something to translate, sorted."""
        marked = {
            str(path.relative_to(SOURCE))
            for folder in ("src", "data")
            for path in (SOURCE / folder).rglob("*")
            if path.suffix in (".c", ".ui", ".in", ".xml")
            and MARKED.search(path.read_text(encoding="utf-8"))
        }
        listed = (SOURCE / "po" / "POTFILES").read_text(encoding="utf-8").split()
        self.assertEqual(listed, sorted(marked | {"po/protocol-strings.c"}))

    def assert_extracted(self, keys, least, *names):
        """The words under these keys of the files in data/ reach the translators, none else."""
        paths = [SOURCE / "data" / name for name in names]
        output = subprocess.run(
            [sys.executable, SOURCE / "po" / "protocol-strings.py", *paths],
            check=True, capture_output=True, encoding="utf-8").stdout
        data = "".join(path.read_text(encoding="utf-8") for path in paths)
        words = re.findall(rf'"(?:{keys})": ("(?:[^"\\]|\\.)*")', data)
        self.assertGreater(len(words), least)
        self.assertEqual(set(re.findall(r"^N_\((.*)\)$", output, re.MULTILINE)), set(words))

    def test_protocol(self):
        """The protocol's words are extracted: questions, help, short texts, answers, facts."""
        self.assert_extracted("text|display|valueString|note", 400,
                              "protocol/questionnaire.json", "protocol/evidence.json")

    def test_emergency_numbers(self):
        """The countries' names are extracted, and what to know beside a number."""
        self.assert_extracted("name|also|note", 80, "emergency-numbers.json")


if __name__ == "__main__":
    unittest.main()
