"""The stock's reports as files: what a report shows in some days, as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from app.domain.shared.money import Money
from app.lang.texts import Say, say_in
from app.services import stock_reports
from app.services.exports import Exported, Row, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.stock_reports import Goods


class Report(Enum):
    """Which report of the stock."""

    ABC = "abc"
    AGE = "age"
    TURNOVER = "turnover"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Asked:
    """A report that is asked for; the days are those of what went out."""

    report: Report
    first: date | None = None
    until: date | None = None


@query(Permission.OFFICE_EXPORT)
def export(
    desk: Desk, target: Path, asked: Asked, language: str = "", *, replace: bool = False
) -> Exported:
    """Write a report to a file: XLSX if it ends so, else CSV.

    Raises AlreadyThere, CannotWrite, TooLong.
    """
    company = desk.store.company.get()
    spoken = language or company.language
    rows = tuple(_Writing(desk, asked, spoken).rows())
    exported = Exported(target, len(rows) - 1)
    return write_rows(company, rows, exported, replace=replace)


class _Writing:
    """Writes one report in one language."""

    def __init__(self, desk: Desk, asked: Asked, language: str) -> None:
        self._desk = desk
        self._asked = asked
        self._language = language
        self._currency = desk.store.company.currency()

    def rows(self) -> Iterator[Row]:
        """Yield the headings, then a row for each product."""
        ways: dict[Report, Callable[[Say], Iterator[Row]]] = {
            Report.ABC: self._abc,
            Report.AGE: self._age,
            Report.TURNOVER: self._turnover,
            Report.SLOW: self._slow,
        }
        return ways[self._asked.report](say_in(self._language))

    def _abc(self, say: Say) -> Iterator[Row]:
        yield (
            *(say("Class"), *_titles(say), say("Went out"), say("Cost")),
            *(say("Share"), say("Up to here")),
        )
        for one in stock_reports.abc(self._desk, *self._days, self._language):
            cost = self._amount(one.cost_minor)
            shares = (Decimal(one.percent), Decimal(one.up_to))
            yield (one.abc.value, *_goods(one.goods), one.quantity, cost, *shares)

    def _age(self, say: Say) -> Iterator[Row]:
        titles = ("0–30", "31–90", "91–180", "181–365", "> 365")
        yield (*_titles(say), say("On hand"), say("Value"), *titles)
        for one in stock_reports.ageing(self._desk, self._language):
            ages = (self._amount(age.value_minor) for age in one.ages)
            yield (*_goods(one.goods), one.quantity, self._amount(one.value_minor), *ages)

    def _turnover(self, say: Say) -> Iterator[Row]:
        yield (
            *(*_titles(say), say("On hand"), say("Value")),
            *(say("Cost of goods issued"), say("Turns"), say("Days")),
        )
        for one in stock_reports.turnover(self._desk, *self._days, self._language):
            worth = (one.quantity, self._amount(one.value_minor))
            turned = (one.turnover.rate, one.turnover.lasts)
            yield (*_goods(one.goods), *worth, self._amount(one.turnover.cost_minor), *turned)

    def _slow(self, say: Say) -> Iterator[Row]:
        yield (
            *(*_titles(say), say("On hand"), say("Value")),
            *(say("Went out last"), say("Days ago")),
        )
        for one in stock_reports.slow_movers(self._desk, None, self._language):
            worth = (one.quantity, self._amount(one.value_minor))
            last = one.last_out.isoformat() if one.last_out else ""
            ago = None if one.days is None else Decimal(one.days)
            yield (*_goods(one.goods), *worth, last, ago)

    @property
    def _days(self) -> tuple[date | None, date | None]:
        return self._asked.first, self._asked.until

    def _amount(self, minor: int) -> Decimal:
        return Money(minor, self._currency).amount


def _titles(say: Say) -> tuple[str, str, str]:
    return say("Code"), say("Goods"), say("Unit")


def _goods(goods: Goods) -> tuple[str, str, str]:
    return goods.code, goods.name, goods.unit
