#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed finds one another: the launcher, the bus, the icons, the store, the program."""
import configparser
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ID, PREFIX = sys.argv.pop(1), sys.argv.pop(1)
RESOURCES = "/" + ID.replace(".", "/")


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="unknot-installed-")
        cls.addClassCleanup(folder.cleanup)
        subprocess.run(["meson", "install", "--no-rebuild", "--quiet", "--destdir", folder.name],
                       cwd=os.environ["G_TEST_BUILDDIR"], check=True)
        cls.prefix = pathlib.Path(folder.name, PREFIX.lstrip("/"))
        cls.data = cls.prefix / "share"

    def read(self, name):
        """The one group of a desktop or service file."""
        parser = configparser.RawConfigParser()
        parser.optionxform = str
        self.assertTrue(parser.read(self.data / name, encoding="utf-8"), name)
        [group] = parser.sections()
        return dict(parser[group])

    def extract(self, resource):
        """A file that the program carries."""
        return subprocess.run(
            ["gresource", "extract", self.prefix / "bin" / "unknot", f"{RESOURCES}/{resource}"],
            capture_output=True, check=True).stdout

    def test_launcher(self):
        launcher = self.read(f"applications/{ID}.desktop")
        self.assertEqual(launcher["Name"], "Unknot")
        self.assertEqual(launcher["Icon"], ID)
        self.assertEqual(launcher["DBusActivatable"], "true")
        self.assertTrue(os.access(self.prefix / "bin" / launcher["Exec"], os.X_OK))

    def test_service(self):
        self.assertEqual(self.read(f"dbus-1/services/{ID}.service"),
                         {"Name": ID, "Exec": f"{PREFIX}/bin/unknot --gapplication-service"})

    def test_icons(self):
        icons = self.data / "icons" / "hicolor"
        self.assertEqual(
            sorted(str(path.relative_to(icons)) for path in icons.rglob("*.svg")),
            [f"scalable/apps/{ID}.svg", f"symbolic/apps/{ID}-symbolic.svg"])

    def test_metainfo(self):
        metainfo = xml.etree.ElementTree.parse(self.data / "metainfo" / f"{ID}.metainfo.xml")
        self.assertEqual(metainfo.findtext("id"), ID)
        self.assertEqual(metainfo.findtext("launchable"), f"{ID}.desktop")

    def test_help(self):
        """Yelp finds the pages and their figures, and the program carries the same."""
        [folder] = (self.data / "help/C").iterdir()
        self.assertEqual(folder.name, "unknot-devel" if ID.endswith(".Devel") else "unknot")
        names = [str(path.relative_to(folder)) for path in folder.rglob("*.*")]
        self.assertIn("index.page", names)
        for name in names:
            self.assertEqual(self.extract(f"help/C/{name}"), (folder / name).read_bytes())

    def test_resources(self):
        """The program carries the metainfo and the icon that are installed beside it."""
        for resource, name in (("metainfo.xml", f"metainfo/{ID}.metainfo.xml"),
                               (f"icons/scalable/apps/{ID}.svg",
                                f"icons/hicolor/scalable/apps/{ID}.svg")):
            self.assertEqual(self.extract(resource), (self.data / name).read_bytes())


if __name__ == "__main__":
    unittest.main()
