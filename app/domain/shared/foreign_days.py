"""Days in tables that others wrote: ``2026-03-10``, ``10.3.2026``, ``3/10/2026 14:05``."""

from __future__ import annotations

import re
from datetime import date

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[T ,].*)?")
_BUDDHIST = 543
_FIRST_BUDDHIST_YEAR = 2400
_MONTH_FIRST = frozenset({"US"})


def day_of(text: str, country: str) -> date | None:
    """Return the day that a text begins with, or none; Thai years count, too.

    In the United States the month stands before the day where a slash parts them.
    """
    bare = text.strip()
    if found := _YEAR_FIRST.fullmatch(bare):
        return _day(*map(int, found.groups()))
    if found := _YEAR_LAST.fullmatch(bare):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        is_month_first = country in _MONTH_FIRST and found[2] == "/"
        return _day(year, one, other) if is_month_first else _day(year, other, one)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    if year >= _FIRST_BUDDHIST_YEAR:
        year -= _BUDDHIST
    try:
        return date(year, month, day)
    except ValueError:
        return None
