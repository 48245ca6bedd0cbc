# SPDX-License-Identifier: GPL-3.0-or-later
"""A person before GNOME Shell: what they see of it, their pointer, their keys."""
import json
import os
import pathlib
import time

from gi.repository import Gio, GLib

PATIENCE = 60  # seconds, for a machine that has much else to do

BUTTON = """
pointer.notify_absolute_motion(now(), {x}, {y}),
pointer.notify_button(now(), Clutter.BUTTON_PRIMARY, Clutter.ButtonState.PRESSED),
pointer.notify_button(now(), Clutter.BUTTON_PRIMARY, Clutter.ButtonState.RELEASED)"""
KEY = """
keyboard.notify_keyval(now(), {key}, Clutter.KeyState.PRESSED),
keyboard.notify_keyval(now(), {key}, Clutter.KeyState.RELEASED)"""

# What the expressions below are made of. An item is what shows an app: in the grid, the dash, …
PREPARATION = """
Object.assign(globalThis, {
  Clutter: imports.gi.Clutter,
  Shell: imports.gi.Shell,
  St: imports.gi.St,
  now: () => imports.gi.GLib.get_monotonic_time(),
  device: type => imports.gi.Clutter.get_default_backend().get_default_seat()
    .create_virtual_device(imports.gi.Clutter.InputDeviceType[type]),
  getGrid: () => Main.overview._overview.controls.appDisplay._orderedItems,
  getDash: () => Main.overview.dash._box.get_children()
    .map(container => container.child?._delegate).filter(item => item?.app),
  getResults: () => {
    const results = [];
    const look = actor => {
      if (actor.app && actor.icon && actor.mapped)
        results.push(actor);
      actor.get_children().forEach(look);
    };
    look(Main.overview.searchController._searchResults);
    return results;
  },
  getPlace: actor => actor?.mapped
    ? [...actor.get_transformed_position(), ...actor.get_transformed_size()].map(Math.round)
    : null,
}),
Object.assign(globalThis, {
  pointer: device('POINTER_DEVICE'),
  keyboard: device('KEYBOARD_DEVICE'),
}),
Main.messageTray.bannerBlocked = true  // no notice gets in the way
"""


def wait(condition, what):
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"Waited for {what}")
        time.sleep(0.02)
    return found


class Shell:
    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        wait(self.is_ready, "the shell")
        self.evaluate(PREPARATION)

    def call(self, name, path, interface, method, parameters):
        return self.bus.call_sync(name, path, interface, method, parameters, None,
                                  Gio.DBusCallFlags.NONE, PATIENCE * 1000, None).unpack()

    def evaluate(self, expression):
        """The value of an expression of the shell's own language."""
        done, value = self.call("org.gnome.Shell", "/org/gnome/Shell", "org.gnome.Shell", "Eval",
                                GLib.Variant("(s)", (expression,)))
        if not done:
            raise AssertionError(f"{value}, of {expression}")
        return json.loads(value) if value else None

    def wait_for(self, expression, what):
        return wait(lambda: self.evaluate(expression), what)

    def is_ready(self):
        try:
            return self.evaluate("!Main.layoutManager._startingUp && Main.overview.visible")
        except GLib.Error:  # it has its name before it answers to it
            return False

    # Looking

    def take_screenshot(self, name):
        """Of all there is; kept where they are asked for. Returns its path."""
        folder = os.environ.get("UNKNOT_SCREENSHOTS", os.environ["XDG_CACHE_HOME"])
        path = pathlib.Path(folder, f"{name}.png").absolute()
        path.parent.mkdir(parents=True, exist_ok=True)
        done, _ = self.call("org.gnome.Shell.Screenshot", "/org/gnome/Shell/Screenshot",
                            "org.gnome.Shell.Screenshot", "Screenshot",
                            GLib.Variant("(bbs)", (False, False, str(path))))
        if not done:
            raise AssertionError(f"There is no screenshot {path}")
        return path

    def wait_for_place(self, actor, what):
        """Where an actor has come to rest: x, y, width, height."""
        places = [None]

        def rests():
            places.append(self.evaluate(f"getPlace({actor})"))
            return places[-1] is not None and places[-1] == places[-2]

        wait(rests, f"{what}, at rest")
        return places[-1]

    # Doing

    def click(self, actor, what):
        x, y, width, height = self.wait_for_place(actor, what)
        self.evaluate(BUTTON.format(x=x + width / 2, y=y + height / 2))

    def press(self, key):
        self.evaluate(KEY.format(key=key))

    def type(self, text):
        for letter in text:
            self.press(ord(letter))
