"""Wording: the words of a text that a dictionary can judge, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_THING = "\ufffc"
"""Stands in a text for what is no text: a field, a picture."""
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_\u0e00-\u0e7f]+(?:['’-][^\W\d_\u0e00-\u0e7f]+)*")
_NOT_FOR_A_DICTIONARY = re.compile(rf"[\d_@{_THING}]|//|::|\w\.\w")
LONGEST = 64


class Word(NamedTuple):
    """A word and where it begins."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def words_in(text: str) -> Iterator[Word]:
    """Yield the words that a dictionary can judge.

    What belongs to a field, a figure, an address of the net or a shortcut is left out, and so are
    single letters, what is written in capitals, and Thai, which has no spaces between its words.
    """
    for token in _TOKEN.finditer(text):
        if _NOT_FOR_A_DICTIONARY.search(token[0]):
            continue
        for found in _WORD.finditer(token[0]):
            word = found[0]
            if 1 < len(word) <= LONGEST and not word.isupper():
                yield Word(token.start() + found.start(), word)
