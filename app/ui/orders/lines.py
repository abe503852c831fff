"""The lines of an order, each with what was ordered, went out, is open, is held and invoiced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.orders.handling import day_promised
from app.domain.orders.order import Order, OrderLine
from app.lang.texts import mark
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of an order as a table shows it."""

    id: int
    text: str
    line: OrderLine
    promised: str


def line_rows(order: Order) -> Iterator[LineRow]:
    """Yield the lines of an order in their places."""
    for line in order.lines:
        words = " ".join(order.wanted.lines[line.place].description.split())
        day = day_promised(order, line)
        yield LineRow(line.id, words, line, formats().day(day) if day else "")


def _held(row: LineRow) -> str:
    if row.line.supplier_id is not None:
        return _("From supplier")
    return _number(row.line.reserved) if row.line.is_stocked else "–"


def _number(value: Decimal) -> str:
    return formats().plain(value) if value else "0"


COLUMNS: tuple[Column[LineRow], ...] = (
    Column(mark("Product"), lambda row: row.text, is_roomy=True),
    Column(mark("Ordered"), lambda row: _number(row.line.ordered), right=True, width=84),
    Column(mark("Delivered"), lambda row: _number(row.line.delivered), right=True, width=88),
    Column(
        mark("Open quantity"),
        lambda row: _number(row.line.open),
        right=True,
        width=84,
        tone=lambda row: "warn" if row.line.open else "good",
    ),
    Column(mark("Held for it"), _held, right=True, width=92),
    Column(mark("Invoiced"), lambda row: _number(row.line.invoiced), right=True, width=88),
    Column(mark("Returned"), lambda row: _number(row.line.returned), right=True, width=84),
    Column(mark("Promised"), lambda row: row.promised, width=92),
)


class OrderLines(ShortTable[LineRow]):
    """Shows how far each line of an order is."""

    def __init__(self, order: Order) -> None:
        super().__init__(_("Lines of the order"), COLUMNS)
        self.give_room("Product")
        self.show_rows(tuple(line_rows(order)))
