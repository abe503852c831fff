"""Spelling: words are judged by what the machine has; a program for each language, begun late.

No office is needed, and none is asked: the words of a letter go to a program of this machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from threading import Lock

from app.outside.spelling import Checker, SpellerFailed, Suggestions, programs

AT_ONCE = 16
"""How many words a program is given together."""
MOST_FAILURES = 3
"""After so many a program is not started again."""


class Spelling:
    """Judges words; used by one thread at a time, and closed from any."""

    def __init__(self) -> None:
        self._checkers: dict[str, Checker | None] = {}
        self._failures: dict[str, int] = {}
        self._guard = Lock()
        self._is_over = False

    def judge(
        self, language: str, country: str, words: Sequence[str]
    ) -> Mapping[str, Suggestions] | None:
        """Return what to write for each word that is wrong; None where nobody knows the language.

        Where the program fails, only those words are there which it judged before.
        """
        judged: dict[str, Suggestions] = {}
        checker = self._checker(language, country)
        if checker is None:
            return None
        try:
            for at in range(0, len(words), AT_ONCE):
                judged |= checker.judge(words[at : at + AT_ONCE])
        except SpellerFailed:
            self._give_up(language)
        return judged

    def close(self, *, for_good: bool = False) -> None:
        """Let every program go; the next word starts its program again, unless it is for good."""
        with self._guard:
            self._is_over = for_good
            for checker in self._checkers.values():
                if checker is not None:
                    checker.close()
            self._checkers.clear()

    def _checker(self, language: str, country: str) -> Checker | None:
        with self._guard:
            if self._is_over:
                return None
            if language not in self._checkers:
                is_spent = self._failures.get(language, 0) >= MOST_FAILURES
                found = None if is_spent else next(_begun(language, country), None)
                self._checkers[language] = found
            return self._checkers[language]

    def _give_up(self, language: str) -> None:
        with self._guard:
            checker = self._checkers.pop(language, None)
            if checker is not None:
                self._failures[language] = self._failures.get(language, 0) + 1
                checker.close()


def _begun(language: str, country: str) -> Iterator[Checker]:
    """Yield the programs that can be started, the best first."""
    for program in programs(language, country):
        with suppress(SpellerFailed):
            yield program.make(program.command)
