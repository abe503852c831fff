"""Spans of numbers as tokens: a number has one for every round block that it lies in.

So a span is answered by the few blocks that cover it, as fast as a word is: 100 to 1,999 is nine
blocks of a hundred and one of a thousand.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """How numbers of one kind lie in blocks: of ten to the power of each level."""

    mark: str
    levels: tuple[int, ...]

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

    def cover(self, low: int, high: int) -> Iterator[str]:
        """Yield the blocks that a span from low to high, both included, is made of."""
        at, end = max(low, 0), min(high, self.highest) + 1
        while at < end:
            level = max(one for one in self.levels if not at % 10**one and at + 10**one <= end)
            if at:
                yield self._block(level, at // 10**level)
            else:
                yield from (self._block(one, 0) for one in self.levels if one <= level)
            at += 10**level

    def _block(self, level: int, place: int) -> str:
        return f"{self.mark}{chr(ord('a') + level)}{place}"


AMOUNTS = Scale("a", tuple(range(16)))
SERIALS = Scale("n", tuple(range(10)))
_DAYS = (0, 2, 4, 5, 6, 7)
DAYS = Scale("d", _DAYS)
RECEIVED = Scale("e", _DAYS)
DUE = Scale("u", _DAYS)


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
