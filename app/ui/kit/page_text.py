"""The text of a page: which character stands where, so that it can be selected and found."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

_WORD = re.compile(r"[\w.,:/@+-]+")


class Box(NamedTuple):
    """A rectangle on a page, in points from its upper left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_empty(self) -> bool:
        return self.right <= self.left or self.bottom <= self.top

    def joined(self, other: Box) -> Box:
        """Return the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def is_beside(self, other: Box) -> bool:
        """Say whether another box follows on the same line."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        height = min(self.bottom - self.top, other.bottom - other.top)
        return shared > height / 2 and other.left - self.right < 2 * height


@dataclass(frozen=True, slots=True)
class PageText:
    """The characters of a page in reading order; ``edges`` holds four numbers for each box.

    A range is given by its first place and the place after its last.
    """

    text: str
    edges: array[float]

    @classmethod
    def of(cls, text: str, boxes: Iterable[Box]) -> PageText:
        """Return a text with the boxes of its characters."""
        return cls(text, array("f", chain.from_iterable(boxes)))

    def box(self, place: int) -> Box:
        """Return the box of a character; an empty one for what was never drawn."""
        return Box(*self.edges[4 * place : 4 * place + 4])

    def boxes(self, first: int, last: int) -> Iterator[Box]:
        """Yield the boxes of a range that were drawn."""
        for place in range(first, min(last, len(self.text))):
            box = self.box(place)
            if not box.is_empty:
                yield box

    def between(self, first: int, last: int) -> str:
        """Return the text of a range, as it is copied."""
        cut = self.text[first:last].replace("\r\n", "\n").replace("\r", "\n")
        return cut.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def bands(self, first: int, last: int) -> tuple[Box, ...]:
        """Return what to colour for a range: one box for each run on a line."""
        found: list[Box] = []
        for box in self.boxes(first, last):
            if found and found[-1].is_beside(box):
                found[-1] = found[-1].joined(box)
            else:
                found.append(box)
        return tuple(found)

    def place_at(self, x: float, y: float) -> int:
        """Return the place between two characters that is nearest to a point."""
        nearest, least = 0, float("inf")
        for place in range(len(self.text)):
            box = self.box(place)
            if box.is_empty:
                continue
            aside = max(box.left - x, 0.0, x - box.right)
            away = max(box.top - y, 0.0, y - box.bottom)
            distance = aside + 4 * away
            if distance < least:
                nearest, least = place + (x > (box.left + box.right) / 2), distance
        return nearest

    def is_on_text(self, x: float, y: float) -> bool:
        """Say whether a point lies on a character."""
        return any(
            box.left <= x <= box.right and box.top <= y <= box.bottom
            for box in self.boxes(0, len(self.text))
        )

    def word_at(self, place: int) -> tuple[int, int]:
        """Return the range of the word around a place."""
        for word in _WORD.finditer(self.text):
            if word.start() <= place <= word.end():
                return word.span()
        return place, place

    def found(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield the ranges where words stand, whatever their case and the breaks between them.

        Several lines are several words, any of which counts, the longest that fits.
        """
        lines = sorted(words.splitlines(), key=len, reverse=True)
        each = [r"\s+".join(map(re.escape, line.split())) for line in lines if line.strip()]
        if each:
            for hit in re.finditer("|".join(each), self.text, re.IGNORECASE):
                yield hit.span()
