#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What GNOME Shell makes of an installed Unknot: found, started, raised, remembered.

It is told the folder of data of the installation, which the shell was started with: share in the
prefix, or the exports/share of Flatpak.
"""
import os
import pathlib
import shlex
import subprocess
import sys
import unittest

import gi
gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, Gio, GLib  # noqa: E402

import shell  # noqa: E402

FOLDER = pathlib.Path(sys.argv.pop(1))
[LAUNCHER] = FOLDER.glob("applications/io.github.unknot.Unknot*.desktop")
ENTRY = Gio.DesktopAppInfo.new_from_filename(str(LAUNCHER))
ID = LAUNCHER.stem
DRAWN = pathlib.Path(__file__).resolve().parents[2] / f"data/icons/hicolor/scalable/apps/{ID}.svg"

APP = f"Shell.AppSystem.get_default().lookup_app('{LAUNCHER.name}')"
ITEM = f".find(item => item.app.get_id() === '{LAUNCHER.name}')"
WINDOWS = f"""{APP}.get_windows().map(window => ({{
  title: window.title, focused: window.has_focus(), minimized: window.minimized,
  maximized: window.get_maximized() !== 0, sandbox: window.get_sandboxed_app_id(),
  size: [window.get_frame_rect().width, window.get_frame_rect().height],
}}))"""
LAUNCH = "global.create_app_launch_context(global.display.get_current_time_roundtrip(), -1)"
WORK_AREA = "(area => [area.width, area.height])(Main.layoutManager.getWorkAreaForMonitor(0))"
FAVORITES = "imports.gi.Gio.Settings.new('org.gnome.shell').set_strv('favorite-apps', {})"
SUPER, RETURN = "Clutter.KEY_Super_L", "Clutter.KEY_Return"


def compare(picture, place, icon):
    """How far what a picture shows in a place is from an icon: 0 is the same, 255 the contrary."""
    x, y, width, height = place
    shown = GdkPixbuf.Pixbuf.new_from_file(str(picture)).new_subpixbuf(x, y, width, height)
    drawn = GdkPixbuf.Pixbuf.new_from_file_at_size(str(icon), width, height)
    drawn_bytes, shown_bytes = drawn.read_pixel_bytes().get_data(), shown.read_pixel_bytes().get_data()
    differences = []
    for row in range(height):
        for column in range(width):
            one = row * drawn.get_rowstride() + column * drawn.get_n_channels()
            other = row * shown.get_rowstride() + column * shown.get_n_channels()
            if drawn_bytes[one + 3] == 255:
                differences += [abs(a - b) for a, b in
                                zip(drawn_bytes[one:one + 3], shown_bytes[other:other + 3])]
    return sum(differences) / len(differences)


class InShell(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shell = shell.Shell()

    def setUp(self):
        self.addCleanup(self.end)
        self.hide_overview()

    def end(self):
        if self.get_windows():
            self.shell.evaluate(f"{APP}.request_quit()")
        self.wait_for_no_window()

    # The window

    def get_windows(self):
        return self.shell.evaluate(WINDOWS)

    def wait_for_window(self, **facts):
        """The one window, when it has the focus and these facts are true of it."""
        def look():
            windows = self.get_windows()
            return len(windows) == 1 and windows[0]["focused"] and \
                windows[0] | facts == windows[0]

        shell.wait(look, f"one window with {facts}")

    def wait_for_no_window(self):
        """And no program, so that the next start is a start."""
        shell.wait(lambda: not self.get_windows() and not self.is_running(), "the end of it")

    def is_running(self):
        [owned] = self.shell.call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                  "org.freedesktop.DBus", "NameHasOwner",
                                  GLib.Variant("(s)", (ID,)))
        return owned

    def do(self, deed):
        """Something with the window."""
        self.shell.evaluate(f"{APP}.get_windows()[0].{deed}")

    def close(self):
        self.do("delete(global.get_current_time())")
        self.wait_for_no_window()

    # Ways to start it. The token says that a person asked for it: without, the shell lets no window
    # come to the front.

    def get_token(self):
        return self.shell.evaluate(f"{LAUNCH}.get_startup_notify_id({APP}.get_app_info(), [])")

    def launch(self):
        """As the shell does."""
        self.shell.evaluate(f"{APP}.launch(global.display.get_current_time_roundtrip(), -1, 0)")

    def activate(self):
        """As other programs do, by the bus."""
        data = {"activation-token": GLib.Variant("s", self.get_token())}
        self.shell.call(ID, "/" + ID.replace(".", "/"), "org.freedesktop.Application", "Activate",
                        GLib.Variant("(a{sv})", (data,)))

    def run_command(self):
        """By the command in the launcher, which hands over and ends."""
        subprocess.run(shlex.split(ENTRY.get_string("Exec")), check=True, timeout=shell.PATIENCE,
                       env=os.environ | {"XDG_ACTIVATION_TOKEN": self.get_token()})

    # The overview

    def hide_overview(self):
        self.shell.evaluate("Main.overview.hide()")
        self.shell.wait_for("!Main.overview.visible", "the end of the overview")

    def show_overview(self):
        self.shell.press(SUPER)
        self.shell.wait_for("Main.overview.visible && !Main.overview.animationInProgress",
                            "the overview")

    def show_grid(self):
        self.show_overview()
        self.shell.click("Main.overview.dash.showAppsButton", "the button for the apps")

    def check_icon(self, items, name):
        """The shell has found what was drawn, and shows it."""
        found = self.shell.evaluate(
            f"new St.IconTheme().lookup_by_gicon({APP}.get_icon(), 96, 0).get_filename()")
        self.assertTrue(found.startswith(f"{FOLDER}/"), found)
        self.assertEqual(pathlib.Path(found).read_bytes(), DRAWN.read_bytes())
        place = self.shell.wait_for_place(f"{items}{ITEM}?.icon.icon", f"its icon in the {name}")
        self.assertLess(compare(self.shell.take_screenshot(name), place, DRAWN), 4)

    # The tests

    def test_grid(self):
        """Among the apps it is found by its name and its picture, and started by a click."""
        self.show_grid()
        self.check_icon("getGrid()", "grid")
        self.assertEqual(self.shell.evaluate(f"getGrid(){ITEM}.name"), "Unknot")
        self.shell.click(f"getGrid(){ITEM}", "it among the apps")
        self.wait_for_window(title="Unknot")
        self.shell.wait_for("!Main.overview.visible", "the end of the overview")
        self.shell.take_screenshot("window")

    def test_search(self):
        """It is found by a word for what hurts."""
        self.show_overview()
        self.shell.type("sciatica")
        self.check_icon("getResults()", "search")
        self.shell.press(RETURN)
        self.wait_for_window(title="Unknot")

    def test_dash(self):
        """While it runs it is in the dash; kept there, it is started from there."""
        self.activate()
        self.wait_for_window()
        self.show_overview()
        self.check_icon("getDash()", "dash")
        self.shell.click(f"getDash(){ITEM}", "it in the dash")
        self.wait_for_window()
        self.addCleanup(self.shell.evaluate, FAVORITES.format("[]"))
        self.shell.evaluate(FAVORITES.format(f"['{LAUNCHER.name}']"))
        self.close()
        self.show_overview()
        self.shell.click(f"getDash(){ITEM}", "it in the dash")
        self.wait_for_window()

    def test_bus(self):
        """The bus starts it, as a service that ends with its window; Flatpak's in its sandbox."""
        self.assertFalse(self.is_running())
        self.activate()
        self.wait_for_window(title="Unknot", sandbox=ENTRY.get_string("X-Flatpak"))
        self.close()

    def test_second_start(self):
        """However it is started again, the window that is there comes to the front."""
        self.activate()
        self.wait_for_window()
        for start in (self.launch, self.activate, self.run_command):
            self.do("minimize()")
            shell.wait(lambda: self.get_windows()[0]["minimized"], "it to be out of the way")
            start()
            self.wait_for_window(minimized=False)

    def test_size(self):
        """It comes back as large as it was left."""
        screen = self.shell.evaluate(WORK_AREA)
        self.activate()
        self.wait_for_window(maximized=False)
        for size in ([700, 610], [360, 500]):
            self.do(f"move_resize_frame(true, 100, 100, {size[0]}, {size[1]})")
            self.wait_for_window(size=size)
            self.close()
            self.activate()
            self.wait_for_window(size=size, maximized=False)
        self.do("maximize(3)")
        self.wait_for_window(size=screen, maximized=True)
        self.close()
        self.activate()
        self.wait_for_window(size=screen, maximized=True)
        self.do("unmaximize(3)")
        self.wait_for_window(size=[360, 500], maximized=False)


if __name__ == "__main__":
    unittest.main()
