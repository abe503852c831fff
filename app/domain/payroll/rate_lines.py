"""Rates as a list: each table with how it stands, and the days on which there is none."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from app.domain.payroll.component import RateTable
from app.domain.payroll.rates import is_left_open

SOON = timedelta(days=60)
"""A rate that runs out within so many days is told."""
_DAY = timedelta(days=1)


class RateState(Enum):
    """What is to be known of a rate before somebody is paid by it."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"
    LEFT_OPEN = "left-open"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class RateLine:
    """A table of a rate from a day to a day, or the days on which there is none."""

    id: int
    code: str
    first: date
    last: date | None
    state: RateState
    table: RateTable | None = None


def rate_lines(tables: Iterable[RateTable], today: date) -> tuple[RateLine, ...]:
    """Return the tables of each rate, the newest first, and the gaps between them."""
    by_code: dict[str, list[RateTable]] = defaultdict(list)
    for table in tables:
        by_code[table.code].append(table)
    found = [line for code in sorted(by_code) for line in _of_code(by_code[code], today)]
    return tuple(_numbered(found))


def gaps(tables: Sequence[RateTable], today: date) -> tuple[tuple[date, date | None], ...]:
    """Return the days without a table: between two, and after the last where that is soon."""
    found: list[tuple[date, date | None]] = []
    covered: date | None = None
    for table in sorted(tables, key=lambda one: one.valid_from):
        if covered is not None and table.valid_from > covered + _DAY:
            found.append((covered + _DAY, table.valid_from - _DAY))
        if table.valid_until is None:
            return tuple(found)
        covered = max(covered or table.valid_until, table.valid_until)
    if covered is not None and covered < today + SOON:
        found.append((covered + _DAY, None))
    return tuple(found)


def state_of(table: RateTable) -> RateState:
    """Return how a table stands: an own figure is missing, unchecked, or compared."""
    if is_left_open(table):
        return RateState.LEFT_OPEN
    return RateState.UNCHECKED if table.checked_on is None else RateState.CHECKED


def _of_code(tables: Sequence[RateTable], today: date) -> list[RateLine]:
    lines = [
        RateLine(0, one.code, one.valid_from, one.valid_until, state_of(one), one) for one in tables
    ]
    code = tables[0].code
    lines += (RateLine(0, code, first, last, RateState.GAP) for first, last in gaps(tables, today))
    return sorted(lines, key=lambda one: (one.first, one.table is None), reverse=True)


def _numbered(lines: Iterable[RateLine]) -> Iterator[RateLine]:
    """Give each line an id that is the same at every reading."""
    for one in lines:
        whose = one.table.country if one.table else one.state.value
        yield replace(one, id=zlib.crc32(f"{one.code}|{one.first}|{whose}".encode()))
