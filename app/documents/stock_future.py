"""The future stock of a product on paper: a line over days, and what changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.documents.accounting import Imprint
from app.documents.letterhead import paper_of
from app.documents.model import Align
from app.documents.sheets import SIZES, Bar, Frame, Item, Outline, Sheets, Text
from app.domain.stock.reports import FutureDay, short_on
from app.lang.formats import Formats

LEFT, TOP, TALL = 30.0, 52.0, 90.0
ROWS = 22
"""So many days on which something changes stand under the chart."""
LINE = 0.7
"""How thick the line of the stock is; what is missing is black down from zero."""


def describe(name: str, unit: str, days: Sequence[FutureDay], imprint: Imprint) -> Sheets:
    """Return a sheet with what will be there at the end of each day; below zero is too little."""
    say, company = imprint.say, imprint.company
    paper = paper_of(company.country)
    wide = SIZES[paper][0] - LEFT - 20
    title = say("Future stock: {name}", name=name)
    short = short_on(days)
    warns = (
        say(
            "Too little from {day} on: {quantity}",
            day=imprint.formats.day(short.day),
            quantity=f"{imprint.formats.decimal(short.quantity)} {unit}",
        )
        if short
        else say("Enough on every day")
    )
    page: tuple[Item, ...] = (
        Text(Frame(20, 16, wide, 6), company.name, 10),
        Text(Frame(20, 24, wide + 10, 10), title, 18, is_strong=True),
        Text(Frame(20, 36, wide, 6), warns, 11, is_strong=short is not None),
        *_chart(days, unit, wide, imprint),
        *_changes(days, unit, wide, imprint),
    )
    return Sheets(say.language, title, company.name, paper, (page,))


def _chart(days: Sequence[FutureDay], unit: str, wide: float, imprint: Imprint) -> Iterator[Item]:
    highest = max((one.quantity for one in days), default=Decimal(0))
    lowest = min((one.quantity for one in days), default=Decimal(0))
    top, bottom = max(highest, Decimal(0)), min(lowest, Decimal(0))
    scale = TALL / float(top - bottom) if top > bottom else 0.0
    zero = TOP + float(top) * scale
    step = wide / max(len(days), 1)
    yield Outline(Frame(LEFT, TOP, wide, TALL))
    before: float | None = None
    for place, one in enumerate(days):
        tall = abs(float(one.quantity)) * scale
        x = LEFT + place * step
        level = zero - float(one.quantity) * scale
        if before is not None and before != level:
            yield Bar(Frame(x - LINE / 2, min(before, level), LINE, abs(before - level)))
        before = level
        if one.quantity < 0:
            yield Bar(Frame(x, zero, step, tall))
        else:
            yield Bar(Frame(x, zero - tall - LINE / 2, step, LINE))
    yield Bar(Frame(LEFT, zero - 0.15, wide, 0.3))
    formats = imprint.formats
    for value in sorted({top, Decimal(0), bottom}):
        y = zero - float(value) * scale - 2
        text = f"{formats.decimal(value)} {unit}" if value == top else formats.decimal(value)
        yield Text(Frame(4, y, LEFT - 6, 4), text, 8, align=Align.RIGHT)
    under = TOP + TALL + 1
    for place, one in ((0, days[0]), (len(days) - 1, days[-1])):
        x = LEFT + wide * place / max(len(days) - 1, 1) - (30 if place else 0)
        align = Align.RIGHT if place else Align.LEFT
        yield Text(Frame(x, under, 30, 4), formats.day(one.day), 8, align=align)


def _changes(days: Sequence[FutureDay], unit: str, wide: float, imprint: Imprint) -> Iterator[Item]:
    """Yield the days on which something comes or goes, one below the other."""
    say, formats = imprint.say, imprint.formats
    titles = (say("Date"), say("Comes"), say("Goes"), say("In stock"), say("Reference"))
    edges = (0.0, 30.0, 55.0, 80.0, 112.0)
    top = TOP + TALL + 12
    changing = (one for one in days if one.came or one.went)
    rows = [titles, *(_change(one, unit, formats) for one in changing)]
    for place, row in enumerate(rows[: ROWS + 1]):
        for column, (edge, words) in enumerate(zip(edges, row, strict=True)):
            room = (edges[column + 1] if column + 1 < len(edges) else wide + 10) - edge - 2
            is_figure = column in {1, 2, 3}
            frame = Frame(20 + edge, top + place * 5, room, 5)
            align = Align.RIGHT if is_figure else Align.LEFT
            yield Text(frame, words, 9, is_strong=not place, align=align)
    if len(rows) > ROWS + 1:
        left = say.many("{n} more day", "{n} more days", len(rows) - ROWS - 1)
        yield Text(Frame(20, top + (ROWS + 1) * 5, wide, 5), left, 9)


def _change(one: FutureDay, unit: str, formats: Formats) -> tuple[str, ...]:
    return (
        formats.day(one.day),
        formats.decimal(one.came) if one.came else "",
        formats.decimal(one.went) if one.went else "",
        f"{formats.decimal(one.quantity)} {unit}",
        ", ".join(one.references),
    )
