# SPDX-License-Identifier: GPL-3.0-or-later
"""The check-up as the window words it, read from the same data."""
import dataclasses
import json
import os
import pathlib

SOURCE = pathlib.Path(os.environ["G_TEST_SRCDIR"])
FOLDER = SOURCE / "data" / "protocol"
FIXTURES = SOURCE / "tests" / "fixtures" / "rules"
SHORT_TEXT = "sdc-questionnaire-shortText"
UNIT = "questionnaire-unit"
COURSES = ["new", "gone", "old"]

# What the window calls the answers of a flag, and the three of a sign that are not “yes”.
TOGGLES = {"no": "No", "yes": "Yes", "not-sure": "Not sure"}


@dataclasses.dataclass(frozen=True)
class Question:
    id: str
    page: str
    kind: str
    text: str
    short_text: str
    unit: str
    options: dict
    conditions: list  # of a question's id and one answer to it; any of them is enough

    @property
    def name(self):
        """What is short in the middle of a sentence, at the beginning of one."""
        return self.short_text[0].upper() + self.short_text[1:]

    def is_asked(self, answers):
        return not self.conditions or any(answers.get(question) == code
                                          for question, code in self.conditions)

    def word(self, answer):
        """An answer in the words of the result."""
        if self.kind == "count":
            return f"{answer} {self.unit}"
        if self.kind == "grade":
            return f"{answer} of 10"
        return ", ".join(self.options[code] for code in self.options if code in as_list(answer))


def as_list(answer):
    return answer if isinstance(answer, list) else [answer]


def read_extensions(item):
    return {extension["url"].rpartition("/")[2]: value
            for extension in item.get("extension", [])
            for name, value in extension.items() if name != "url"}


def find_kind(item, extensions, codes):
    if item["type"] == "integer":
        return "count" if UNIT in extensions else "grade"
    if item.get("repeats"):
        return "choices"
    if codes == {"no", "not-sure", *COURSES}:
        return "sign"
    return "flag" if codes == set(TOGGLES) else "choice"


def read_question(item, page):
    extensions = read_extensions(item)
    options = {option["valueCoding"]["code"]: option["valueCoding"]["display"]
               for option in item.get("answerOption", [])}
    conditions = [(condition["question"], condition["answerCoding"]["code"])
                  for condition in item.get("enableWhen", [])]
    return Question(item["linkId"], page, find_kind(item, extensions, set(options)), item["text"],
                    extensions[SHORT_TEXT], extensions.get(UNIT, {}).get("display"), options,
                    conditions)


def load(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


RULES = load("rules.json")
EVIDENCE = load("evidence.json")

PAGES = {page["text"]: [read_question(item, page["text"]) for item in page["item"]]
         for page in load("questionnaire.json")["item"]}
QUESTIONS = {question.id: question for page in PAGES.values() for question in page}
BY_TEXT = {question.text: question for question in QUESTIONS.values()}
BY_NAME = {question.name: question for question in QUESTIONS.values()}


def load_answers(name):
    return json.loads((FIXTURES / (name + ".json")).read_text(encoding="utf-8"))["answers"]


LEVELS = {"emergency": "Call the emergency number now", "urgent": "Get seen today",
          "doctor": "Book an appointment", "self-care": "Care for it at home, and watch"}


def name_sources(rule_id):
    """What a rule means and those who say so, as a reason's row names them."""
    [rule] = [rule for rule in RULES["rules"] if rule["id"] == rule_id]
    facts = {fact["id"]: fact for fact in EVIDENCE["facts"]}
    sources = {source["id"]: source for source in EVIDENCE["sources"]}
    names = []
    for fact in rule["evidence"]:
        source = sources[facts[fact]["source"]]
        name = source.get("publisher") or source["title"]
        if name not in names:
            names.append(name)
    return f"{LEVELS[rule['level']]} — {' · '.join(names)}"


def find_questions(rule_id):
    """The questions that a rule reads, those of the rules that it doubts among them."""
    [rule] = [rule for rule in RULES["rules"] if rule["id"] == rule_id]
    found = set()

    def search(condition):
        for name, value in condition.items():
            if name == "question":
                found.add(value)
            elif name == "group":
                found.update(RULES["groups"][value])
            elif name in ("any", "all"):
                for part in value:
                    search(part)
            elif name == "in-doubt":
                for doubted in value:
                    found.update(find_questions(doubted))

    search(rule["when"])
    return found
