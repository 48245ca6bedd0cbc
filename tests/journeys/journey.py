# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the keyboard, and a screen reader that tells what is there.

Everything that is done is done by keys. The accessibility bus is only read: where the focus is,
what is shown, what is announced. Nothing waits for a time; everything waits for what it is about.
"""
import dataclasses
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

# What the program is warned of ends it; what the bus warns of here is not its doing.
DEBUG = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

import protocol  # noqa: E402

PROGRAM = sys.argv.pop(1)
PATIENCE = 30  # seconds, for a machine that has much else to do

KEYS = {"Tab": 0xff09, "Enter": 0xff0d, "Escape": 0xff1b, "space": 0x20, "Left": 0xff51,
        "Up": 0xff52, "Right": 0xff53, "Down": 0xff54, "F1": 0xffbe, "F10": 0xffc7,
        "Delete": 0xffff}
MODIFIERS = {"Shift": 50, "Ctrl": 37, "Alt": 64}  # as keycodes
EVENTS = ["object:state-changed:focused", "object:state-changed:checked", "object:announcement"]
ROWS = ["list item", "combo box"]
CALLED = "I have called, or someone is calling for me"
COURSES = "When was it?"
TODAY, CHECK_UP, HISTORY, LEARN = "1234"  # the views, by their keys

MAIN_CONTEXT = GLib.MainContext.default()


def is_in_state(node, state):
    return node.get_state_set().contains(state)


def children(node):
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def walk(node):
    """What is shown, in the order in which it is read."""
    for child in children(node):
        if is_in_state(child, Atspi.StateType.SHOWING):
            yield child
            yield from walk(child)


def read_lines(node):
    return [part.get_name() for part in walk(node) if part.get_role() == Atspi.Role.LABEL]


def read_entry(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


@dataclasses.dataclass
class Result:
    title: str
    lines: list  # what stands below the title
    buttons: list
    parts: dict  # rows by the part's title, each as its lines

    def get_names(self, part):
        return [row[0] for row in self.parts.get(part, [])]


class Unknot:
    """The program, with a home of its own that outlives it."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="unknot-journey-")
        self.home = pathlib.Path(self.folder.name)
        self.command = [PROGRAM]
        self.data = self.home / "data"
        self.environment = {
            "ASAN_OPTIONS": "detect_leaks=0:abort_on_error=1",
            "G_DEBUG": DEBUG,
            "GSETTINGS_BACKEND": "keyfile",
            "TZ": "Europe/Berlin",
            "XDG_CACHE_HOME": self.home / "cache",
            "XDG_CONFIG_HOME": self.home / "config",
            "XDG_DATA_HOME": self.data,
        }
        shutil.copytree(os.environ["XDG_CONFIG_HOME"], self.home / "config")
        self.process = None
        self.application = None
        self.pages = None  # what holds the pages
        self.focus = None
        self.moves = 0  # of the focus
        self.choices = 0
        self.announcements = []
        self.listener = Atspi.EventListener.new(self.hear)
        for name in EVENTS:
            self.listener.register(name)

    # Starting and ending

    def start(self):
        """Starts it, and waits until the keyboard has something to act on."""
        self.wait_for(lambda: self.find_application() is None, "the end of another one")
        self.focus = self.pages = None
        self.process = subprocess.Popen(self.command, env=os.environ | self.environment)
        self.application = self.wait(self.find_application, "the program on the accessibility bus")
        self.application.set_cache_mask(Atspi.Cache.NONE)
        self.wait(self.look_for_focus, "the focus")
        self.settle()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def quit(self):
        """Closes it as a person would; returns its exit status."""
        self.press("q", "Ctrl")
        return self.process.wait(PATIENCE)

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for name in EVENTS:
            self.listener.deregister(name)
        self.folder.cleanup()

    @staticmethod
    def find_application():
        for application in children(Atspi.get_desktop(0)):
            if application.get_name() == "unknot":
                return application
        return None

    def read_draft(self):
        """The answers on the disk: codes or a number by question."""
        [path] = self.data.glob("*/checkup.json")
        response = json.loads(path.read_text(encoding="utf-8"))
        answers = {}
        for page in response.get("item", []):
            for item in page["item"]:
                values = [answer.get("valueInteger", answer.get("valueCoding", {}).get("code"))
                          for answer in item.get("answer", [])]
                answers[item["linkId"]] = values
        return response["status"], answers

    # Hearing and waiting

    def hear(self, event):
        if event.type == "object:announcement":
            self.announcements.append(event.any_data)
        elif event.detail1 == 0:
            pass
        elif event.type == "object:state-changed:focused":
            self.focus = event.source
            self.moves += 1
        else:
            self.choices += 1

    def wait_for(self, condition, what):
        end = time.monotonic() + PATIENCE
        while True:
            while MAIN_CONTEXT.iteration(False):
                pass
            try:
                found = condition()
            except GLib.Error:  # what it asked about has just gone
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"Waited for {what}; the focus is on {self.describe()}")
            GLib.timeout_add(10, lambda: False)
            MAIN_CONTEXT.iteration(True)

    def wait(self, condition, what):
        def check():
            if self.process.poll() is not None:
                raise AssertionError(f"The program has ended with {self.process.returncode}")
            return condition()

        return self.wait_for(check, what)

    def settle(self):
        """Until all that came of the last key has been heard."""
        self.application.get_child_count()
        while MAIN_CONTEXT.iteration(False):
            pass

    def look_for_focus(self):
        for node in list(walk(self.application)):
            if is_in_state(node, Atspi.StateType.FOCUSED):
                self.focus = node
                return True
        return False

    def describe(self):
        try:
            return f"{self.focus.get_role_name()} “{self.focus.get_name()}”"
        except (AttributeError, GLib.Error):
            return "nothing"

    # Keys

    def press(self, key, modifier=None):
        symbol = KEYS.get(key) or ord(key)
        if modifier is not None:
            Atspi.generate_keyboard_event(MODIFIERS[modifier], None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
        if modifier is not None:
            Atspi.generate_keyboard_event(MODIFIERS[modifier], None, Atspi.KeySynthType.RELEASE)

    def move(self, key, modifier=None):
        """Presses a key that moves the focus."""
        moves = self.moves
        self.press(key, modifier)
        self.wait(lambda: self.moves > moves, f"the focus to move by {key}")

    def choose(self, key="space", modifier=None):
        """Presses a key that chooses something."""
        choices = self.choices
        self.press(key, modifier)
        self.wait(lambda: self.choices > choices, "the choice")
        self.settle()

    def tab_to(self, name):
        """Tabs to what is called so, which must be on the way around the window."""
        for _ in range(100):
            if self.focus.get_name() == name:
                return
            self.move("Tab")
        raise AssertionError(f"Tab does not come to “{name}”")

    def choose_in_menu(self, place):
        """From the main menu, as soon as all of it can be chosen; its items have no names here."""
        def find_items():
            return [node for node in walk(self.application) if node.get_role_name() == "menu item"]

        # The focus comes to a view before it is shown.
        self.wait_for_text("Main Menu")
        self.settle()
        self.press("F10")
        self.wait(lambda: self.focus.get_role_name() == "menu item", "the menu")
        self.wait(lambda: all(is_in_state(item, Atspi.StateType.SENSITIVE)
                              for item in find_items()), "the menu to be ready")
        # What could not be chosen when it opened was not where the focus went.
        states = [is_in_state(item, Atspi.StateType.FOCUSED) for item in find_items()]
        for _ in range(abs(place - states.index(True))):
            self.move("Down" if place > states.index(True) else "Up")
        self.press("Enter")

    def press_button(self, name):
        self.tab_to(name)
        self.press("Enter")

    def go_to_row(self, title, modifier=None):
        """Tabs to the row with these words; with Shift, backwards."""
        for _ in range(100):
            if self.focus.get_role_name() in ROWS and title in read_lines(self.focus):
                return
            self.move("Tab", modifier)
        raise AssertionError(f"Tab does not come to “{title}”")

    def choose_row(self, title, modifier=None):
        self.go_to_row(title, modifier)
        self.press("Enter")

    # The chooser of files

    def enter_path(self, path):
        """All at once: GTK's chooser looks for files at every letter, and trips over itself."""
        self.wait(lambda: self.focus.get_role_name() == "text", "the path's field")
        Atspi.EditableText.set_text_contents(self.focus, str(path))
        self.wait(lambda: read_entry(self.focus) == str(path), "the path")
        self.press("Enter")

    # What is on the disk

    def query(self, sql):
        """What is in the diary, as another program sees it."""
        [path] = self.data.glob("*/diary.db")
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    # What is shown

    def shows(self, text):
        return any(node.get_name() == text for node in walk(self.application))

    def wait_for_text(self, text):
        self.wait(lambda: self.shows(text), f"the words “{text}”")

    def wait_for_window(self, title):
        """One of its own, as GTK’s dialogs are."""
        self.wait(lambda: any(node.get_name() == title for node in children(self.application)),
                  f"the window “{title}”")

    def wait_until_gone(self, text):
        self.wait(lambda: not self.shows(text), f"the words “{text}” to go")

    @property
    def page(self):
        """The page that is shown; its name is its title."""
        for node in children(self.pages) if self.pages is not None else walk(self.application):
            if node.get_role() == Atspi.Role.GROUPING and node.get_name() and \
                    is_in_state(node, Atspi.StateType.SHOWING):
                self.pages = node.get_parent()
                return node
        return None

    @property
    def title(self):
        page = self.page
        return page.get_name() if page is not None else ""

    def find(self, role, name):
        for node in walk(self.page):
            if node.get_role_name() == role and node.get_name() == name:
                return node
        return None

    def wait_for_page(self, title):
        page = self.wait(lambda: self.title == title and self.page, f"the page “{title}”")
        self.settle()
        return page

    def show_view(self, view, focus):
        """Switches to a view, and waits until what there is to do in it has the focus."""
        self.press(view, "Alt")
        self.wait_for_focus(focus)
        self.pages = None
        self.settle()

    def wait_for_emergency(self):
        self.wait(self.is_in_emergency, "the emergency page")
        self.settle()

    def wait_for_focus(self, name):
        self.wait(lambda: self.focus.get_name() == name, f"the focus on “{name}”")

    def is_in_emergency(self):
        return self.title.startswith("Call ")

    # A page of questions

    def get_question(self):
        """The question that the focus is in the answer of."""
        try:
            role = self.focus.get_role_name()
            if role not in ("text", "radio button", "check box"):
                return None
            holder = self.focus if role == "text" else self.focus.get_parent()
            while not holder.get_name() and holder.get_role() != Atspi.Role.LIST_ITEM:
                holder = holder.get_parent()
            return protocol.BY_TEXT.get(holder.get_name())
        except (AttributeError, GLib.Error):
            return None

    def go_to(self, question):
        for _ in range(300):
            if self.get_question() == question:
                return
            self.move("Tab")
        raise AssertionError(f"Tab does not come to “{question.text}”")

    def go_to_option(self, name, key="Tab"):
        for _ in range(20):
            if self.focus.get_name() == name:
                return
            self.move(key)
        raise AssertionError(f"{key} does not come to “{name}”")

    def answer(self, question, answer):
        """Answers a question that is below the focus and was not answered yet."""
        self.go_to(question)
        if question.kind == "count":
            self.type_count(answer)
        elif question.kind == "grade":
            self.go_to_option(str(answer), "Right")
            self.choose()
        elif question.kind in ("flag", "sign"):
            self.answer_yes_or_no(question, answer)
        else:
            for code in question.options:
                if code in protocol.as_list(answer):
                    self.go_to_option(question.options[code])
                    self.choose()

    def answer_yes_or_no(self, question, answer):
        is_course = question.kind == "sign" and answer in protocol.COURSES
        self.go_to_option(protocol.TOGGLES["yes" if is_course else answer], "Right")
        self.choose()
        if is_course:
            # Faster than any person, the next key could come before they are in their places.
            self.wait(self.are_courses_shown, "the sign's courses")
            self.move("Tab")
            if self.focus.get_parent().get_name() != COURSES:
                raise AssertionError(f"After Yes the focus is on {self.describe()}")
            self.go_to_option(question.options[answer])
            self.choose()

    def are_courses_shown(self):
        for group in walk(self.focus.get_parent().get_parent()):
            if group.get_name() == COURSES:
                return all(course.get_extents(Atspi.CoordType.WINDOW).width > 0
                           for course in children(group))
        return False

    def type_count(self, count):
        for digit in str(count):
            self.press(digit)
        self.wait(lambda: read_entry(self.focus) == str(count), "the number typed")
        self.settle()

    def answer_page(self, answers):
        """Answers, in their order, the questions of the page shown that have an answer.

        Where that brings up the emergency page, goes on.
        """
        heard = len(self.announcements)
        for question in protocol.PAGES[self.title]:
            if answers.get(question.id) is None or not question.is_asked(answers):
                continue
            self.answer(question, answers[question.id])
            if any(text.startswith("Call ") for text in self.announcements[heard:]):
                heard = len(self.announcements)
                self.go_on()

    def next(self, key=None):
        """Goes to the next page, by the button where a key is named for it, else by its letter."""
        titles = [*protocol.PAGES, "Result"]
        title = titles[titles.index(self.title) + 1]
        if key is None:
            self.press("n", "Alt")
        else:
            self.tab_to("Next")
            self.press(key)
        if title in protocol.PAGES:
            self.wait(lambda: self.get_question() in protocol.PAGES[title],
                      f"the focus on a question of “{title}”")
        else:
            self.wait_for_page(title)

    def leave_out(self):
        """Lets Next name what is open, and goes on without it; returns what was said."""
        title = self.title
        heard = len(self.announcements)
        self.press("n", "Alt")
        self.wait(lambda: len(self.announcements) > heard, "the names of what is not answered")
        self.press("l", "Alt")
        self.wait(lambda: self.title != title, "the page after this one")
        self.settle()
        return self.announcements[heard]

    def read_page(self):
        """The answers that the page shows: codes or a number by question."""
        shown = {}
        last = protocol.PAGES[self.title][-1]
        rows = self.wait(lambda: self.find("list", "Questions"), "the questions")
        self.wait(lambda: any(node.get_name() == last.text for node in walk(rows)),
                  "all questions")
        for row in children(rows):
            if not is_in_state(row, Atspi.StateType.SHOWING):
                continue
            question, chosen = None, []
            for node in walk(row):
                role, name = node.get_role_name(), node.get_name()
                if role in ("grouping", "text") and name in protocol.BY_TEXT:
                    question = protocol.BY_TEXT[name]
                if role == "text":
                    chosen = [int(text) for text in [read_entry(node)] if text]
                elif role in ("radio button", "check box") and \
                        is_in_state(node, Atspi.StateType.CHECKED):
                    chosen.append(name)
            shown[question.id] = self.read_choice(question, chosen)
        return shown

    @staticmethod
    def read_choice(question, names):
        if question.kind == "count":
            return names
        if question.kind == "grade":
            return [int(name) for name in names]
        words = question.options
        if question.kind in ("flag", "sign"):
            words = {code: word for code, word in words.items() if code in protocol.COURSES} | \
                protocol.TOGGLES
        codes = [code for name in names for code, word in words.items() if word == name]
        return codes[1:] if len(codes) == 2 and codes[0] == "yes" else codes

    # The emergency page and the result

    def go_on(self):
        """Goes on from the emergency page as somebody who has called."""
        self.tab_to(CALLED)
        if not is_in_state(self.focus, Atspi.StateType.CHECKED):
            self.choose()
        self.move("Tab")
        self.go_to_option("Go On With the Check-Up")
        self.press("Enter")
        self.wait(lambda: self.title in protocol.PAGES, "a page of questions")
        self.wait(self.look_for_focus, "the focus")

    def read_result(self):
        page = self.wait_for_page("Result")
        title, lines, buttons, parts, part, group = None, [], [], {}, None, ""
        for node in walk(page):
            role, name = node.get_role_name(), node.get_name()
            if role == "heading":
                title = name
                lines = [line.get_name() for line in children(node.get_parent())
                         if line.get_role_name() == "label" and
                         is_in_state(line, Atspi.StateType.SHOWING) and
                         not line.get_name().startswith("Answered on ")]
            elif role == "button":
                buttons.append(name)
            elif role == "grouping":
                group = name
            elif role == "list":  # in libadwaita 1.7 it has the name, in 1.10 the group
                part = parts.setdefault(name or group, [])
            elif role == "list item":
                part.append(read_lines(node))
        return Result(title, lines, buttons, parts)


class Journey(unittest.TestCase):
    maxDiff = None
    program = Unknot

    def setUp(self):
        self.unknot = self.program()
        self.addCleanup(self.unknot.end)

    def welcome(self):
        """The first start, to the first view."""
        self.unknot.start()
        self.unknot.tab_to("Begin")
        self.unknot.press("Enter")
        self.unknot.wait_for_focus("Log a Spasm")

    def begin(self):
        """From the first page to the first question."""
        self.welcome()
        self.unknot.show_view(CHECK_UP, "Start the Check-Up")
        self.unknot.press("Enter")
        first = next(iter(protocol.PAGES))
        self.unknot.wait_for_page(first)
        self.unknot.wait(lambda: self.unknot.get_question() == protocol.PAGES[first][0],
                         "the focus on the first question")

    def assess(self, answers):
        done = subprocess.run([PROGRAM, "--assess", "-"], check=True, stdout=subprocess.PIPE,
                              input=json.dumps({"answers": answers}).encode())
        return json.loads(done.stdout)

    def check_result(self, answers):
        """The page says what the command line says to the same answers."""
        verdict = self.assess(answers)
        result = self.unknot.read_result()
        self.assertEqual(result.title, self.name_level(verdict))
        self.check_reasons(result, verdict, answers)
        for part, name in (("Not Sure About", "not-sure"), ("Not Answered", "missing")):
            self.assertEqual(
                [protocol.BY_NAME[text].id for text in result.get_names(part)], verdict[name])
        self.assertEqual(any("Not finished" in line for line in result.lines),
                         not verdict["complete"])
        self.assertEqual("Answer What Is Missing" in result.buttons, not verdict["complete"])
        return result

    @staticmethod
    def name_level(verdict):
        if verdict["level"] == "emergency":
            only_pregnancy = [rule for rule in verdict["rules"] if rule[0] == "E"] == ["E17"]
            return "Call your maternity unit or 112 now" if only_pregnancy else "Call 112 now"
        if set(verdict["missing"]) & set(protocol.RULES["groups"]["emergency-items"]):
            return "An emergency is not ruled out yet"
        if verdict["level"] == "urgent" and "U21" in verdict["rules"]:
            return "Call the poison line now, and get seen today"
        return protocol.LEVELS.get(verdict["level"], "Not finished")

    def check_reasons(self, result, verdict, answers):
        rows = result.parts.get("Why", [])
        self.assertEqual(len(rows), len(verdict["rules"]), rows)
        for rule, [reasons, sources] in zip(verdict["rules"], rows):
            self.assertEqual(sources, protocol.name_sources(rule), rule)
            if rule == "S01":
                self.assertRegex(reasons, "^All questions are answered")
                continue
            self.assertNotEqual(reasons, "", rule)
            for reason in reasons.splitlines():
                [question] = [question for question in protocol.QUESTIONS.values()
                              if reason.startswith(question.name + ": ")]
                self.assertIn(question.id, protocol.find_questions(rule), rule)
                answer = answers.get(question.id)
                self.assertEqual(reason[len(question.name) + 2:],
                                 "not answered" if answer is None else question.word(answer), rule)
