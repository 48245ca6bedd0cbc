#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings a table in by the keyboard, takes that back, and takes the diary out."""
import ctypes
import json
import subprocess
import unittest

import journey

DATA = 2  # in the main menu
TABLE = "When;Comment;Pain\n3/4/2026;woke up with it;7\n15/4/2026;;4\n16/4/2026;was away;\n"


def give_focus_back():
    """What a window manager does when a window goes: here is none."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    pointer_root, now = ctypes.c_ulong(1), ctypes.c_ulong(0)
    x11.XSetInputFocus(display, pointer_root, 1, now)
    x11.XCloseDisplay(display)


class Data(journey.Journey):
    def open_data(self):
        self.unknot.choose_in_menu(DATA)
        self.unknot.wait(lambda: any(node.get_role_name() == "dialog"
                                     for node in journey.walk(self.unknot.application)),
                         "the dialog")

    def test_import(self):
        """A table of one's own comes in, and goes again."""
        table = self.unknot.home / "own.csv"
        table.write_text(TABLE, encoding="utf-8")
        self.welcome()

        self.open_data()
        self.unknot.choose_row("Import Files…")
        self.unknot.wait_for_window("Import Files")
        self.unknot.press("/")
        self.unknot.enter_path(table)
        # The days say which of the two numbers is the month.
        self.unknot.wait_for_text("3 April 2026: 7 of 10")
        give_focus_back()
        self.unknot.tab_to("Leave out rows without a pain")
        self.unknot.choose()
        self.unknot.press_button("Next")
        self.unknot.wait_for_text("Rows without a pain, as you chose")
        self.unknot.wait_for_text("They are not in your diary, and would be added")
        self.assertEqual(self.unknot.query("SELECT count(*) FROM episode"), [(0,)])
        self.unknot.press_button("Import")
        self.unknot.wait_for_text("2 entries added")
        self.assertEqual(self.unknot.query("SELECT worst, note FROM episode ORDER BY started"),
                         [(7, "woke up with it"), (4, "")])

        self.unknot.press_button("Undo")
        self.unknot.wait_for_text("The import is undone")
        self.assertEqual(self.unknot.query("SELECT count(*) FROM episode WHERE deleted IS NULL"),
                         [(0,)])
        self.assertEqual(self.unknot.quit(), 0)

    def test_export(self):
        """The file is that of the command line."""
        exported = self.unknot.home / "out.json"
        self.welcome()

        self.open_data()
        self.unknot.choose_row("Whole Diary…")
        self.unknot.wait_for_window("Export the Diary")
        self.unknot.enter_path(exported)
        self.unknot.wait_for_text("Saved as “out.json”")
        [diary] = self.unknot.data.glob("*/diary.db")
        said = subprocess.run([journey.PROGRAM, "--export", "-", "--diary", diary], check=True,
                              capture_output=True)
        self.assertEqual(exported.read_bytes(), said.stdout)
        self.assertIn("episodes", json.loads(said.stdout))


if __name__ == "__main__":
    unittest.main()
