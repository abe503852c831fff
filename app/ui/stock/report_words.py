"""The columns of the stock's reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from app.lang.texts import mark
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats

ABC, AGE, TURNOVER, SLOW = "abc", "age", "turnover", "slow"
NAMES = (
    (ABC, mark("ABC")),
    (AGE, mark("Age")),
    (TURNOVER, mark("Turnover")),
    (SLOW, mark("Slow movers")),
)


_REPORTS, _DAYS = 10, 10_000_000
"""A number has its report in the last digit, and its days in seven digits each before it."""


class ReportRow:
    """A product on a report: its figures, in the currency of the books."""

    def __init__(self, row: Any, currency: str) -> None:
        self.id: int = row.goods.product_id
        self.row = row
        self.currency = currency

    def amount(self, minor: int) -> str:
        """Return an amount as it is written."""
        return formats().amount(minor, self.currency)


def _quantity(line: ReportRow) -> str:
    return f"{formats().decimal(line.row.quantity)} {line.row.goods.unit}"


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else formats().decimal(value)


def _value(line: ReportRow) -> str:
    return line.amount(line.row.value_minor)


def _age(place: int) -> Column[ReportRow]:
    titles = ("0–30", "31–90", "91–180", "181–365", "> 365")

    def text(line: ReportRow) -> str:
        age = line.row.ages[place]
        return line.amount(age.value_minor) if age.quantity else ""

    return Column(titles[place], text, right=True, width=86)


_GOODS: tuple[Column[ReportRow], ...] = (
    Column(mark("Code"), lambda line: line.row.goods.code, width=100),
    Column(mark("Goods"), lambda line: line.row.goods.name, width=160),
)
_THERE: tuple[Column[ReportRow], ...] = (
    Column(mark("On hand"), _quantity, right=True, width=96),
    Column(mark("Value"), _value, right=True, width=100),
)
COLUMNS: dict[str, tuple[Column[ReportRow], ...]] = {
    ABC: (
        Column(mark("Class"), lambda line: line.row.abc.value, width=52),
        *_GOODS,
        Column(mark("Went out"), _quantity, right=True, width=96),
        Column(mark("Cost"), lambda line: line.amount(line.row.cost_minor), right=True, width=100),
        Column(
            mark("Share"),
            lambda line: formats().percent(Decimal(line.row.percent)),
            right=True,
            width=76,
        ),
        Column(
            mark("Up to here"),
            lambda line: formats().percent(Decimal(line.row.up_to)),
            right=True,
            width=88,
        ),
    ),
    AGE: (*_GOODS, *_THERE, *map(_age, range(5))),
    TURNOVER: (
        *_GOODS,
        *_THERE,
        Column(
            mark("Cost of goods issued"),
            lambda line: line.amount(line.row.turnover.cost_minor),
            right=True,
            width=140,
        ),
        Column(mark("Turns"), lambda line: _decimal(line.row.turnover.rate), right=True, width=64),
        Column(mark("Days"), lambda line: _decimal(line.row.turnover.lasts), right=True, width=64),
    ),
    SLOW: (
        *_GOODS,
        *_THERE,
        Column(
            mark("Went out last"),
            lambda line: formats().day(line.row.last_out) if line.row.last_out else _("never"),
            width=120,
        ),
        Column(
            mark("Days ago"),
            lambda line: "" if line.row.days is None else str(line.row.days),
            right=True,
            width=80,
        ),
    ),
}


def number_of(place: int, first: date | None = None, until: date | None = None) -> int:
    """Return the number by which a report of some days is opened in a tab."""
    days = [one.toordinal() if one is not None else 0 for one in (first, until)]
    return (days[0] * _DAYS + days[1]) * _REPORTS + place


def asked_by(number: int) -> tuple[int, date | None, date | None]:
    """Return which report of which days a number stands for."""
    days, place = divmod(max(0, number), _REPORTS)
    first, until = (_day(one) for one in divmod(days, _DAYS))
    return place % len(NAMES), first, until


def _day(number: int) -> date | None:
    return date.fromordinal(number) if 0 < number <= date.max.toordinal() else None
