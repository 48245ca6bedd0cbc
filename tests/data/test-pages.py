#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages to learn from say what is known, where it is known from, and in plain words."""
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(os.environ["G_TEST_SRCDIR"])
HELP = SOURCE / "help"
PAGES = sorted((HELP / "C").glob("*.page"))
MALLARD, FACTS = "{http://projectmallard.org/1.0/}", "{urn:x-unknot:evidence}facts"

# The grades of school whose readers understand it, by Flesch and Kincaid: of any page, and of all.
HIGHEST_GRADE, MEAN_GRADE = 7.0, 6.0

EVIDENCE = json.loads((SOURCE / "data/protocol/evidence.json").read_text(encoding="utf-8"))
RULES = json.loads((SOURCE / "data/protocol/rules.json").read_text(encoding="utf-8"))["rules"]


def load_module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path):
    return ElementTree.parse(path).getroot()


def words_of(element):
    return " ".join("".join(element.itertext()).split())


def is_sources(element):
    return element.tag == MALLARD + "list" and element.get("style") == "sources"


def find_words(element):
    """The titles, sentences and items that a reader of a page reads."""
    for child in element:
        if child.tag in (MALLARD + "title", MALLARD + "p"):
            yield words_of(child)
        elif child.tag != MALLARD + "info" and not is_sources(child):
            yield from find_words(child)


def grade(texts):
    """The grade of school, by Flesch and Kincaid; a title or an item is a sentence."""
    sentences = [text.rstrip(".:?") + "." for text in texts]
    output = subprocess.run(["style"], input="\n\n".join(sentences), check=True,
                            capture_output=True, encoding="utf-8").stdout
    return float(re.search(r"Kincaid: (-?[\d.]+)", output)[1])


def find_nameless(element, names):
    """Facts cited of a body that their block does not name, each with the name."""
    return [(fact, names[fact]) for fact in element.get(FACTS, "").split()
            if fact in names
            and not any(name in words_of(element) for name in names[fact].split("|"))]


class Pages(unittest.TestCase):
    def setUp(self):
        self.roots = {path.name: read(path) for path in PAGES}
        self.cited = [(name, fact) for name, root in self.roots.items() for element in root.iter()
                      for fact in element.get(FACTS, "").split()]

    def test_yelp(self):
        """Yelp can show all pages, and follow all links."""
        for check in "validate", "links", "ids", "orphans", "media":
            with self.subTest(check):
                result = subprocess.run(["yelp-check", check, *PAGES], capture_output=True,
                                        encoding="utf-8", check=False)
                self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))

    def test_built(self):
        """All pages and figures are built."""
        listed = re.findall(r"^ +'(.*)',$", (HELP / "meson.build").read_text(), re.MULTILINE)
        files = [path.name for path in PAGES]
        files += [f"figures/{path.name}" for path in sorted((HELP / "C/figures").iterdir())]
        self.assertEqual(listed, files)

    def test_every_fact_is_told(self):
        """What is for the reader stands on a page, or makes a rule."""
        told = {fact for _, fact in self.cited}
        told |= {fact for rule in RULES for fact in rule["evidence"]}
        self.assertEqual([fact["id"] for fact in EVIDENCE["facts"]
                          if set(fact["use"]) != {"X"} and fact["id"] not in told], [])

    def test_every_cited_fact_is_known(self):
        known = {fact["id"] for fact in EVIDENCE["facts"]}
        self.assertEqual([(name, fact) for name, fact in self.cited if fact not in known], [])

    def test_guidance_is_named(self):
        """Who says it stands beside what guidance, research or a label says."""
        source_names = {source["id"]: source["name"] for source in EVIDENCE["sources"]
                        if source["kind"] != "article"}
        names = {fact["id"]: source_names[fact["source"]] for fact in EVIDENCE["facts"]
                 if fact["source"] in source_names}
        nameless = [(page, *found, words_of(element)) for page, root in self.roots.items()
                    for element in root.iter() for found in find_nameless(element, names)]
        self.assertEqual(nameless, [])

    def test_sources(self):
        """Each part of a page names the sources of the facts that it cites."""
        sources = load_module(HELP / "sources.py")
        for path in PAGES:
            with self.subTest(path.name):
                content = path.read_bytes()
                self.assertEqual(sources.write_sources(content, EVIDENCE), content)

    def test_figures(self):
        """Every picture is told in words, too."""
        figures = [media for root in self.roots.values() for media in root.iter(MALLARD + "media")]
        self.assertGreater(len(figures), 3)
        for media in figures:
            with self.subTest(media.get("src")):
                self.assertGreaterEqual(len(words_of(media).split()), 8)

    def test_reading_level(self):
        """Whoever finished the sixth grade of school understands the pages."""
        texts = {name: list(find_words(root)) for name, root in self.roots.items()
                 if name.startswith("learn-")}
        grades = {name: grade(words) for name, words in texts.items()}
        mean = grade([text for words in texts.values() for text in words])
        for name, value in [*grades.items(), ("all together", mean)]:
            print(f"reading level: {name}: {value}", file=sys.stderr)
        self.assertEqual({name for name, value in grades.items() if value > HIGHEST_GRADE}, set())
        self.assertLessEqual(mean, MEAN_GRADE)


