"""A program that stands in for tesseract: it is started and spoken to as the real one is.

It reads no letters: it tells the size of the picture that it was given, and its languages.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

_PROGRAM = """#!{python}
import struct, sys, time
if "--list-langs" in sys.argv:
    print("List of available languages in \\"/usr/share/tessdata/\\" ({count}):")
    print("{languages}".replace(" ", "\\n"))
    sys.exit(0)
{first}
raw = sys.stdin.buffer.read()
{deed}
width, height = struct.unpack(">II", raw[16:24])
languages = sys.argv[sys.argv.index("-l") + 1]
print(f"kuva {{width}} x {{height}} {{languages}}\\f")
"""
SLEEPS = "time.sleep(60)"
RESTS = "time.sleep(0.4)"
FAILS = "sys.exit(3)"


def stand_in(
    folder: Path, languages: str = "eng fin osd tha", deed: str = "", first: str = ""
) -> Path:
    """Write the program into a folder and return the folder, to be put on PATH.

    ``first`` is done before the picture is taken, ``deed`` before it is read.
    """
    folder.mkdir(exist_ok=True)
    program = folder / "tesseract"
    count = len(languages.split())
    program.write_text(
        _PROGRAM.format(
            python=sys.executable, languages=languages, count=count, deed=deed, first=first
        ),
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return folder


def path_with(folder: Path) -> str:
    """Return a PATH on which the program is found first."""
    return f"{folder}{os.pathsep}{os.environ['PATH']}"
