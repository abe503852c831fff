"""The stock on paper as it was at the end of a day: what lay there, its value, and its account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.documents.accounting import Imprint, report, right
from app.documents.model import Column, Document, Grid, Paragraph, Row, RowKind
from app.domain.shared.quantities import Quantity, UnitPrice

EACH_PLACES = 4
"""With so many places it is said what one costs: a value shared by pieces is seldom round."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A product on the list; ``each`` is what one of it cost, none where nothing lies there."""

    code: str
    name: str
    unit: str
    quantity: Quantity
    each: UnitPrice | None
    minor: int


@dataclass(frozen=True, slots=True)
class Books:
    """What the accounts of the stock say; ``account`` is empty where the chart has none."""

    account: str
    minor: int


def describe(lines: Sequence[Lying], day: date, books: Books, imprint: Imprint) -> Document:
    """Return what lay there and what it was worth, and whether the books say the same."""
    say = imprint.say
    columns = (
        Column(say("Code")),
        Column(say("Goods"), weight=1),
        *right(say("On hand"), say("Cost of one"), say("Value")),
    )
    total = sum(one.minor for one in lines)
    rows = (
        *(_row(one, imprint) for one in lines),
        Row(("", say("Total"), "", "", _amount(total, imprint)), RowKind.SUM),
    )
    facts = {
        say("At the end of"): imprint.formats.day(day),
        say("Currency"): imprint.company.currency,
    }
    listed = Grid(columns, rows) if lines else Paragraph(say("Nothing lay there."))
    agreed = Paragraph(agreement(total, books, imprint))
    return report(imprint, say("Stock list with value"), facts, (listed, agreed))


def agreement(total: int, books: Books, imprint: Imprint) -> str:
    """Return in words whether the list is worth what its account says, or by how much not."""
    say = imprint.say
    if not books.account:
        return say("The chart has no account of the stock to compare with.")
    if books.minor == total:
        return say("Agrees with account {account}.", account=books.account)
    by = _amount(abs(books.minor - total), imprint)
    slots = {"account": books.account, "booked": _amount(books.minor, imprint), "by": by}
    if books.minor > total:
        return say("Account {account} says {booked}: {by} more than the list.", **slots)
    return say("Account {account} says {booked}: {by} less than the list.", **slots)


def _row(one: Lying, imprint: Imprint) -> Row:
    formats = imprint.formats
    each = "" if one.each is None else formats.decimal(one.each, EACH_PLACES)
    lying = f"{formats.decimal(one.quantity)} {one.unit}"
    return Row((one.code, one.name, lying, each, _amount(one.minor, imprint)))


def _amount(minor: int, imprint: Imprint) -> str:
    return imprint.formats.amount(minor, imprint.company.currency)
