"""Counts on paper: the sheet to count with, blind or with the books, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.accounting import Imprint, report, right
from app.documents.model import Column, Document, Grid, Paragraph, Row, RowKind, Tone
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import CountKind, CountState
from app.domain.stock.count_row import CountLineRow, CountRow
from app.lang.texts import Say, mark

KINDS = {
    CountKind.FULL: mark("everything"),
    CountKind.CYCLIC: mark("what is due"),
    CountKind.CHOSEN: mark("what was chosen"),
}
BLANK = "…………"
"""Where a figure is written by hand."""


def describe_sheet(count: CountRow, lines: Sequence[CountLineRow], imprint: Imprint) -> Document:
    """Return the sheet of a count in the order of the way through the warehouse.

    What was counted already is on it; what the books say only where the count is not blind.
    """
    say = imprint.say
    shows_books = not count.is_blind
    columns = (
        Column(say("Where")),
        Column(say("Code")),
        Column(say("Goods"), weight=1),
        Column(say("Lot")),
        *(right(say("Books")) if shows_books else ()),
        *right(say("Counted")),
        Column(say("Unit")),
    )
    rows = tuple(
        Row(
            (
                *_goods(one, say),
                *((_number(one.line.book, imprint),) if shows_books else ()),
                _number(one.line.counted, imprint) or BLANK,
                one.unit,
            )
        )
        for one in lines
    )
    by, at = say("Counted by"), say("Date and time")
    ends = Paragraph(f"{by}: ………………………………    {at}: ………………………………")
    return report(imprint, say("Count sheet"), _facts(count, imprint), (Grid(columns, rows), ends))


def describe_result(count: CountRow, lines: Sequence[CountLineRow], imprint: Imprint) -> Document:
    """Return what came of a count: every line that was counted, its difference, value and reason.

    Nothing is said of lines that were left out but how many they are.
    """
    say, formats, currency = imprint.say, imprint.formats, imprint.company.currency
    columns = (
        Column(say("Where")),
        Column(say("Code")),
        Column(say("Goods"), weight=2),
        Column(say("Lot")),
        *right(say("Books"), say("Counted"), say("Difference"), say("Value")),
        Column(say("Reason"), weight=1),
    )
    counted = [one for one in lines if one.line.counted is not None]
    rows = [_result_row(one, imprint) for one in counted]
    total = sum(one.value_minor for one in counted if one.line.difference)
    sums = ("", "", say("Total"), "", "", "", "", formats.amount(total, currency), "")
    facts = _facts(count, imprint) | {
        say("Posted"): formats.day(count.posted_on) if count.posted_on else "",
        say("Approved by"): count.approved_by,
    }
    left = len(lines) - len(counted)
    rest = (
        (
            Paragraph(
                say.many("{n} line was left out.", "{n} lines were left out.", left), Tone.QUIET
            ),
        )
        if left
        else ()
    )
    grid = Grid(columns, (*rows, Row(sums, RowKind.SUM)))
    return report(imprint, say("Result of a count"), facts, (grid, *rest))


def _result_row(one: CountLineRow, imprint: Imprint) -> Row:
    formats, differs = imprint.formats, bool(one.line.difference)
    return Row(
        (
            *_goods(one, imprint.say),
            _number(one.line.book, imprint),
            _number(one.line.counted, imprint),
            formats.decimal(one.line.difference) if differs else "",
            formats.amount(one.value_minor, imprint.company.currency) if differs else "",
            one.line.reason,
        )
    )


def is_result(count: CountRow) -> bool:
    """Say whether a count has a result to print; before that it has a sheet."""
    return count.state in {CountState.REVIEW, CountState.POSTED}


def _facts(count: CountRow, imprint: Imprint) -> dict[str, str]:
    say = imprint.say
    return {
        say("Count"): count.number,
        say("Warehouse"): count.warehouse,
        say("Counted is"): say(KINDS[count.kind]),
        say("Planned"): imprint.formats.day(count.planned_on) if count.planned_on else "",
        say("Planned by"): count.made_by,
    }


def _goods(one: CountLineRow, say: Say) -> tuple[str, str, str, str]:
    return one.place, one.code, one.name_in(say.language), one.lot


def _number(value: Quantity | None, imprint: Imprint) -> str:
    return "" if value is None else imprint.formats.decimal(value)
