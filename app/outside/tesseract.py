"""Tesseract: the program that reads text from pictures, where the office has installed it.

It is started for one page at a time, given the picture and asked for the text through pipes: no
file is left anywhere.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from os import environ, pathsep
from threading import Thread
from typing import IO

from app.domain.shared.refusals import Unavailable

PROGRAM = "tesseract"
WANTED = ("fin", "tha", "eng", "swe", "deu")
"""The languages that are read where they are installed."""

SECONDS = 180.0
"""A page takes a second or two; on a busy machine, where it yields to all others, far longer."""

_ASKED_SECONDS = 10.0
_TURNS = "osd"
_WATCHED_EVERY = 0.1
_THAI = re.compile("[\u0e00-\u0e7f]+")
_BETWEEN_THAI = re.compile("(?<=[\u0e00-\u0e7f]) (?=[\u0e00-\u0e7f])")
_FEW, _SPREAD = 4, 3


class CannotReadPicture(Unavailable):
    """The program that reads pictures failed on this page, or took too long."""

    code = "tesseract.cannot-read"


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program and the languages that it knows; ``turns`` if it finds which way is up."""

    program: str
    languages: tuple[str, ...]
    turns: bool = False

    def read(
        self,
        picture: bytes,
        watch: Callable[[], object],
        modest: Callable[[int], object],
        seconds: float = SECONDS,
    ) -> str:
        """Return the text of a picture (PNG); raises CannotReadPicture.

        ``modest`` is told the number of the process, to give it less of the machine; ``watch`` is
        called all the while and may raise to end it.
        """
        started = subprocess.Popen(  # noqa: S603  the program is found on PATH, nothing is a shell's
            self._call(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**environ, "OMP_THREAD_LIMIT": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        with started:
            try:
                modest(started.pid)
                text = _told(started, picture, watch, seconds)
            except BaseException:
                started.kill()
                raise
        if started.returncode:
            raise CannotReadPicture(code=str(started.returncode))
        return mended(text.replace("\f", "\n").strip())

    def _call(self) -> list[str]:
        layout = "1" if self.turns else "3"
        spoken = "+".join(self.languages)
        return [self.program, "stdin", "stdout", "-l", spoken, "--psm", layout]


def _told(
    started: subprocess.Popen[bytes],
    picture: bytes,
    watch: Callable[[], object],
    seconds: float,
) -> str:
    until = time.monotonic() + seconds
    pipe, started.stdin = started.stdin, None
    giver = Thread(target=_give, args=(pipe, picture), daemon=True)
    giver.start()
    while True:
        try:
            told, _nothing = started.communicate(timeout=_WATCHED_EVERY)
        except subprocess.TimeoutExpired:
            watch()
            if time.monotonic() > until:
                raise CannotReadPicture(seconds=str(seconds)) from None
        except OSError:
            raise CannotReadPicture from None
        else:
            return told.decode("utf-8", "replace")


def mended(text: str) -> str:
    """Return a text with its Thai as it is written: no space after every sign, one sign for AM.

    Where Thai is not the first language that it is told, the program spreads Thai words.
    """
    lines = (_closed(line) if _is_spread(line) else line for line in text.split("\n"))
    return "\n".join(lines).replace("\u0e4d\u0e32", "\u0e33")


def _is_spread(line: str) -> bool:
    """Say whether the Thai of a line has a space after nearly every sign."""
    parts = _THAI.findall(line)
    return len(parts) >= _FEW and sum(map(len, parts)) < len(parts) * _SPREAD


def _closed(line: str) -> str:
    return _BETWEEN_THAI.sub("", line)


def _give(pipe: IO[bytes] | None, picture: bytes) -> None:
    """Write a picture to a program, which may take its time, or end before it has read all.

    ``communicate`` gives up what was not written within its first timeout.
    """
    if pipe is not None:
        with suppress(OSError), pipe:
            pipe.write(picture)


def find(first: Sequence[str] = ()) -> Tesseract | None:
    """Return the program if it is on PATH and knows a language of ours, those wanted first."""
    program = shutil.which(PROGRAM) or shutil.which(PROGRAM, path=_installed())
    known = languages_of(program) if program else frozenset()
    ordered = dict.fromkeys((*first, *WANTED))
    ours = tuple(language for language in ordered if language in known and language in WANTED)
    return Tesseract(program, ours, _TURNS in known) if program and ours else None


def _installed() -> str:
    """Return where the installer for Windows puts the program: it is not on PATH afterwards."""
    homes = (environ.get("PROGRAMFILES", ""), environ.get("LOCALAPPDATA", ""))
    return pathsep.join(f"{home}\\Tesseract-OCR" for home in homes if home)


@cache
def languages_of(program: str) -> frozenset[str]:
    """Return the languages that an installed program knows; asked once."""
    try:
        told = subprocess.run(  # noqa: S603  the program is found on PATH, nothing is a shell's
            [program, "--list-langs"],
            capture_output=True,
            timeout=_ASKED_SECONDS,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    lines = (told.stdout or told.stderr).decode("utf-8", "replace").splitlines()
    return frozenset(line.strip() for line in lines[1:] if line.strip())
