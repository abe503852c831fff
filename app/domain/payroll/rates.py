"""Rates: which figure or scale of a law holds on a day; a gap between two is refused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from app.domain.payroll.component import RateTable
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

RATE_UNCHECKED = Rule("payroll.rate-unchecked", "rate", "source", is_warning=True)
RATE_OF_OFFICE = Rule("payroll.rate-of-office", "rate", is_warning=True)
CODE_WRONG = Rule("payroll.rate-code-wrong", "text")
ENDS_BEFORE = Rule("payroll.rate-ends-before", "first", "last")
NOT_ONE_KIND = Rule("payroll.rate-not-one-kind")
BANDS_WRONG = Rule("payroll.bands-wrong")
SOURCE_MISSING = Rule("payroll.source-missing")
_DAY = timedelta(days=1)
_CODE = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


class RateUnknown(Refusal):
    """There is no rate of that code at all."""

    code = "payroll.rate-unknown"


class RateGap(Refusal):
    """No table of a rate holds from the first of these days to the last."""

    code = "payroll.rate-gap"


@dataclass(frozen=True, slots=True)
class Rates:
    """All the tables there are; what the office gave itself comes before those of its country.

    ``valid_until`` is the last day on which a table holds. A table with neither figure nor bands
    says that each office has a figure of its own.
    """

    tables: tuple[RateTable, ...]
    _by_code: dict[str, list[RateTable]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_code: dict[str, list[RateTable]] = defaultdict(list)
        for table in sorted(self.tables, key=lambda one: (one.country != "", one.valid_from)):
            by_code[table.code].append(table)
        object.__setattr__(self, "_by_code", dict(by_code))

    def on(self, code: str, day: date) -> RateTable:
        """Return the table that holds on a day; raises RateUnknown, RateGap."""
        known = self._by_code.get(code)
        if known is None:
            raise RateUnknown(rate=code)
        holding = [one for one in known if holds(one, day)]
        if not holding:
            first, last = _gap(known, day)
            because = "before" if first is None else "after" if last is None else "between"
            raise RateGap(rate=code, first=first, last=last, because=because)
        own = [one for one in holding if not one.country]
        return max(own or holding, key=lambda one: one.valid_from)

    def knows(self, code: str) -> bool:
        """Say whether there is any table of a code."""
        return code in self._by_code

    def is_left_to_office(self, code: str, day: date) -> bool:
        """Say whether an office has a figure of its own of this rate, and has not given it."""
        holding = [one for one in self._by_code.get(code, ()) if holds(one, day)]
        return bool(holding) and all(is_left_open(one) for one in holding)

    def warnings(self, codes: Iterable[str], day: date) -> tuple[Problem, ...]:
        """Return what to look at before a run: rates that nobody compared with their source."""
        found = []
        for code in sorted(set(codes)):
            if self.is_left_to_office(code, day):
                found.append(RATE_OF_OFFICE.at(code, rate=code))
            elif (table := self.on(code, day)).checked_on is None:
                found.append(RATE_UNCHECKED.at(code, rate=code, source=table.source))
        return tuple(found)


def holds(table: RateTable, day: date) -> bool:
    """Say whether a table holds on a day."""
    return table.valid_from <= day and (table.valid_until is None or day <= table.valid_until)


def is_left_open(table: RateTable) -> bool:
    """Say whether a table leaves the figure to the office."""
    return table.value is None and not table.bands


def check_rate(table: RateTable) -> tuple[Problem, ...]:
    """Return what is wrong with a table that an office gives itself."""
    found = []
    if not _CODE.fullmatch(table.code):
        found.append(CODE_WRONG.at("code", text=table.code))
    if table.valid_until is not None and table.valid_until < table.valid_from:
        first, last = table.valid_from, table.valid_until
        found.append(ENDS_BEFORE.at("valid_until", first=first, last=last))
    if (table.value is None) == (not table.bands):
        found.append(NOT_ONE_KIND.at("value"))
    if _are_wrong(table):
        found.append(BANDS_WRONG.at("bands"))
    if not table.source.strip():
        found.append(SOURCE_MISSING.at("source"))
    return tuple(found)


def _are_wrong(table: RateTable) -> bool:
    """Say whether bands do not rise from nought, or a percentage is out of all measure."""
    bands = table.bands
    return bool(bands) and (
        bands[0].above < 0
        or any(one.above >= other.above for one, other in pairwise(bands))
        or any(not 0 <= one.percent <= Decimal(1000) for one in bands)
    )


def _gap(tables: Iterable[RateTable], day: date) -> tuple[date | None, date | None]:
    """Return the first and the last of the days around one on which no table holds."""
    ends = [one.valid_until for one in tables if one.valid_until and one.valid_until < day]
    starts = [one.valid_from for one in tables if one.valid_from > day]
    return (max(ends) + _DAY if ends else None), (min(starts) - _DAY if starts else None)
