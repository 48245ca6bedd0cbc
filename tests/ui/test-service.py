#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bus starts it, and asks it for its one window."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

os.environ.pop("G_DEBUG", None)  # what the bus warns of here is not the program's doing

import gi  # noqa: E402
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PROGRAM, SERVICE = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
ID = SERVICE.stem
PATH = "/" + ID.replace(".", "/")
PATIENCE = 30  # seconds, for a machine that has much else to do


class Service(unittest.TestCase):
    def setUp(self):
        """The service file as it is installed, but for the place of the program."""
        text = SERVICE.read_text(encoding="utf-8")
        [installed] = [line for line in text.splitlines() if line.startswith("Exec=")]
        arguments = installed.split(" ", 1)[1]
        folder = pathlib.Path(os.environ["XDG_DATA_HOME"], "dbus-1", "services")
        folder.mkdir(parents=True, exist_ok=True)
        folder.joinpath(SERVICE.name).write_text(
            text.replace(installed, f"Exec={PROGRAM} {arguments}"), encoding="utf-8")
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.call_bus("ReloadConfig")
        self.addCleanup(self.quit)

    # The bus

    def call_bus(self, method, parameters=None):
        return self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                  "org.freedesktop.DBus", method, parameters, None,
                                  Gio.DBusCallFlags.NONE, PATIENCE * 1000, None)

    def call(self, method, parameters, interface="org.freedesktop.Application"):
        self.bus.call_sync(ID, PATH, interface, method, parameters, None,
                           Gio.DBusCallFlags.NONE, PATIENCE * 1000, None)

    def activate(self):
        self.call("Activate", GLib.Variant("(a{sv})", ({},)))

    def act(self, action):
        self.call("ActivateAction", GLib.Variant("(sava{sv})", (action, [], {})))

    def is_running(self):
        return self.call_bus("NameHasOwner", GLib.Variant("(s)", (ID,))).unpack()[0]

    def quit(self):
        if self.is_running() and self.get_windows():
            self.act("quit")
        self.wait(lambda: not self.is_running() and not self.get_windows(), "its end")

    # What is shown

    def wait(self, condition, what):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, f"Waited for {what}")
            GLib.timeout_add(10, lambda: False)
            GLib.MainContext.default().iteration(True)

    @staticmethod
    def find_windows(look):
        """What is seen by looking at each of its windows."""
        try:
            desktop = Atspi.get_desktop(0)
            windows = [application.get_child_at_index(place)
                       for application in map(desktop.get_child_at_index,
                                              range(desktop.get_child_count()))
                       if application is not None and application.get_name() == "unknot"
                       for place in range(application.get_child_count())]
            return [look(window) for window in windows if window is not None]
        except (AttributeError, GLib.Error):  # it has just come or gone
            return []

    def get_windows(self):
        """Their names."""
        return self.find_windows(Atspi.Accessible.get_name)

    def find_marks(self, accessible):
        """What tells the first page from those that follow."""
        found = {accessible.get_name()} & {"Welcome to Unknot", "Main Menu"}
        return found.union(*(self.find_marks(accessible.get_child_at_index(place))
                             for place in range(accessible.get_child_count())))

    # The tests

    def test_started(self):
        """Started by the bus it waits, without a window, to be asked for one."""
        self.call_bus("StartServiceByName", GLib.Variant("(su)", (ID, 0)))
        self.call("List", None, "org.gtk.Actions")  # answered only after what it does at first
        self.assertEqual(self.get_windows(), [])
        self.activate()
        self.wait(lambda: self.get_windows() == ["Unknot"], "the window")

    def test_activated(self):
        """However often it is asked for its window, whatever is open beside it, there is one."""
        self.activate()
        self.wait(lambda: self.get_windows() == ["Unknot"], "the window")
        self.activate()
        self.act("shortcuts")
        self.wait(lambda: len(self.get_windows()) == 2, "the shortcuts")
        self.activate()
        self.assertEqual(self.get_windows().count("Unknot"), 1)

    def test_dialog(self):
        """Asked for a dialog first, it shows it on its window."""
        self.act("about")
        self.wait(lambda: self.get_windows() == ["Unknot"], "the window")

    def start(self, *arguments):
        """Another one, whatever is running."""
        program = subprocess.Popen([PROGRAM, *arguments], env=os.environ | {"TMPDIR": self.folder})
        self.addCleanup(program.kill)
        return program

    def test_demo(self):
        """A demo is a program of its own, and leaves nothing behind."""
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.activate()
        self.wait(lambda: self.get_windows() == ["Unknot"], "the window")
        program = self.start("--demo")
        self.wait(lambda: len(self.get_windows()) == 2, "the demo's window")
        self.wait(lambda: sorted(map(sorted, self.find_windows(self.find_marks))) ==
                  [["Main Menu"], ["Welcome to Unknot"]],
                  "a welcome in the person's own window, and none in the demo's")
        self.assertEqual(len(os.listdir(self.folder)), 1)
        self.act("quit")
        self.wait(lambda: not self.is_running() and len(self.get_windows()) == 1,
                  "the other one's end")
        self.assertIsNone(program.poll())
        program.send_signal(signal.SIGINT)
        self.assertEqual(program.wait(PATIENCE), 0)
        self.assertEqual(os.listdir(self.folder), [])

    def test_diary(self):
        """So is another diary: its program answers to nothing that the bus asks of the person's."""
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        program = self.start("--diary", os.path.join(self.folder, "other.db"))
        self.wait(lambda: len(self.get_windows()) == 1, "the window")
        self.assertFalse(self.is_running())
        program.terminate()
        program.wait(PATIENCE)


if __name__ == "__main__":
    unittest.main()
