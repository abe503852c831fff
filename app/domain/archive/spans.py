"""Spans of numbers as tokens: a number has one for every round block that it lies in.

So a span is answered by the few blocks that cover it, as fast as a word is: 100 to 1,999 is the
block of all numbers of three digits and one of a thousand.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """The blocks that a span is made of, without those that lie in them and beyond its ends."""

    wanted: tuple[str, ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """How numbers of one kind lie in blocks: of ten to the power of each level.

    ``highest_pairs`` are the highest last two digits of a level: no month has more than 31 days.
    """

    mark: str
    levels: tuple[int, ...]
    highest_pairs: Mapping[int, int] = field(default_factory=dict)

    @property
    def highest(self) -> int:
        """The highest number there is."""
        return int("9" * (self.levels[-1] + 1))

    def blocks(self, number: int) -> Iterator[str]:
        """Yield the blocks that a number lies in; of those that begin at zero only the first."""
        within = min(max(number, 0), self.highest)
        for level in self.levels:
            place = within // 10**level
            yield self._block(level, place)
            if not place:
                return

    def span(self, low: int, high: int) -> Span:
        """Return a span from low to high, both included, in as few blocks as there is a way to.

        It may be all numbers of as many digits as its ends, without those before and behind it.
        """
        first, last = max(low, 0), min(high, self.highest)
        exact = Span(tuple(self.cover(first, last)))
        if first > last:
            return exact
        begin = max(edge for edge in self._edges() if edge <= first)
        end = min(edge for edge in self._edges() if edge > last) - 1
        beyond = (*self.cover(begin, first - 1), *self.cover(last + 1, end))
        wider = Span(tuple(self.cover(begin, end)), beyond)
        is_shorter = len(wider.wanted) + len(wider.without) < len(exact.wanted)
        return wider if is_shorter else exact

    def cover(self, low: int, high: int) -> Iterator[str]:
        """Yield the blocks that a span from low to high, both included, is made of."""
        at, end = max(low, 0), min(high, self.highest) + 1
        edges = self._edges()
        while at < end:
            if at in edges[:-2] and (after := edges[edges.index(at) + 1]) <= end:
                yield self._block(self.levels[edges.index(at)], 0)
                at = after
                continue
            level = max(one for one in self.levels if not at % 10**one and at + 10**one <= end)
            if self._is_there(level, at // 10**level):
                yield self._block(level, at // 10**level)
            at += 10**level

    def _edges(self) -> tuple[int, ...]:
        """Return where the numbers begin that have zero as their first block of a level."""
        return (0, *(10**level for level in self.levels), self.highest + 1)

    def _is_there(self, level: int, place: int) -> bool:
        return place % 100 <= self.highest_pairs.get(level, 99)

    def _block(self, level: int, place: int) -> str:
        return f"{self.mark}{chr(ord('a') + level)}{place}"


AMOUNTS = Scale("a", tuple(range(16)))
SERIALS = Scale("n", tuple(range(10)))
_DAYS = (0, 2, 4, 5, 6, 7)
_PAIRS = {0: 31, 2: 12}
DAYS = Scale("d", _DAYS, _PAIRS)
RECEIVED = Scale("e", _DAYS, _PAIRS)
DUE = Scale("u", _DAYS, _PAIRS)


def of_amount(amount: Decimal) -> int:
    """Return an amount as a number on the scale of amounts, without its sign."""
    return int(abs(amount) * 1000)


def of_day(day: date) -> int:
    """Return a day as a number on a scale of days: 20260310."""
    return day.year * 10_000 + day.month * 100 + day.day


def of_days(first: date, last: date) -> tuple[int, int]:
    """Return the span from a day to another, widened to whole months and years at its ends."""
    low, high = of_day(first), of_day(last)
    if first.day == 1:
        low -= 101 if first.month == 1 else 1
    if last.day == monthrange(last.year, last.month)[1]:
        high = last.year * 10_000 + (9_999 if last.month == 12 else last.month * 100 + 99)
    return low, high
