"""The speller: what is known of words, and how more is asked without ever waiting for it.

    if shell.speller.is_wrong("fi", "vrhe"): …         # None: not known yet
    shell.speller.look("fi", words)                    # ``told("fi")`` when they are known

Programs of the machine judge the words. Where it has none for a language, nothing is wrong there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.settings import Settings
from app.ui.kit.texts import country

if TYPE_CHECKING:
    # The services are loaded with the first word.
    from app.services.spelling import Spelling

MOST_KNOWN = 50_000
"""So many words of a language are remembered; then they are asked for again."""

Judged = Mapping[str, tuple[str, ...] | None]


class Speller(QObject):
    """Knows which words are right, in each language.

    ``told(language)`` when more is known, ``changed()`` when the clerk turned the checking on or
    off, or said that a word is right.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(self, settings: Settings, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lanes = lanes
        self._spelling: Spelling | None = None
        self._judged: dict[str, dict[str, tuple[str, ...] | None]] = {}
        self._asked: set[tuple[str, str]] = set()
        self._without: set[str] = set()
        self._seen = (settings.now.checks_spelling, settings.now.words)
        self._own = _folded(settings.now.words)
        settings.changed.connect(self._follow)

    @property
    def is_on(self) -> bool:
        """Say whether the clerk wants words checked."""
        return self._settings.now.checks_spelling

    def knows(self, language: str) -> bool:
        """Say whether words of a language may be judged here, as far as is known."""
        return self.is_on and language not in self._without

    def is_wrong(self, language: str, word: str) -> bool | None:
        """Say whether no dictionary knows a word; None where nobody was asked yet."""
        if not self.knows(language) or word.casefold() in self._own:
            return False
        judged = self._judged.get(language, {})
        return judged[word] is not None if word in judged else None

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:
        """Return what may be meant by a word that is wrong."""
        return self._judged.get(language, {}).get(word) or ()

    def look(self, language: str, words: Iterable[str]) -> None:
        """Ask for words that are not known yet."""
        if not self.knows(language):
            return
        fresh = [word for word in dict.fromkeys(words) if self._is_new(language, word)]
        if fresh:
            self._asked.update((language, word) for word in fresh)
            work = partial(self._program().judge, language, country(), fresh)
            answer = partial(self._take, language, tuple(fresh))
            self._lanes.words.run(work, Reply(answer))

    def learn(self, word: str) -> None:
        """Take a word for right from now on."""
        if word.casefold() not in self._own:
            self._settings.change(words=(*self._settings.now.words, word))

    def close(self) -> None:
        """Let the programs go until a word is asked for again."""
        if self._spelling is not None:
            self._spelling.close()

    def _program(self) -> Spelling:
        if self._spelling is None:
            # Loads what starts programs: with the first word, not with the first window.
            from app.services.spelling import Spelling  # noqa: PLC0415  loads what starts programs

            self._spelling = Spelling()
            self._lanes.at_end(partial(self._spelling.close, for_good=True))
        return self._spelling

    def _is_new(self, language: str, word: str) -> bool:
        return (language, word) not in self._asked and self.is_wrong(language, word) is None

    def _take(self, language: str, asked: tuple[str, ...], judged: Judged | None) -> None:
        self._asked.difference_update((language, word) for word in asked)
        if judged is None:
            self._without.add(language)
        else:
            known = self._judged.setdefault(language, {})
            if len(known) > MOST_KNOWN:
                known.clear()
            # What the program failed over is not asked for again: it would fail again.
            known |= dict.fromkeys(asked) | dict(judged)
        self.told.emit(language)

    def _follow(self) -> None:
        now = (self._settings.now.checks_spelling, self._settings.now.words)
        if now != self._seen:
            self._seen = now
            self._own = _folded(now[1])
            self.changed.emit()


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
