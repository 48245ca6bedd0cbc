#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pages of one language, named LANGUAGE.NAME.page, so that all languages can lie in one
folder.

Usage: translate.py LANGUAGE FOLDER TRANSLATION.po PAGE…
"""
import pathlib
import subprocess
import sys
import tempfile


def main(language, folder, translation, *pages):
    with tempfile.TemporaryDirectory() as work:
        catalog = pathlib.Path(work, "catalog.mo")
        subprocess.run(["msgfmt", "-o", catalog, translation], check=True)
        subprocess.run(["itstool", "-m", catalog, "-l", language, "-o", work, *pages], check=True)
        for page in pages:
            name = pathlib.Path(page).name
            content = pathlib.Path(work, name).read_bytes()
            pathlib.Path(folder, f"{language}.{name}").write_bytes(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
