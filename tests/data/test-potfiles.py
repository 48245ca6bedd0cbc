#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No word that a person reads escapes the translators."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

SOURCE = pathlib.Path(os.environ["G_TEST_SRCDIR"])
MARKED = re.compile(r'\b(?:_|NC?_|C_|ngettext)\s?\("|translatable="yes"|<summary>|^Comment=',
                    re.MULTILINE)

# What of a widget a person reads.
READ = {"button-label", "description", "label", "placeholder-text", "subtitle", "text", "title",
        "tooltip-text"}
C_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
C_MARKED = re.compile(r'\bN?_\s?\(((?:\s*"(?:[^"\\]|\\.)*")+)\s*\)')


def join(literals):
    """C or PO string literals, one after the other, as one."""
    return "".join(C_STRING.findall(literals))


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

    def test_templates(self):
        """What a template says is for the translators."""
        found = 0
        for path in (SOURCE / "src").rglob("*.ui"):
            for element in xml.etree.ElementTree.parse(path).getroot().iter():
                if element.get("name") in READ and re.search(r"[^\W\d_]", element.text or ""):
                    found += 1
                    self.assertEqual(element.get("translatable"), "yes",
                                     f"{path.name}: {element.text}")
        self.assertGreater(found, 100)

    def test_code(self):
        """What a widget is given in the code to say is for the translators."""
        bare = re.compile(r'\b(?:gtk|adw)_\w+ \([^"_]*"[A-Z][a-z]'
                          rf'|"(?:{"|".join(sorted(READ))})",\s*"[A-Z]')
        for path in (SOURCE / "src/ui").rglob("*.c"):
            self.assertEqual(bare.findall(path.read_text(encoding="utf-8")), [], path.name)

    def test_template_of_translations(self):
        """xgettext finds what is marked in the code, the templates and the data."""
        with tempfile.TemporaryDirectory() as folder:
            protocol = pathlib.Path(folder, "po", "protocol-strings.c")
            protocol.parent.mkdir()
            data = [SOURCE / "data" / name for name in (
                "protocol/questionnaire.json", "protocol/evidence.json", "emergency-numbers.json")]
            protocol.write_bytes(subprocess.run(
                [sys.executable, SOURCE / "po" / "protocol-strings.py", *data],
                check=True, capture_output=True).stdout)
            output = subprocess.run(
                ["xgettext", "--files-from=po/POTFILES", f"--directory={SOURCE}",
                 f"--directory={folder}", "--from-code=UTF-8", "--keyword=_", "--keyword=N_",
                 "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--no-wrap", "--output=-"],
                check=True, capture_output=True, encoding="utf-8", cwd=SOURCE).stdout
            extracted = {join(literals) for literals in
                         re.findall(r'^msgid(?:_plural)? ((?:".*"\n)+)', output, re.MULTILINE)}
            marked = {join(literals) for path in [*(SOURCE / "src").rglob("*.c"), protocol]
                      for literals in C_MARKED.findall(path.read_text(encoding="utf-8"))}
            marked |= {element.text.replace('"', r'\"').replace("\n", r"\n")
                       for path in (SOURCE / "src").rglob("*.ui")
                       for element in xml.etree.ElementTree.parse(path).iter()
                       if element.get("translatable") == "yes"}
        self.assertGreater(len(marked), 1000)
        self.assertEqual(marked - extracted, set())

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
