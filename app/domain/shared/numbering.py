"""Number series: patterns of document numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.domain.shared.refusals import Refusal

_TOKEN = re.compile(r"\{(YYYY|YY|MM|BBBB|BRANCH|N)(?::(\d+))?\}")


FREE_OF_DAYS = frozenset({"journal", "payment"})
"""Kinds whose numbers follow the order of work, not of their days: an entry may be of last week,
and so may the bank statement from which a payment is written down."""


class SeriesClosed(Refusal):
    """There is no open number series for that document and day."""

    code = "numbering.series-closed"


class EarlierThanLast(Refusal):
    """The day is before that of the last number in the series (DOMAIN, numbering rule 2)."""

    code = "numbering.earlier-than-last"


@dataclass(frozen=True, slots=True)
class Series:
    """A gapless series: document kind, fiscal year, branch, pattern and the last number taken."""

    kind: str
    year: str
    branch: str
    pattern: str
    last: int = 0
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of a series, from first to last, that were counted but are not there."""

    kind: str
    year: str
    branch: str
    first: int
    last: int


def first_year(fiscal_year: str) -> int | None:
    """Return the calendar year in which a fiscal year begins, as its name says ("2026-2027")."""
    begins = fiscal_year[:4]
    return int(begins) if len(begins) == 4 and begins.isdecimal() else None


def written(pattern: str, number: int, day: date, branch: str = "", year: int | None = None) -> str:
    """Return the number as the pattern writes it ({YYYY} {YY} {MM} {BBBB} {BRANCH} {N:5}).

    ``year`` is that of the series, else of the day: a fiscal year that begins in July keeps its
    own in all its numbers, or two years would write the same one.
    """
    of_series = day.year if year is None else year

    def put(token: re.Match[str]) -> str:
        name, width = token.group(1), int(token.group(2) or 1)
        values = {
            "YYYY": f"{of_series:04}",
            "YY": f"{of_series % 100:02}",
            "MM": f"{day.month:02}",
            "BBBB": f"{of_series + 543:04}",
            "BRANCH": branch,
            "N": f"{number:0{width}}",
        }
        return values[name]

    return _TOKEN.sub(put, pattern)
