#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, from outside: what it prints, where, and how it exits."""
import csv
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema

UNKNOT = sys.argv.pop(1)
SOURCE = pathlib.Path(os.environ["G_TEST_SRCDIR"])
FIXTURES = SOURCE / "tests" / "fixtures" / "rules"
NUMB = '{"answers": {"saddle-numbness": "new"}}'

# Neither a display nor a bus is needed: there is none.
ENVIRONMENT = {
    name: value for name, value in os.environ.items()
    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
} | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}


def run(*arguments, text="", **environment):
    if isinstance(text, str):
        text = text.encode()
    done = subprocess.run([UNKNOT, *arguments], input=text, capture_output=True, check=False,
                          env=ENVIRONMENT | environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Assess(unittest.TestCase):
    def assess(self, *arguments, **options):
        status, output, errors = run("--assess", *arguments, **options)
        self.assertEqual((status, errors), (0, ""))
        return json.loads(output)

    def refuse(self, text, *faults):
        status, output, errors = run("--assess", "-", text=text)
        self.assertEqual((status, output), (1, ""))
        lines = errors.splitlines()
        self.assertEqual(len(lines), len(faults), lines)
        for line, fault in zip(lines, faults):
            self.assertIn(fault, line)
            self.assertRegex(line, r"\.$")

    def test_verdict(self):
        self.assertEqual(self.assess(FIXTURES / "E03.json"), {
            "protocol": "back-spasm", "version": "1.0", "level": "emergency", "complete": True,
            "rules": ["E03"], "not-sure": [], "missing": [],
        })

    def test_standard_input(self):
        verdict = self.assess("-", text=NUMB)
        self.assertEqual((verdict["level"], verdict["complete"]), ("emergency", False))
        self.assertEqual(verdict["missing"][0], "bladder")

    def test_needs_no_diary(self):
        """Whichever is meant: it is not even looked for."""
        for arguments in (("--demo",), ("--diary", "/nonexistent/diary.db")):
            status, output, errors = run(*arguments, "--assess", "-", text=NUMB)
            self.assertEqual((status, errors), (0, ""))
            self.assertEqual(json.loads(output)["level"], "emergency")

    def test_nothing_known(self):
        verdict = self.assess("-", text='{"answers": {"fever": null}}')
        self.assertIsNone(verdict["level"])
        self.assertIn("fever", verdict["missing"])

    def test_response(self):
        questionnaire = json.loads(
            (SOURCE / "data" / "protocol" / "questionnaire.json").read_text(encoding="utf-8"))
        response = {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": questionnaire["url"] + "|" + questionnaire["version"],
            "status": "in-progress",
            "item": [
                {"linkId": "right-now", "item": [
                    {"linkId": "balance", "answer": [{"valueCoding": {"code": "old"}}]}]},
                {"linkId": "about-you", "item": [
                    {"linkId": "age", "answer": [{"valueInteger": 8}]}]},
            ],
        }
        verdict = self.assess("-", text=json.dumps(response))
        self.assertEqual(verdict["rules"], ["U11", "U16", "D05"])

    def test_all_faults_at_once(self):
        self.refuse(
            '{"answers": {"foo": 1, "age": 200, "bladder": "maybe", "fever": true,\n'
            '"infection-risk": [], "location": ["none", "upper"], "severity": 4.5, "age": 3}}',
            "“age” is given twice", "“foo”", "“maybe”", "“fever”", "“infection-risk”",
            "“location”", "“severity”", )

    def test_bad_json(self):
        for text in ("", "{", "[1][2]", '{"answers": {}} x', "nonsense", b"\xff\xfe{}",
                     '{"answers": {"onset": "sud\\u0000den"}}', "[" * 100000):
            self.refuse(text, "file")

    def test_one_line_a_fault(self):
        self.refuse('{"answers": {"a\\nb\\u2028c": "no"}}', "a\N{REPLACEMENT CHARACTER}b")

    def test_unreadable(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in (folder, os.path.join(folder, "missing.json")):
                status, output, errors = run("--assess", name)
                self.assertEqual((status, output), (1, ""))
                self.assertIn(name, errors)
            status, _, errors = run("--assess", os.path.join(folder, "two\nlines"))
            self.assertEqual((status, errors.count("\n")), (1, 1))
        with open("/dev/zero", "rb") as endless:
            done = subprocess.run([UNKNOT, "--assess", "-"], stdin=endless, capture_output=True,
                                  env=ENVIRONMENT, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, b""))

    def test_full_output(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([UNKNOT, "--assess", FIXTURES / "S01.json"], stdout=full,
                                  stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"Standard output", done.stderr)

    def test_plain_locale(self):
        """What a locale cannot show is printed all the same."""
        status, _, errors = run("--assess", "-", text='{"answers": {"schläft": "no"}}', LC_ALL="C")
        self.assertEqual(status, 1)
        self.assertIn("schläft", errors)

    def test_same_answer_wherever_it_stands(self):
        """An option's value may come with “=”."""
        self.assertEqual(self.assess(FIXTURES / "D01.json")["level"], "doctor")
        status, output, _ = run(f"--assess={FIXTURES / 'D01.json'}")
        self.assertEqual((status, json.loads(output)["level"]), (0, "doctor"))


class Exchange(unittest.TestCase):
    """The diary goes out, and comes in."""
    FULL = SOURCE / "tests" / "fixtures" / "exchange" / "1-full.unknot.json"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.diary = self.folder / "diary.db"

    def run_on(self, *arguments, **options):
        return run("--diary", self.diary, *arguments, **options)

    def count(self, *arguments, **options):
        status, output, errors = self.run_on("--import", *arguments, **options)
        self.assertEqual((status, errors), (0, ""))
        return json.loads(output)

    def test_lossless(self):
        full = self.FULL.read_text(encoding="utf-8")
        self.assertEqual(self.count(self.FULL), {"added": 41, "changed": 0, "left": 0})
        self.assertEqual(self.count("-", text=full), {"added": 0, "changed": 0, "left": 41})
        self.assertEqual(self.run_on("--export", "-"), (0, full, ""))
        out = self.folder / "out.json"
        self.assertEqual(self.run_on("--export", out), (0, "", ""))
        self.assertEqual(out.read_text(encoding="utf-8"), full)
        self.assertEqual(out.stat().st_mode & 0o777, 0o600)

    def test_tables(self):
        """Two files go out; where the second is there, it comes in with the first."""
        table, readings = self.folder / "out.csv", self.folder / "out-readings.csv"
        self.assertEqual(run("--demo", "--export", table), (0, "", ""))
        with open(table, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with open(readings, encoding="utf-8", newline="") as file:
            kinds = {row["kind"] for row in csv.DictReader(file)}
        self.assertGreater(len(rows), 30)
        self.assertEqual(kinds, {"reading", "relief", "dose"})

        self.assertGreaterEqual(self.count(table)["added"], len(rows))
        again = self.folder / "again.csv"
        self.assertEqual(self.run_on("--export", again), (0, "", ""))
        self.assertEqual(again.read_bytes(), table.read_bytes())
        self.assertEqual((self.folder / "again-readings.csv").read_bytes(), readings.read_bytes())
        self.assertEqual(self.count("-", text=table.read_text(encoding="utf-8"))["added"], 0)

    def test_large_letters(self):
        """Endings may be written large, as other systems do."""
        table, diary, bundle = (self.folder / name for name in ("O.CSV", "O.JSON", "O.FHIR.Json"))
        for name in (table, diary, bundle):
            self.assertEqual(run("--demo", "--export", name), (0, "", ""))
        self.assertEqual(json.loads(bundle.read_text(encoding="utf-8"))["resourceType"], "Bundle")
        self.assertTrue((self.folder / "O-readings.CSV").exists())
        added = self.count(table)["added"]
        with open(table, encoding="utf-8", newline="") as file:
            self.assertGreater(added, len(list(csv.DictReader(file))))
        self.assertGreaterEqual(self.count(diary)["left"], added)

    def test_demo(self):
        """A whole year, as the schema has it."""
        status, output, errors = run("--demo", "--export", "-")
        self.assertEqual((status, errors), (0, ""))
        document = json.loads(output)
        self.assertGreater(len(document["episodes"]), 30)
        schema = SOURCE / "data" / "exchange" / "diary.schema.json"
        jsonschema.validate(document, json.loads(schema.read_text(encoding="utf-8")))

    def export_fhir(self, *arguments):
        bundle = self.folder / "out.fhir.json"
        self.assertEqual(run(*arguments, "--export", bundle), (0, "", ""))
        document = json.loads(bundle.read_text(encoding="utf-8"))
        schema = SOURCE / "data" / "exchange" / "fhir-bundle.schema.json"
        jsonschema.validate(document, json.loads(schema.read_text(encoding="utf-8")))
        return document

    def check_references(self, bundle):
        urls = [entry["fullUrl"] for entry in bundle["entry"]]
        self.assertEqual(len(urls), len(set(urls)))
        for resource in (entry["resource"] for entry in bundle["entry"]):
            for reference in resource.get("hasMember", []) + resource.get("partOf", []):
                self.assertIn(reference["reference"], urls)

    def test_fhir(self):
        """A resource for each entry, pain by its LOINC code."""
        self.count(self.FULL)
        diary = json.loads(self.FULL.read_text(encoding="utf-8"))
        bundle = self.export_fhir("--diary", self.diary)
        self.check_references(bundle)
        resources = {entry["resource"].get("id"): entry["resource"] for entry in bundle["entry"]}
        for name in ("reliefs", "days", "events", "pegs", "episodes"):
            for entry in diary[name]:
                self.assertEqual(resources[entry["uuid"]]["resourceType"], "Observation")
        for entry in diary["checks"]:
            self.assertEqual(resources[entry["uuid"]]["resourceType"], "QuestionnaireResponse")
        for entry in diary["doses"]:
            quantity = resources[entry["uuid"]]["dosage"][0]["doseAndRate"][0]["doseQuantity"]
            self.assertEqual(quantity["value"], entry["amount"])
        readings = [reading for entry in diary["episodes"] for reading in entry.get("readings", [])]
        self.assertTrue(readings)
        for reading in readings:
            observation = resources[reading["uuid"]]
            self.assertEqual(observation["code"]["coding"],
                             [{"system": "http://loinc.org", "code": "72514-3"}])
            self.assertEqual(observation["valueInteger"], reading["pain"])

    def test_fhir_demo(self):
        bundle = self.export_fhir("--demo")
        self.check_references(bundle)
        kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
        self.assertEqual(kinds.count("Questionnaire"), 1)
        self.assertGreater(kinds.count("QuestionnaireResponse"), 0)
        for entry in bundle["entry"]:
            if entry["resource"]["resourceType"] == "QuestionnaireResponse":
                self.assertEqual(run("--assess", "-", text=json.dumps(entry["resource"]))[0], 0)

    def test_fhir_empty(self):
        self.count("-", text='{"format": "unknot-diary", "version": 1}')
        self.assertEqual(self.export_fhir("--diary", self.diary),
                         {"resourceType": "Bundle", "type": "collection"})

    def test_nothing_half(self):
        before = self.count("-", text='{"format": "unknot-diary", "version": 1}')
        self.assertEqual(before, {"added": 0, "changed": 0, "left": 0})
        empty = self.run_on("--export", "-")
        text = self.FULL.read_text(encoding="utf-8").replace('"pain":0,', '"pain":11,')
        status, output, errors = self.run_on("--import", "-", text=text)
        self.assertEqual((status, output), (1, ""))
        for line in errors.splitlines():
            self.assertRegex(line, r"^Line \d+: .*\.$")
        self.assertEqual(self.run_on("--export", "-"), empty)

    def test_foreign(self):
        """What is no diary of ours is one sentence, and not one for each of its lines."""
        bundle = self.folder / "bundle.json"
        self.assertEqual(run("--demo", "--export", self.folder / "out.fhir.json")[0], 0)
        (self.folder / "out.fhir.json").rename(bundle)
        for name, text, what in ((bundle, "", "This is a FHIR file"),
                                 ("-", '{"a": 1,\n"b": [2]}', "This is not a diary"),
                                 ("-", "[]", "This is not a diary")):
            status, output, errors = self.run_on("--import", name, text=text)
            self.assertEqual((status, output), (1, ""))
            self.assertRegex(errors, rf"^{what}.* and tables as CSV\.\n$")

    def test_too_large(self):
        with open("/dev/zero", "rb") as endless:
            done = subprocess.run([UNKNOT, "--diary", self.diary, "--import", "-"], stdin=endless,
                                  capture_output=True, env=ENVIRONMENT, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"100 MB", done.stderr)
        self.assertFalse(self.diary.exists())

    def test_no_diary(self):
        """There is nothing to take out, and nothing is made."""
        status, output, errors = self.run_on("--export", "-")
        self.assertEqual((status, output), (1, ""))
        self.assertIn(str(self.diary), errors)
        self.assertFalse(self.diary.exists())

    def test_unwritable(self):
        """The file, the reason and what to do, and no names of functions."""
        (self.folder / "file").touch()
        (self.folder / "in.json").mkdir()
        for name, reason in (("no/out.json", "No such file or directory"),
                             ("file/out.json", "Not a directory"), ("in.json", "Is a directory"),
                             ("n" * 300 + ".json", "File name too long")):
            status, output, errors = run("--demo", "--export", self.folder / name)
            self.assertEqual((status, output), (1, ""))
            self.assertEqual(errors, f"“{self.folder / name}” could not be written: {reason}. "
                                     "Try another folder or name.\n")

    def test_usage(self):
        for arguments in (("--export", "diary.txt"), ("--import", "diary.xlsx"),
                          ("--import", "diary.fhir.json"),
                          ("--export", "a.json", "--import", "a.json"),
                          ("--export", "a.json", "--export", "b.json")):
            status, output, errors = run("--demo", *arguments)
            self.assertEqual((status, output), (2, ""), arguments)
            self.assertIn("--help", errors)


class Summary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def summarize(self, *arguments, name="summary.pdf", **environment):
        path = self.folder / name
        status, output, errors = run("--summary", path, *arguments, TMPDIR=self.folder,
                                     **environment)
        self.assertEqual((status, output, errors), (0, "", ""))
        self.assertEqual([file.name for file in self.folder.iterdir()], [name])
        return path.read_bytes()

    def tell(self, what, *arguments):
        """What pdfinfo says of it."""
        self.summarize(*arguments)
        done = subprocess.run(["pdfinfo", self.folder / "summary.pdf"], capture_output=True,
                              check=True, text=True)
        return re.search(rf"^{what}: +(.*)$", done.stdout, re.MULTILINE)[1]

    def refuse(self, *arguments):
        status, output, errors = run(*arguments, TMPDIR=self.folder,
                                     XDG_DATA_HOME=str(self.folder))
        self.assertEqual((status, output, errors.count("\n")), (1, "", 1))
        return errors

    def test_pdf(self):
        self.assertTrue(self.summarize("--demo").startswith(b"%PDF-"))

    def test_large_letters(self):
        self.assertTrue(self.summarize("--demo", name="S.PDF").startswith(b"%PDF-"))

    @unittest.skipUnless(shutil.which("pdfinfo"), "needs pdfinfo")
    def test_paper(self):
        for arguments, size in (((), "595.276 x 841.89"), (("--paper", "a4"), "595.276 x 841.89"),
                                (("--paper", "letter"), "612 x 792"),
                                (("--paper", "Letter"), "612 x 792")):
            self.assertIn(size, self.tell("Page size", "--demo", *arguments))

    @unittest.skipUnless(shutil.which("pdfinfo"), "needs pdfinfo")
    def test_days_and_entries(self):
        self.assertEqual(self.tell("Pages", "--demo"), "1")
        self.assertEqual(self.tell("Pages", "--demo", "--entries", "--from", "2000-01-01", "--to",
                                   "2000-01-31"), "1")
        self.assertGreater(int(self.tell("Pages", "--demo", "--entries")), 4)
        self.assertIn("1 January 2000 – 31 January 2000",
                      self.tell("Subject", "--demo", "--from", "2000-01-01", "--to", "2000-01-31"))

    def test_no_days(self):
        """Of days to come there is nothing to tell; of today there is, in whatever zone."""
        for arguments, fault in ((("--from", "2999-01-01"), "The first day is after today"),
                                 (("--from", "2026-02-02", "--to", "2026-02-01"),
                                  "The last day is before the first")):
            status, output, errors = run("--demo", "--summary", "-", *arguments)
            self.assertEqual((status, output), (2, ""))
            self.assertEqual(errors, f"{fault}; see --help.\n")
        for zone, hours in (("UTC-14", 14), ("UTC+12", -12)):
            today = (datetime.datetime.now(datetime.timezone.utc) +
                     datetime.timedelta(hours=hours)).date()
            self.summarize("--demo", "--from", str(today), TZ=zone)
            later = today + datetime.timedelta(days=2)
            self.assertEqual(run("--demo", "--summary", "-", "--from", str(later), TZ=zone)[0],
                             2)

    def test_standard_output(self):
        done = subprocess.run([UNKNOT, "--demo", "--summary", "-"], capture_output=True,
                              check=False, env=ENVIRONMENT | {"TMPDIR": str(self.folder)})
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertTrue(done.stdout.startswith(b"%PDF-"))
        with open("/dev/full", "wb") as full:
            done = subprocess.run([UNKNOT, "--demo", "--summary", "-"], stdout=full,
                                  stderr=subprocess.PIPE, check=False,
                                  env=ENVIRONMENT | {"TMPDIR": str(self.folder)})
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"Standard output", done.stderr)

    def test_no_diary(self):
        """None is made, neither the person's own nor another."""
        target = str(self.folder / "summary.pdf")
        for arguments in ((), ("--diary", str(self.folder / "none.db"))):
            self.assertIn("There is no diary", self.refuse("--summary", target, *arguments))
            self.assertEqual(list(self.folder.iterdir()), [])

    def test_no_diary_of_ours(self):
        other = self.folder / "other.db"
        other.write_bytes(b"nothing of ours" * 100)
        errors = self.refuse("--summary", str(self.folder / "summary.pdf"), "--diary", str(other))
        self.assertIn("other.db", errors)
        self.assertEqual(other.read_bytes(), b"nothing of ours" * 100)
        self.assertEqual([file.name for file in self.folder.iterdir()], ["other.db"])

    def test_no_place(self):
        target = self.folder / "missing" / "a.pdf"
        self.assertEqual(self.refuse("--demo", "--summary", str(target)),
                         f"“{target}” could not be written: No such file or directory. Try another "
                         "folder or name.\n")


class Usage(unittest.TestCase):
    def test_wrong_usage(self):
        for arguments in (("--assess",), ("--asses", "x"), ("--assess", "-", "more"),
                          ("--assess", "-", "--assess", "-"), ("--assess", "-", "--version"),
                          ("--gapplication-service", "--version"),
                          ("--demo", "--version"), ("--demo", "--gapplication-service"),
                          ("--diary", "x", "--version"), ("--diary",), ("--diary", "-"),
                          ("--diary=",), ("--diary", "x", "--diary", "y"),
                          ("--demo", "--diary", "x"),
                          ("--assess", "-", "--demo", "--diary", "x"),
                          ("--summary",), ("--summary=",), ("--summary", "diary.db"),
                          ("--summary", "x.pdf", "--summary", "y.pdf"),
                          ("--summary", "x.pdf", "--assess", "-"), ("--summary", "x.pdf", "--version"),
                          ("--summary", "x.pdf", "--paper", "a5"),
                          ("--summary", "x.pdf", "--from", "21.11.2026"),
                          ("--summary", "x.pdf", "--to", "2026-02-29"),
                          ("--summary", "x.pdf", "--to", "2026-1-1"),
                          ("--summary", "x.pdf", "--from", "2026-11-21", "--to", "2026-11-20"),
                          ("--from", "2026-11-21"), ("--paper", "a4"), ("--entries",)):
            status, output, errors = run(*arguments)
            self.assertEqual((status, output), (2, ""), arguments)
            self.assertRegex(errors, r"^.*; see --help\.\n$")

    def test_no_display(self):
        with tempfile.TemporaryDirectory() as folder:
            for arguments in ((), ("--gapplication-service",), ("--demo",), ("--diary", "x.db")):
                status, output, errors = run(*arguments, TMPDIR=folder)
                self.assertEqual((status, output), (1, ""))
                self.assertRegex(errors, r"^There is no display .*--help.*\.\n$")
            self.assertEqual(os.listdir(folder), [])

    def test_help_and_version(self):
        status, output, errors = run("--help")
        self.assertEqual((status, errors), (0, ""))
        for option in ("--assess", "--summary", "--diary", "--demo"):
            self.assertIn(option, output)
        status, output, errors = run("--version")
        self.assertEqual((status, errors), (0, ""))
        self.assertRegex(output, r"^unknot \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()
