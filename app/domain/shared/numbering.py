"""Number series: patterns of document numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.domain.shared.refusals import Refusal

_TOKEN = re.compile(r"\{(YYYY|YY|MM|BBBB|BRANCH|N)(?::(\d+))?\}")


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


def written(pattern: str, number: int, day: date, branch: str = "") -> str:
    """Return the number as the pattern writes it ({YYYY} {YY} {MM} {BBBB} {BRANCH} {N:5})."""

    def put(token: re.Match[str]) -> str:
        name, width = token.group(1), int(token.group(2) or 1)
        values = {
            "YYYY": f"{day.year:04}",
            "YY": f"{day.year % 100:02}",
            "MM": f"{day.month:02}",
            "BBBB": f"{day.year + 543:04}",
            "BRANCH": branch,
            "N": f"{number:0{width}}",
        }
        return values[name]

    return _TOKEN.sub(put, pattern)
