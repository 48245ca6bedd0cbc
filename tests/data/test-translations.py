#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages and interface can be translated whole, and no translation loses a link or a placeholder."""
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(os.environ["G_TEST_SRCDIR"])
PAGES = sorted((SOURCE / "help/C").glob("*.page"))
MALLARD = "{http://projectmallard.org/1.0/}"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def load_module(path):
    spec = importlib.util.spec_from_file_location(path.stem.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CHECK = load_module(SOURCE / "po/check-translations.py")


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def write_pseudo_translation(folder, pages):
    """A translation of pages that sets each text in brackets; returns its path."""
    template, copied, catalog = (pathlib.Path(folder, name)
                                 for name in ("help.pot", "copied.po", "xx.po"))
    subprocess.run(["itstool", "-o", template, *pages], check=True)
    subprocess.run(["msgen", "-o", copied, template], check=True)
    entries = [f"msgid {quote(text)}\nmsgstr {quote(f'⟦{text}⟧')}\n"
               for text, _ in CHECK.read_catalog(copied)]
    entries.append('msgctxt "_"\nmsgid "translator-credits"\n'
                   'msgstr "The translators <translators@example.org>, 2026"\n')
    catalog.write_text(HEADER + "\n".join(entries), encoding="utf-8")
    return catalog


def find_structure(element):
    """All elements with what their attributes say, in order, but for what a translation adds."""
    if element.tag == MALLARD + "credit":
        return
    attributes = {name: value for name, value in element.attrib.items()
                  if not name.startswith("{http://www.w3.org/XML/")}
    yield element.tag, attributes
    for child in element:
        yield from find_structure(child)


class Help(unittest.TestCase):
    def test_pages(self):
        """Every text of every page reaches the translators, and every link the reader."""
        with tempfile.TemporaryDirectory() as folder:
            catalog = write_pseudo_translation(folder, PAGES)
            self.assertEqual(CHECK.find_faults(catalog), [])
            subprocess.run([sys.executable, SOURCE / "help/translate.py", "xx", folder, catalog,
                            *PAGES], check=True)
            for path in PAGES:
                with self.subTest(path.name):
                    original = ElementTree.parse(path).getroot()
                    page = ElementTree.parse(pathlib.Path(folder, f"xx.{path.name}")).getroot()
                    self.assertEqual(list(find_structure(page)), list(find_structure(original)))
                    texts = [element for element in page.iter()
                             if element.tag[len(MALLARD):] in ("title", "p", "desc")]
                    self.assertGreater(len(texts), 2)
                    for element in texts:
                        self.assertRegex("".join(element.itertext()).strip(), r"(?s)^⟦.*⟧$")


class Languages(unittest.TestCase):
    def test_all(self):
        """No translation that is there loses a link or a placeholder."""
        for folder, pattern in ("po", "{}.po"), ("help", "{0}/{0}.po"):
            for language in (SOURCE / folder / "LINGUAS").read_text().split():
                with self.subTest(f"{folder}: {language}"):
                    path = SOURCE / folder / pattern.format(language)
                    self.assertEqual(CHECK.find_faults(path), [])


class Faults(unittest.TestCase):
    """What is lost in a translation is found."""

    def find_faults(self, original, translation, flags=""):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "xx.po")
            path.write_text(f"{HEADER}{flags}msgid {quote(original)}\n"
                            f"msgstr {quote(translation)}\n", encoding="utf-8")
            return CHECK.find_faults(path)

    def test_kept(self):
        original = '<em>See</em> <link xref="a" action="unknot:log">a</link>, <key>B</key>.'
        self.assertEqual(self.find_faults(original, original), [])
        self.assertEqual(self.find_faults(
            original, '<link action="unknot:log" xref="a">A</link>: <key>Ä</key>, <em>ü</em>'), [])
        self.assertEqual(self.find_faults("2 < 3 %s", "3 > 2 %s", "#, c-format\n"), [])
        self.assertEqual(self.find_faults("%s of %s", "%2$s: %1$s", "#, c-format\n"), [])

    def test_lost(self):
        original = 'See <link xref="a">this</link> &amp; <em>that</em>.'
        for translation in (
            "Siehe dies &amp; <em>das</em>.",
            'Siehe <link xref="b">dies</link> &amp; <em>das</em>.',
            'Siehe <link xref="a">dies</link> &amp; das.',
            'Siehe <link xref="a">dies</link> & <em>das</em>.',
            'Siehe <link xref="a">dies &amp; <em>das</em>.',
            'Siehe <link xref="a">dies</link> &amp; <em>das</em>, <em>das</em>.',
        ):
            with self.subTest(translation):
                self.assertEqual(len(self.find_faults(original, translation)), 1)

    def test_placeholders(self):
        for translation in "Tage", "%s Tage", "%d Tage von %d":
            with self.subTest(translation):
                faults = self.find_faults("%d days", translation, "#, c-format\n")
                self.assertRegex(" ".join(faults), "format specifications")


if __name__ == "__main__":
    unittest.main()
