#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak does what the built program does, and reaches nothing else.

Run by "./dev test --flatpak", with the words that call flatpak as arguments.
"""
import configparser
import os
import pathlib
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import unittest

import journey
import protocol

FLATPAK = sys.argv[1:]
APP = "io.github.unknot.Unknot"
SECRET = "kept from the sandbox"
# One of each level, and one that is not finished.
ANSWERS = ["E03", "U07", "D01", "S01", "U11-unanswered"]


class Sandboxed(journey.Unknot):
    """The installed program, with a home of its own around its sandbox."""

    def __init__(self):
        super().__init__()
        folder = self.home / ".var" / "app" / APP
        self.data = folder / "data"
        shutil.copytree(self.home / "config", folder / "config")
        words = [f"--env={name}={self.environment[name]}" for name in ("GSETTINGS_BACKEND", "TZ")]
        # GTK warns when there is no portal of Flatpak's, and here there is none.
        words.append("--env=G_DEBUG=fatal-criticals")
        self.command = [*FLATPAK, "run", "--user", "--die-with-parent", *words, APP]
        self.environment = {"HOME": self.home}


class CheckUp(journey.Journey):
    program = Sandboxed

    def test_check_up(self):
        answers = protocol.load_answers("U09")
        self.begin()
        for _ in protocol.PAGES:
            self.unknot.answer_page(answers)
            self.unknot.next()
        self.check_result(answers)
        self.unknot.wait(lambda: self.unknot.read_draft()[0] == "completed",
                         "the end of the check-up on the disk")
        folder = self.unknot.data / "unknot"
        self.assertEqual(stat.S_IMODE(folder.stat().st_mode), 0o700)
        self.assertEqual({stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}, {0o600})
        self.assertEqual(self.unknot.quit(), 0)

    def test_killed(self):
        answers = {"bladder": "no", "bowel": "not-sure"}
        kept = {question: [answer] for question, answer in answers.items()}
        self.begin()
        self.unknot.answer_page(answers)
        self.unknot.wait(lambda: self.unknot.read_draft() == ("in-progress", kept),
                         "the last answer on the disk")
        self.unknot.kill()
        self.unknot.start()
        self.unknot.show_view(journey.CHECK_UP, "Go On Where I Stopped")


class Help(journey.Journey):
    """There is no Yelp in a sandbox: the pages are in the program."""
    program = Sandboxed

    def test_help(self):
        self.welcome()
        self.unknot.press("F1")
        self.unknot.wait(lambda: self.unknot.focus.get_role_name() == "heading" and
                         self.unknot.focus.get_name() == "How do I keep the diary?", "the help")
        self.unknot.press("Escape")
        self.unknot.wait_for_focus("Log a Spasm")
        self.assertEqual(self.unknot.quit(), 0)


class Sandbox(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="unknot-sandbox-")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)

    def run_flatpak(self, *words, text=b""):
        done = subprocess.run([*FLATPAK, *words], input=text, capture_output=True, check=False,
                              env=os.environ | {"HOME": self.home})
        return done.returncode, done.stdout, done.stderr.decode()

    def run_shell(self, script, *permissions):
        """Whether the shell inside succeeds, and what it prints."""
        status, output, _ = self.run_flatpak("run", "--user", "--command=bash", *permissions, APP,
                                             "-c", script)
        return status == 0, output.decode()

    def test_assess(self):
        """The same words, and the same exit, as from the program outside."""
        texts = [(protocol.FIXTURES / (name + ".json")).read_bytes() for name in ANSWERS]
        for text in [*texts, b'{"answers": {"foo": 1, "age": 200}}', b"nonsense"]:
            native = subprocess.run([journey.PROGRAM, "--assess", "-"], input=text, check=False,
                                    capture_output=True)
            status, output, errors = self.run_flatpak("run", "--user", APP, "--assess", "-",
                                                      text=text)
            self.assertEqual((status, output), (native.returncode, native.stdout))
            self.assertEqual(errors, native.stderr.decode())

    def test_permissions(self):
        status, output, _ = self.run_flatpak("info", "--user", "--show-permissions", APP)
        self.assertEqual(status, 0)
        permissions = configparser.ConfigParser()
        permissions.read_string(output.decode())
        self.assertEqual(permissions.sections(), ["Context"])
        context = dict(permissions["Context"])
        # Before flatpak 1.15 the fallback was spelt out.
        sockets = set(context.pop("sockets").split(";")) - {"x11", ""}
        self.assertEqual(sockets, {"fallback-x11", "wayland"})
        self.assertEqual(context, {"shared": "ipc;", "devices": "dri;"})

    def test_network(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            call = f"exec 3<>/dev/tcp/127.0.0.1/{server.getsockname()[1]}"
            self.assertEqual(self.run_shell(call), (False, ""))
            # The same call gets through where the network is shared: it can fail only for that.
            self.assertEqual(self.run_shell(call, "--share=network"), (True, ""))
        worked, devices = self.run_shell("cat /proc/net/dev")
        self.assertTrue(worked)
        names = [line.split(":")[0].strip() for line in devices.splitlines() if ":" in line]
        self.assertEqual(names, ["lo"])

    def test_home(self):
        path = self.home / "letter.txt"
        path.write_text(SECRET, encoding="utf-8")
        self.assertEqual(self.run_shell(f"cat '{path}'"), (False, ""))
        self.assertEqual(self.run_shell(f"cat '{path}'", "--filesystem=home"), (True, SECRET))

        self.run_shell(f"echo changed >'{path}'; echo new >'{self.home}/new'")
        self.assertEqual(path.read_text(encoding="utf-8"), SECRET)
        self.assertEqual({entry.name for entry in self.home.iterdir()}, {".var", "letter.txt"})

        # Nor is a file seen of the person's own home, nor of what this was built from.
        for folder in (pathlib.Path.home(), protocol.SOURCE):
            look = (f"cd '{folder}' || exit 0; shopt -s dotglob; for file in * */* */*/*; do "
                    '[ ! -f "$file" ] || echo "$file"; done')
            self.assertEqual(self.run_shell(look), (True, ""))
        worked, files = self.run_shell(look, f"--filesystem={protocol.SOURCE}")
        self.assertTrue(worked)
        self.assertIn("README.md", files.splitlines())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
