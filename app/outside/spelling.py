"""Spelling: programs that know the words of a language, where the machine has them.

hunspell and enchant speak as ispell did, voikkospell (Finnish) in its own way. Each is one process
that is asked word by word through pipes; it ends with its pipes, whatever becomes of us.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from os import environ
from pathlib import PurePath
from threading import Timer
from typing import IO, Protocol

SECONDS = 5.0
"""How long some words may take before the program is let go."""
MOST_SUGGESTED = 8
VOIKKO, HUNSPELL, ENCHANT = "voikkospell", "hunspell", "enchant-2"
_ENCHANT_LISTS = "enchant-lsmod-2"
WITHOUT_SPACES = frozenset({"th"})
_PREFERRED = {"en": ("en_GB", "en_US"), "de": ("de_DE",), "sv": ("sv_SE", "sv_FI")}
_DICTIONARY = re.compile(r"^([a-z]{2,3}(?:[_-][A-Z]{2})?)(?:\s|$)")
_SENTINEL = "x"

Suggestions = tuple[str, ...] | None
"""What to write for a word; none where the word is right."""


class SpellerFailed(Exception):
    """The program that checks the spelling ended, or took too long; nobody is told."""


class Checker(Protocol):
    """A program that judges words."""

    def judge(self, words: Sequence[str]) -> dict[str, Suggestions]: ...

    def close(self) -> None: ...


class _Process:
    """A program at the other end of two pipes, asked in lines; raises SpellerFailed."""

    def __init__(self, command: Sequence[str]) -> None:
        utf8 = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        try:
            self._process = subprocess.Popen(  # noqa: S603  the program is found on PATH, nothing is a shell's
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**environ, "LC_ALL": utf8},
                encoding="utf-8",
                errors="replace",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            raise SpellerFailed from None

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Let the program go when the words take too long."""
        timer = Timer(SECONDS, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def write(self, text: str) -> None:
        """Write lines to the program."""
        try:
            to = self._pipe(self._process.stdin)
            to.write(text)
            to.flush()
        except (OSError, ValueError):
            raise SpellerFailed from None

    def line(self) -> str:
        """Return the next line that the program writes."""
        try:
            told = self._pipe(self._process.stdout).readline()
        except (OSError, ValueError):
            raise SpellerFailed from None
        if not told:
            raise SpellerFailed
        return told.rstrip("\r\n")

    def close(self) -> None:
        """Let the program go."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                self._pipe(pipe).close()
        self._process.wait()

    def _pipe(self, pipe: IO[str] | None) -> IO[str]:
        if pipe is None:
            raise SpellerFailed
        return pipe


class Ispell:
    """A program that is asked and answers as ispell did."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = _Process(command)
        try:
            with self._process.bounded():
                self._process.line()
        except SpellerFailed:
            self.close()
            raise

    def judge(self, words: Sequence[str]) -> dict[str, Suggestions]:
        """Return what is to be written for each word; raises SpellerFailed."""
        with self._process.bounded():
            self._process.write("".join(f"^{_straight(word)}\n" for word in words))
            return {word: self._answer(word) for word in words}

    def close(self) -> None:
        """Let the program go."""
        self._process.close()

    def _answer(self, word: str) -> Suggestions:
        """Return the answer to one line: it may be several, for each part of a word one."""
        found: Suggestions = None
        while told := self._process.line():
            if told[0] in "&?#":
                found = (found or ()) + _told(word, told)
        return found if found is None else found[:MOST_SUGGESTED]


def _told(word: str, told: str) -> tuple[str, ...]:
    """Return whole words from the suggestions for the part of a word that is not known."""
    head, _colon, suggested = told.partition(": ")
    part = head.split()[1]
    plain = _straight(word)
    named = (plain.replace(part, one.strip(), 1) for one in suggested.split(",") if one.strip())
    return tuple(_as_in(word, one) for one in named)


class Voikko:
    """Voikko's own program, which knows how Finnish words are built."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = _Process(command)
        try:
            self.judge(("talo",))
        except SpellerFailed:
            self.close()
            raise

    def judge(self, words: Sequence[str]) -> dict[str, Suggestions]:
        """Return what is to be written for each word; raises SpellerFailed."""
        with self._process.bounded():
            asked = [line for word in words for line in (_straight(word), _SENTINEL)]
            self._process.write("".join(f"{line}\n" for line in asked))
            return {word: self._answer(word) for word in words}

    def close(self) -> None:
        """Let the program go."""
        self._process.close()

    def _answer(self, word: str) -> Suggestions:
        """Return the answer to one word: it ends where the answer to the sentinel begins."""
        is_wrong = self._process.line().startswith("W")
        suggested: list[str] = []
        while (told := self._process.line())[:2] not in ("C:", "W:"):
            suggested.append(_as_in(word, told.removeprefix("S: ")))
        return tuple(suggested[:MOST_SUGGESTED]) if is_wrong else None


def _straight(word: str) -> str:
    return word.replace("’", "'")


def _as_in(word: str, suggested: str) -> str:
    """Return a suggestion with the apostrophe that the word is written with."""
    return suggested.replace("'", "’") if "’" in word else suggested


@dataclass(frozen=True, slots=True)
class Program:
    """A program that may know a language, as it is started."""

    make: Callable[[Sequence[str]], Checker]
    command: tuple[str, ...]


def programs(language: str, country: str = "") -> Iterator[Program]:
    """Yield the programs of this machine that say they know a language, the best first.

    Of a language without spaces between its words none is asked: it would judge the others only.
    """
    if language in WITHOUT_SPACES:
        return
    voikko = shutil.which(VOIKKO) if language == "fi" else None
    if voikko:
        yield Program(Voikko, (voikko, "-s"))
    hunspell = shutil.which(HUNSPELL)
    known = _dictionaries([hunspell, "-D"]) if hunspell else ()
    if hunspell and (chosen := best_of(known, language, country)):
        yield Program(Ispell, (hunspell, "-a", "-i", "UTF-8", "-d", chosen))
    enchant, lists = shutil.which(ENCHANT), shutil.which(_ENCHANT_LISTS)
    known = _dictionaries([lists, "-list-dicts"]) if enchant and lists else ()
    if enchant and (chosen := best_of(known, language, country)):
        yield Program(Ispell, (enchant, "-a", "-d", chosen))


def best_of(known: Sequence[str], language: str, country: str) -> str:
    """Return the dictionary of a language that fits best where we are; empty for none."""
    wanted = (f"{language}_{country}", *_PREFERRED.get(language, ()), language)
    fitting = [one for one in known if re.split("[_-]", one)[0] == language]
    ranked = sorted(
        fitting, key=lambda one: (*(one.replace("-", "_") != name for name in wanted), one)
    )
    return next(iter(ranked), "")


def _dictionaries(command: Sequence[str]) -> tuple[str, ...]:
    """Return the names that a program lists, a line each: of files, or with words after them."""
    try:
        told = subprocess.run(  # noqa: S603  the program is found on PATH, nothing is a shell's
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    lines = told.decode("utf-8", "replace").splitlines()
    found = (_DICTIONARY.match(PurePath(line.strip()).stem + " ") for line in lines)
    return tuple(dict.fromkeys(one[1] for one in found if one))
