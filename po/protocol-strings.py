#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the words of the protocol and of the emergency numbers as C that xgettext can read.

Usage: protocol-strings.py QUESTIONNAIRE EVIDENCE EMERGENCY-NUMBERS
"""
import json
import sys


def find(node, where=""):
    """Yields the words that a person reads, each with where it stands."""
    if isinstance(node, list):
        for child in node:
            yield from find(child, where)
    elif isinstance(node, dict):
        where = node.get("linkId") or node.get("id") or node.get("country") or where
        for key, child in node.items():
            if key in ("text", "display", "note"):
                yield where, child
            elif key in ("name", "also") and "country" in node:
                if child is not None:
                    yield where, child
            elif key == "valueString" and node.get("url", "").endswith("-shortText"):
                yield where, child
            elif key != "publisher":
                yield from find(child, where or key)


seen = set()
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        for where, words in find(json.load(file)):
            if words not in seen:
                seen.add(words)
                print(f"/* Translators: of “{where}” */")
                print(f"N_({json.dumps(words, ensure_ascii=False)})")
