"""Ranking: how well typed words fit a name; starts of words count most.

``cn`` fits "Create Note", ``inv`` fits "New invoice" better than "Convince".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

WHOLE, START, INITIALS, INSIDE = 100, 60, 40, 15
SHORT = 16


def plain(text: str) -> str:
    """Return the text without case, accents and mnemonic signs."""
    bare = unicodedata.normalize("NFD", text.replace("&", "").casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign) or sign >= "\u0e00")


def rank(words: str, name: str) -> int:
    """Return how well the words fit the name; nought is not at all, and every word must fit."""
    typed, text = plain(words).split(), plain(name)
    if not typed:
        return 1
    parts = text.replace("-", " ").replace("…", " ").split()
    points = [_word(word, text, parts) for word in typed]
    if min(points):
        bonus = 10 if text.startswith(typed[0]) else 0
        return sum(points) + bonus + max(0, SHORT - len(text))
    return _initials("".join(typed), parts)


def best(words: str, items: Iterable[T], name: Callable[[T], str], most: int) -> Sequence[T]:
    """Return the items that fit best, best first, otherwise in their own order."""
    ranked = [(rank(words, name(item)), item) for item in items]
    fitting = [pair for pair in ranked if pair[0]]
    fitting.sort(key=lambda pair: -pair[0])
    return [item for _rank, item in fitting[:most]]


def _word(word: str, text: str, parts: list[str]) -> int:
    if word in parts:
        return WHOLE - parts.index(word)
    for place, part in enumerate(parts):
        if part.startswith(word):
            return START - place
    return INSIDE if word in text else 0


def _initials(letters: str, parts: list[str]) -> int:
    initials = "".join(part[0] for part in parts)
    return INITIALS if len(letters) > 1 and letters in initials else 0
