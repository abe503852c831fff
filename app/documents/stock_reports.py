"""Reports of the stock on paper: ABC, ageing, turnover, slow movers, what to reorder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.documents.accounting import Imprint, report, right
from app.documents.model import Column, Document, Grid, Paragraph, Row, RowKind
from app.domain.shared.quantities import Quantity
from app.domain.stock.reports import AGES, Abc, Age, Turnover
from app.lang.texts import Say


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A product on a report: its words, and the figures that the report is of."""

    code: str
    name: str
    unit: str
    quantity: Quantity
    minor: int
    abc: Abc | None = None
    percent: Decimal | None = None
    up_to: Decimal | None = None
    ages: tuple[Age, ...] = ()
    turnover: Turnover | None = None
    day: date | None = None
    days: int | None = None


def describe_abc(lines: Sequence[ReportLine], span: str, imprint: Imprint) -> Document:
    """Return the products by the cost of what went out of them, each with its class."""
    say, formats = imprint.say, imprint.formats
    columns = (
        Column(say("Class")),
        *_product(say),
        *right(say("Went out"), say("Cost"), say("Share"), say("Up to here")),
    )
    rows = tuple(
        Row(
            (
                one.abc.value if one.abc else "",
                *_words(one, imprint),
                _amount(one.minor, imprint),
                formats.percent(one.percent or Decimal(0)),
                formats.percent(one.up_to or Decimal(0)),
            )
        )
        for one in lines
    )
    facts = {say("Period"): span, say("Currency"): imprint.company.currency}
    return _report(imprint, say("ABC by cost of goods issued"), facts, columns, rows)


def describe_ageing(lines: Sequence[ReportLine], imprint: Imprint) -> Document:
    """Return how old what lies here is: its value in classes of days, and their sums."""
    say = imprint.say
    columns = (*_product(say), *right(say("On hand"), say("Value"), *age_titles(say)))
    rows = tuple(
        Row(
            (
                *_words(one, imprint),
                _amount(one.minor, imprint),
                *(_amount(age.value_minor, imprint) if age.quantity else "" for age in one.ages),
            )
        )
        for one in lines
    )
    sums = [sum(one.ages[place].value_minor for one in lines) for place in range(len(AGES) + 1)]
    total = (sum(one.minor for one in lines), *sums)
    last = Row(("", say("Total"), "", *(_amount(one, imprint) for one in total)), RowKind.SUM)
    facts = {
        say("On"): imprint.formats.day(imprint.printed_on),
        say("Currency"): imprint.company.currency,
    }
    return _report(imprint, say("Age of the stock"), facts, columns, (*rows, last))


def describe_turnover(lines: Sequence[ReportLine], span: str, imprint: Imprint) -> Document:
    """Return how often a year each product is sold and bought anew, the slowest first."""
    say = imprint.say
    columns = (
        *_product(say),
        *right(
            say("On hand"), say("Value"), say("Cost of goods issued"), say("Turns"), say("Days")
        ),
    )
    rows = tuple(
        Row(
            (
                *_words(one, imprint),
                _amount(one.minor, imprint),
                _amount(one.turnover.cost_minor if one.turnover else 0, imprint),
                _decimal(one.turnover.rate if one.turnover else None, imprint),
                _decimal(one.turnover.lasts if one.turnover else None, imprint),
            )
        )
        for one in lines
    )
    facts = {say("Period"): span, say("Currency"): imprint.company.currency}
    return _report(imprint, say("Turnover of the stock"), facts, columns, rows)


def describe_slow(lines: Sequence[ReportLine], days: int, imprint: Imprint) -> Document:
    """Return what lies here and has not gone out for so many days."""
    say, formats = imprint.say, imprint.formats
    columns = (
        *_product(say),
        *right(say("On hand"), say("Value"), say("Went out last"), say("Days ago")),
    )
    rows = tuple(
        Row(
            (
                *_words(one, imprint),
                _amount(one.minor, imprint),
                formats.day(one.day) if one.day else say("never"),
                "" if one.days is None else str(one.days),
            )
        )
        for one in lines
    )
    total = _amount(sum(one.minor for one in lines), imprint)
    last = Row(("", say("Total"), "", total, "", ""), RowKind.SUM)
    facts = {
        say("Has not gone out for"): say.many("{n} day", "{n} days", days),
        say("Currency"): imprint.company.currency,
    }
    return _report(imprint, say("Slow movers"), facts, columns, (*rows, last))


def age_titles(say: Say) -> tuple[str, ...]:
    """Return how the classes of age are called."""
    edges = (-1, *AGES)
    within = (
        say("{first}–{last} days", first=low + 1, last=high)
        for low, high in zip(edges, AGES, strict=False)
    )
    return (*within, say("over {n} days", n=AGES[-1]))


def _report(
    imprint: Imprint,
    title: str,
    facts: dict[str, str],
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
) -> Document:
    empty = Paragraph(imprint.say("There is nothing to report."))
    entries = [row for row in rows if row.kind is RowKind.ENTRY]
    return report(imprint, title, facts, (Grid(columns, rows),) if entries else (empty,))


def _product(say: Say) -> tuple[Column, Column]:
    return Column(say("Code")), Column(say("Goods"), weight=1)


def _words(one: ReportLine, imprint: Imprint) -> tuple[str, str, str]:
    return one.code, one.name, f"{imprint.formats.decimal(one.quantity)} {one.unit}"


def _amount(minor: int, imprint: Imprint) -> str:
    return imprint.formats.amount(minor, imprint.company.currency)


def _decimal(value: Decimal | None, imprint: Imprint) -> str:
    return "" if value is None else imprint.formats.decimal(value)
