"""A program that stands in for hunspell: it is started and spoken to as the real one is.

It knows the words that it is given, and what is meant by some others.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Mapping
from pathlib import Path

_PROGRAM = """#!{python}
import sys, time
if "-D" in sys.argv:
    print("SEARCH PATH:", "/usr/share/hunspell", sep="\\n", file=sys.stderr)
    print("AVAILABLE DICTIONARIES:", *{dictionaries!r}, sep="\\n", file=sys.stderr)
    sys.exit(0)
known, meant = set({known!r}), {meant!r}
print("@(#) International Ispell Version 3.2.06 (a stand-in)", flush=True)
for line in sys.stdin:
    for word in line.strip().lstrip("^").split("-"):
        if word == "dies":
            sys.exit(1)
        if word == "hangs":
            time.sleep(60)
        if word.casefold() in known:
            print("*")
        elif word in meant:
            print(f"& {{word}} {{len(meant[word])}} 1: {{', '.join(meant[word])}}")
        else:
            print(f"# {{word}} 1")
    print(flush=True)
"""
KNOWN = ("dear", "customer", "the", "goods", "are", "well", "known", "don't", "kiitos")
MEANT = {"teh": ("the", "ten"), "knwon": ("known",), "dont": ("don't",)}
DICTIONARIES = ("/usr/share/hunspell/en_US", "/usr/share/hunspell/fi_FI")


def a_speller(
    folder: Path,
    known: tuple[str, ...] = KNOWN,
    meant: Mapping[str, tuple[str, ...]] = MEANT,
    dictionaries: tuple[str, ...] = DICTIONARIES,
) -> Path:
    """Write the program into a folder and return the folder, to be the PATH."""
    folder.mkdir(exist_ok=True)
    program = folder / "hunspell"
    told = _PROGRAM.format(
        python=sys.executable, dictionaries=dictionaries, known=known, meant=dict(meant)
    )
    program.write_text(told, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return folder
