"""Words, columns and the list of counts."""

from __future__ import annotations

from app.domain.shared.quantities import Quantity
from app.domain.stock.count import CountKind, CountState
from app.domain.stock.count_row import CountLineRow, CountRow, CountSort
from app.lang.texts import mark
from app.services import counts
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many, place_text, say

STATES = {
    CountState.PLANNED: mark("Planned"),
    CountState.COUNTING: mark("Being counted"),
    CountState.REVIEW: mark("Looked at"),
    CountState.POSTED: mark("Posted"),
    CountState.CANCELLED: mark("Cancelled"),
}
TONES = {
    CountState.PLANNED: "accent",
    CountState.COUNTING: "warn",
    CountState.REVIEW: "warn",
    CountState.POSTED: "good",
    CountState.CANCELLED: "muted",
}
KINDS = {
    CountKind.FULL: mark("Everything"),
    CountKind.CYCLIC: mark("What is due"),
    CountKind.CHOSEN: mark("Some places"),
}
REASONS = (
    mark("Broken"),
    mark("Lost"),
    mark("Found again"),
    mark("Miscounted before"),
    mark("Booked to another place"),
    mark("Wrong unit"),
    mark("Past its last day"),
)
"""Reasons that are offered; others are written."""


def progress_text(row: CountRow) -> str:
    """Return how many lines are counted, and how many differ."""
    done = _("{done} of {lines} counted", done=row.counted, lines=row.lines)
    if not row.differing:
        return done
    differing = many("{n} difference", "{n} differences", row.differing)
    return f"{done} · {differing}"


LISTING: Listing[CountRow] = Listing(
    name="counts",
    title=mark("Counts"),
    columns=(
        Column(mark("Number"), lambda row: row.number, sort=CountSort.NUMBER.value, width=130),
        Column(
            mark("Day"),
            lambda row: formats().day(row.planned_on) if row.planned_on else "",
            sort=CountSort.PLANNED_ON.value,
            width=96,
        ),
        Column(mark("Warehouse"), lambda row: place_text(row.warehouse), width=110),
        Column(mark("Counted is"), lambda row: _(KINDS[row.kind]), width=110),
        Column(mark("How far"), progress_text, is_roomy=True, width=160),
        Column(
            mark("Status"),
            lambda row: _(STATES[row.state]),
            tone=lambda row: TONES[row.state],
            is_pill=True,
            width=110,
        ),
        Column(
            mark("Posted"),
            lambda row: formats().day(row.posted_on) if row.posted_on else "",
            sort=CountSort.POSTED_ON.value,
            width=96,
        ),
        Column(mark("By"), lambda row: row.made_by, width=90),
    ),
    source=Source(counts.spine, counts.rows, counts.first),
    tables=frozenset({"stock_count", "stock_count_line"}),
    counted=lambda n: many("{n} count", "{n} counts", n),
    empty=Empty(
        "checkbox",
        mark("Nothing was counted yet"),
        mark("Count while goods move: a difference is that of the moment of counting."),
        ("count.new",),
    ),
    filters=tuple(Filter(state.value, text) for state, text in STATES.items()),
    buttons=("count.rules", "count.new"),
    verbs=("count.open", "", "count.new"),
    sort=CountSort.PLANNED_ON.value,
    is_descending=True,
)


def _number(value: Quantity | None) -> str:
    return "" if value is None else formats().decimal(value)


def difference_text(row: CountLineRow) -> str:
    """Return by how much a line differs, with its sign; nothing where it does not."""
    found = row.line.difference
    if not found:
        return ""
    return f"+{formats().decimal(found)}" if found > 0 else formats().decimal(found)


def difference_tone(row: CountLineRow) -> str:
    """Return the colour of a difference; what is wrong is said by the sign, too."""
    found = row.line.difference
    return "" if not found else "good" if found > 0 else "bad"


def value_text(row: CountLineRow) -> str:
    """Return what a difference is worth."""
    return formats().amount(row.value_minor, row.currency) if row.line.difference else ""


LINES: tuple[Column[CountLineRow], ...] = (
    Column(mark("Where"), lambda row: place_text(row.place), width=80),
    Column(mark("Code"), lambda row: row.code, width=80),
    Column(mark("Goods"), lambda row: row.name_in(say().language), width=160),
    Column(mark("Lot"), lambda row: row.lot, width=80),
    Column(mark("Books"), lambda row: _number(row.line.book), right=True, width=72),
    Column(mark("Counted"), lambda row: _number(row.line.counted), right=True, width=72),
    Column(mark("Unit"), lambda row: row.unit, width=48),
    Column(mark("Difference"), difference_text, right=True, tone=difference_tone, width=84),
    Column(mark("Worth"), value_text, right=True, width=84),
    Column(mark("Reason"), lambda row: row.line.reason, width=110),
    Column(mark("By"), lambda row: row.line.counted_by, width=70),
)
