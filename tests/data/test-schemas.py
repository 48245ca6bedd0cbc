#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The data are what their schemas say, and the schemas refuse what they should."""
import copy
import json
import os
import pathlib
import unittest

import jsonschema

DATA = pathlib.Path(os.environ["G_TEST_SRCDIR"], "data")

EUROPEAN_UNION = (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


class Schemas(unittest.TestCase):
    def validate(self, name):
        path = DATA / name
        document = load(path)
        schema = load(path.parent / document["$schema"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(document, schema)
        return document, schema

    def assert_refused(self, schema, document, change):
        changed = copy.deepcopy(document)
        change(changed)
        with self.assertRaises(jsonschema.ValidationError):
            jsonschema.validate(changed, schema)

    def test_rules(self):
        document, schema = self.validate("protocol/rules.json")
        for change in (
            lambda d: d["rules"][0].pop("evidence"),
            lambda d: d["rules"][0]["evidence"].clear(),
            lambda d: d["rules"][0].update(level="soon"),
            lambda d: d["rules"][0].update(note=""),
            lambda d: d["rules"][0]["when"].update({"is": "new"}),
            lambda d: d["rules"][0]["when"].update({"has": ["new"]}),
            lambda d: d.update(rules=[]),
        ):
            self.assert_refused(schema, document, change)

    def test_evidence(self):
        document, schema = self.validate("protocol/evidence.json")
        for change in (
            lambda d: d["facts"][0].pop("source"),
            lambda d: d["facts"][0].update(checked="yes"),
            lambda d: d["facts"][0].update(text=""),
            lambda d: d["facts"][0].update(use=[]),
            lambda d: d["facts"][0].update(use=["T", "Q"]),
            lambda d: d["facts"][0].pop("use"),
            lambda d: d["sources"][0].update(kind="hearsay"),
            lambda d: d["sources"][0].pop("name"),
            lambda d: d["sources"][0].update(address="somewhere"),
            lambda d: d["sources"][0].update(date="last year"),
        ):
            self.assert_refused(schema, document, change)

    def test_emergency_numbers(self):
        document, schema = self.validate("emergency-numbers.json")
        for change in (
            lambda d: d["numbers"][0].pop("source"),
            lambda d: d["numbers"][0].pop("also"),
            lambda d: d["numbers"][0].update(also=""),
            lambda d: d["numbers"][0].update(name=" Andorra"),
            lambda d: d["numbers"][0].update(country="ad"),
            lambda d: d["numbers"][0].update(number="112 or 116"),
            lambda d: d["numbers"][0].update(number=112),
            lambda d: d["numbers"][0].update(checked="yes"),
            lambda d: d["default"].pop("note"),
            lambda d: d["default"].update(number=""),
            lambda d: d.pop("default"),
            lambda d: d.update(numbers=[]),
        ):
            self.assert_refused(schema, document, change)

    def test_emergency_numbers_of_each_country(self):
        """A country stands once, in its place; checked is only what was read in its source."""
        numbers = self.validate("emergency-numbers.json")[0]["numbers"]
        countries = [entry["country"] for entry in numbers]
        self.assertEqual(countries, sorted(set(countries)))
        checked = [entry["country"] for entry in numbers if entry["checked"]]
        self.assertEqual(checked, EUROPEAN_UNION)

    def test_diary(self):
        """What goes out of a diary: a file with everything in it, which the tests of it import."""
        document = load(DATA.parent / "tests" / "fixtures" / "exchange" / "1-full.unknot.json")
        schema = load(DATA / "exchange" / "diary.schema.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(document, schema)
        for change in (
            lambda d: d.update(version=2),
            lambda d: d.pop("format"),
            lambda d: d.update(dogs=[]),
            lambda d: d["episodes"][0].pop("worst"),
            lambda d: d["episodes"][0].update(worst=11),
            lambda d: d["episodes"][0].update(trigger=["barking"]),
            lambda d: d["episodes"][0]["start"].update(utc=253402214400000),
            lambda d: d["doses"][0].update(amount=0),
            lambda d: d["days"][0].update(painless="yes"),
            lambda d: d["checks"][0]["assessment"].update(level="soon"),
            lambda d: d["pegs"][0].update(uuid="me"),
            lambda d: d["visits"][0].update(goals=["swim"]),
        ):
            self.assert_refused(schema, document, change)


if __name__ == "__main__":
    unittest.main()
