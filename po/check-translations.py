#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names every translation that would lose or bend something: a placeholder, a link, a tag.

Usage: check-translations.py TRANSLATION.po…
"""
import collections
import gettext
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def read_catalog(path):
    """What is translated in a file: pairs of the original and the translation. What is wrong with
    its placeholders is a ValueError."""
    with tempfile.TemporaryDirectory() as folder:
        catalog = pathlib.Path(folder, "catalog.mo")
        result = subprocess.run(["msgfmt", "--check", "-o", catalog, path], capture_output=True,
                                encoding="utf-8", check=False)
        if result.returncode:
            raise ValueError(result.stderr.strip())
        with open(catalog, "rb") as file:
            messages = gettext.GNUTranslations(file)._catalog
    for key, translation in messages.items():
        original = key[0] if isinstance(key, tuple) else key
        context, _, original = original.rpartition("\x04")
        if original and context != "_":  # what itstool adds beside the words
            yield original, translation


def find_tags(text):
    """The tags of a text and what they say, each with how often; None where it is no XML."""
    try:
        root = ElementTree.fromstring(f"<text>{text}</text>")
    except ElementTree.ParseError:
        return None
    return collections.Counter((element.tag, *sorted(element.attrib.items()))
                               for element in root.iter())


def find_faults(path):
    """One sentence for each translation in a file that has not the tags of its original."""
    try:
        pairs = list(read_catalog(path))
    except ValueError as error:
        return [str(error)]
    return [f"{path}: “{translation}” has not the links and tags of “{original}”."
            for original, translation in pairs
            if find_tags(original) not in (None, find_tags(translation))]


if __name__ == "__main__":
    faults = [fault for path in sys.argv[1:] for fault in find_faults(path)]
    print("\n".join(faults), end="\n" if faults else "", file=sys.stderr)
    sys.exit(bool(faults))