class SourcesOfPage(unittest.TestCase):
    """What help/sources.py does to a page."""

    EVIDENCE = {
        "sources": [
            {"id": "a", "title": "Backs & <Legs>", "kind": "article", "publisher": None,
             "date": "2016-09-05"},
            {"id": "b", "title": "Bones", "kind": "guidance", "publisher": "Press",
             "date": "2023-02"},
            {"id": "c", "title": "Cords", "kind": "research", "publisher": "Press", "date": None},
            {"id": "d", "title": "Doses", "kind": "labels", "publisher": "Makers", "date": "2020"},
        ],
        "facts": [{"id": "A", "source": "a"}, {"id": "A2", "source": "a"},
                  {"id": "B", "source": "b"}, {"id": "C", "source": "c"},
                  {"id": "D", "source": "d"}],
    }
    HEAD = ('<page xmlns="http://projectmallard.org/1.0/" xmlns:u="urn:x-unknot:evidence" '
            'type="topic" id="x">\n')

    def setUp(self):
        self.sources = load_module(HELP / "sources.py")

    def assert_written(self, before, after):
        for body in before, after:  # written again, it stays
            self.assertEqual(
                self.sources.write_sources((self.HEAD + body).encode(), self.EVIDENCE).decode(),
                self.HEAD + after)

    def test_without_facts(self):
        body = "  <p>No\tfact &#x2013; none.</p>\n\n\n  <section id='s'>\n<p/></section>\n</page>\n"
        self.assert_written(body, body)

    def test_introduction(self):
        self.assert_written(
            '  <p u:facts="C  A">Hä.</p>\n\n  <!-- <section> -->\n\n'
            '  <section id="s">\n  </section>\n</page>\n',
            '  <p u:facts="C  A">Hä.</p>\n\n  <!-- <section> -->\n'
            '  <list style="sources">\n'
            "    <title>Where this comes from</title>\n"
            "    <item><p>“Backs &amp; &lt;Legs>”, publisher not named, 5 September 2016 (article)"
            "</p></item>\n"
            "    <item><p>“Cords”, Press, no date (research)</p></item>\n"
            '  </list>\n\n  <section id="s">\n  </section>\n</page>\n')

    def test_section(self):
        """A list that is there is written anew where it stands; one that is not needed goes."""
        self.assert_written(
            '  <section id="s">\n'
            '    <list u:facts="D"><item><p u:facts="B">No.</p></item></list>\n\n'
            '    <list style="sources"><title>Old</title></list>\n  </section>\n'
            '  <section id="t">\n    <p>No.</p>\n'
            '    <list style="sources"><title>Old</title></list>\n  </section>\n</page>\n',
            '  <section id="s">\n'
            '    <list u:facts="D"><item><p u:facts="B">No.</p></item></list>\n\n'
            '    <list style="sources">\n'
            "      <title>Where this comes from</title>\n"
            "      <item><p>“Bones”, Press, February 2023 (guidance)</p></item>\n"
            "      <item><p>“Doses” (medicine labels)</p></item>\n"
            "    </list>\n  </section>\n"
            '  <section id="t">\n    <p>No.</p>\n  </section>\n</page>\n')

    def test_unknown_fact(self):
        with self.assertRaisesRegex(ValueError, "^A3, E: not in evidence.json.$"):
            self.assert_written('<p u:facts="A3 A E">No.</p></page>', "")


class Checks(unittest.TestCase):
    """The checks of this file fail where they should."""

    def test_nameless(self):
        page = ElementTree.fromstring(
            '<p xmlns:u="urn:x-unknot:evidence" u:facts="A B">The <em>NHS</em> says so.</p>')
        self.assertEqual(find_nameless(page, {"A": "NHS"}), [])
        self.assertEqual(find_nameless(page, {"A": "NICE|NHS", "B": "nhs"}), [("B", "nhs")])

    def test_words(self):
        page = ElementTree.fromstring(
            '<page xmlns="http://projectmallard.org/1.0/"><info><desc>No</desc></info>'
            "<title>One</title><list><item><p>two <em>and</em>\n three</p></item></list>"
            '<list style="sources"><title>No</title></list></page>')
        self.assertEqual(list(find_words(page)), ["One", "two and three"])

    def test_grade(self):
        plain = grade(["My back hurts", "It is bad when I sit"])
        hard = grade(["Involuntary musculoskeletal contraction necessitates individualized "
                      "rehabilitation considerations."])
        self.assertLess(plain, MEAN_GRADE)
        self.assertGreater(hard, HIGHEST_GRADE)


if __name__ == "__main__":
    unittest.main()
