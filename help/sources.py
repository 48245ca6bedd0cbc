#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes at the foot of each page's introduction, and of each of its sections, where what it says
is known from: the sources of the facts that are cited there. The rest of a page stays as it is.

Usage: sources.py [--check] [PAGE…]

--check changes nothing, names the pages that would change, and exits 1 if there is one.
"""
import json
import pathlib
import sys
import xml.parsers.expat

FOLDER = pathlib.Path(__file__).parent
EVIDENCE = FOLDER.parent / "data" / "protocol" / "evidence.json"
MALLARD, FACTS = "http://projectmallard.org/1.0/", "urn:x-unknot:evidence facts"
MONTHS = ("January February March April May June July August September October November "
          "December").split()
KINDS = {
    "article": "article",
    "guidance": "guidance",
    "research": "research",
    "labels": "medicine labels",
    "own-rule": "Unknot’s own rule",
}


class Part:
    """The introduction of a page, or a section: where it ends, what it cites, and where its list of
    sources is. All places are in bytes."""

    def __init__(self):
        self.end = None
        self.facts = []
        self.list = None


class Page:
    """Where the parts of a page are."""

    def __init__(self, content):
        self.parts = [Part()]
        self.open = []
        self.content = content
        self.parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.Parse(content, True)

    def start(self, name, attributes):
        place = self.parser.CurrentByteIndex
        sources = name == f"{MALLARD} list" and attributes.get("style") == "sources"
        self.open.append((name, place, sources))
        if name == f"{MALLARD} section":
            if self.parts[0].end is None:
                self.parts[0].end = place
            self.parts.append(Part())
        self.parts[-1].facts += attributes.get(FACTS, "").split()

    def end(self, name):
        place = self.parser.CurrentByteIndex
        _, began, sources = self.open.pop()
        if sources:
            self.parts[-1].list = began, self.content.index(b">", place) + 1
        if name == f"{MALLARD} section":
            self.parts[-1].end = place
        elif name == f"{MALLARD} page" and self.parts[0].end is None:
            self.parts[0].end = place


def say_date(date):
    """2016-09-25 as 25 September 2016."""
    if date is None:
        return "no date"
    year, *rest = date.split("-")
    return " ".join([str(int(day)) for day in rest[1:]]
                    + [MONTHS[int(month) - 1] for month in rest[:1]] + [year])


def say_source(source):
    """What a reader sees of a source, as text of XML."""
    parts = [f"“{source['title']}”"]
    if source["kind"] not in ("labels", "own-rule"):  # published by those whom the kind names
        parts += [source["publisher"] or "publisher not named", say_date(source["date"])]
    words = f"{', '.join(parts)} ({KINDS[source['kind']]})"
    return words.replace("&", "&amp;").replace("<", "&lt;")


def make_list(facts, evidence, indent):
    """The list of where facts are from, in the order of the evidence."""
    cited = {fact["source"] for fact in evidence["facts"] if fact["id"] in facts}
    lines = ['<list style="sources">', "  <title>Where this comes from</title>"]
    lines += [f"  <item><p>{say_source(source)}</p></item>"
              for source in evidence["sources"] if source["id"] in cited]
    return f"\n{indent}".join(lines + ["</list>"])


def write_sources(content, evidence):
    """A page, in bytes, with its lists of sources."""
    known = {fact["id"] for fact in evidence["facts"]}
    page = Page(content)
    for part in sorted(page.parts, key=lambda part: part.end, reverse=True):
        unknown = [fact for fact in part.facts if fact not in known]
        if unknown:
            raise ValueError(f"{', '.join(unknown)}: not in evidence.json.")

        end = part.end
        gap = b"\n"
        if part.list is not None:
            began, ended = part.list
            kept = content[:began].rstrip()
            gap = content[len(kept):began].rpartition(b"\n")[0] + b"\n"
            content = kept + content[ended:]
            end -= ended - len(kept)
        if not part.facts:
            continue
        before = content[:end].rstrip()
        indent = "  " if part is page.parts[0] else "    "
        sources = make_list(part.facts, evidence, indent)
        content = before + gap + (indent + sources).encode() + content[len(before):]
    return content


def main(arguments):
    check = "--check" in arguments
    paths = [pathlib.Path(name) for name in arguments if name != "--check"]
    evidence = json.loads(EVIDENCE.read_text(encoding="utf-8"))
    status = 0
    for path in paths or sorted((FOLDER / "C").glob("*.page")):
        content = path.read_bytes()
        try:
            changed = write_sources(content, evidence)
        except (ValueError, xml.parsers.expat.ExpatError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            status = 1
            continue
        if changed == content:
            continue
        if check:
            print(f"{path}: help/sources.py would change where it says what it comes from.",
                  file=sys.stderr)
            status = 1
        else:
            path.write_bytes(changed)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
