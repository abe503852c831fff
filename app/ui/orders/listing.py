"""The queue as data: its columns, filters, sorts and what it says when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from app.domain.orders.order import OrderState, Priority, Progress
from app.domain.orders.row import OrderRow
from app.lang.texts import mark
from app.services import orders
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column, Part
from app.ui.kit.texts import _, formats, many
from app.ui.orders.words import (
    DELIVERED,
    INVOICED,
    PAID,
    PRIORITY_TONES,
    PROGRESS_TONES,
    priority_text,
    state_text,
    why_text,
)


def _day(day: date | None) -> str:
    return formats().day(day) if day else ""


def _money(row: OrderRow) -> str:
    return formats().money(row.head.gross_minor, row.head.currency)


def _net(row: OrderRow) -> str:
    return formats().money(row.head.net_minor, row.head.currency)


def _age(row: OrderRow) -> str:
    return many("{n} day", "{n} days", row.age_days) if row.age_days is not None else ""


def _delivered(row: OrderRow) -> tuple[Part, ...]:
    """Return how much went out; of an order that is not on its way its state."""
    if row.head.state is not OrderState.CONFIRMED:
        return (Part(state_text(row.head.state), "muted"),)
    return _axis(DELIVERED, row.axes.fulfilment)


def _axis(words: Mapping[Progress, str], progress: Progress) -> tuple[Part, ...]:
    return (Part(_(words[progress]), PROGRESS_TONES[progress]),)


def _priority(row: OrderRow) -> str:
    usual = row.head.priority is Priority.NORMAL
    return "" if usual else priority_text(row.head.priority)


def _counted(count: int) -> str:
    return many("{n} order", "{n} orders", count)


COLUMNS: tuple[Column[OrderRow], ...] = (
    Column(
        mark("Number"),
        lambda row: row.head.number or "–",
        sort="number",
        width=116,
        is_whole=True,
    ),
    Column(
        mark("Priority"),
        _priority,
        sort="turn",
        tone=lambda row: PRIORITY_TONES[row.head.priority],
        width=84,
    ),
    Column(
        mark("Customer"),
        lambda row: row.head.customer_name or _("No customer yet"),
        sort="customer",
        tone=lambda row: "" if row.head.customer_name else "muted",
    ),
    Column(mark("Promised"), lambda row: _day(row.head.promised_on), sort="promised_on", width=96),
    Column(mark("Wanted"), lambda row: _day(row.head.wanted_on), sort="wanted_on", is_hidden=True),
    Column(
        mark("Ordered"),
        lambda row: _day(row.head.ordered_on),
        sort="ordered_on",
        width=96,
        is_hidden=True,
    ),
    Column(mark("Age"), _age, width=72, is_hidden=True),
    Column(mark("Their number"), lambda row: row.head.order_reference, width=110, is_hidden=True),
    Column(
        mark("How far"),
        lambda row: ", ".join(part.text for part in _delivered(row)),
        parts=_delivered,
        width=120,
        is_whole=True,
    ),
    Column(
        mark("Invoiced how far"),
        lambda row: _(INVOICED[row.axes.billing]),
        parts=lambda row: _axis(INVOICED, row.axes.billing),
        width=120,
        is_hidden=True,
    ),
    Column(
        mark("Paid how far"),
        lambda row: _(PAID[row.axes.payment]),
        parts=lambda row: _axis(PAID, row.axes.payment),
        width=120,
        is_hidden=True,
    ),
    Column(mark("Waits for"), lambda row: why_text(row.stuck), width=200, is_roomy=True),
    Column(mark("Net"), _net, sort="net", right=True, width=92, is_hidden=True),
    Column(mark("Total"), _money, sort="gross", right=True, width=96, is_whole=True, is_spare=True),
)

LISTING: Listing[OrderRow] = Listing(
    name="orders",
    title=mark("Queue"),
    columns=COLUMNS,
    source=Source(orders.spine, orders.rows, orders.first),
    tables=frozenset({"sales_order", "order_line"}),
    counted=_counted,
    empty=Empty(
        "shopping-cart",
        mark("No orders yet"),
        mark("Take an order as it comes; goods are held for it, and a day is promised that holds."),
        ("order.new", "order.import"),
    ),
    filters=(
        Filter("draft", mark("Drafts")),
        Filter("open", mark("Open orders")),
        Filter("late", mark("Late")),
        Filter("waiting", mark("Waits for goods")),
        Filter("ready", mark("Ready to go out")),
        Filter("held", mark("Held")),
        Filter("billable", mark("To invoice")),
        Filter("closed", mark("Closed orders")),
        Filter("cancelled", mark("Cancelled orders")),
    ),
    buttons=("order.bill", "order.new"),
    begins=("open",),
    shelves={
        "open": Empty(
            "shopping-cart",
            mark("No open orders"),
            mark("Take an order as it comes; goods are held for it at once."),
            ("order.new",),
        )
    },
    verbs=(
        "order.open",
        "order.confirm",
        "order.amend",
        "",
        "order.promise",
        "order.urgent",
        "order.high",
        "order.normal",
        "order.low",
        "order.prefer",
        "",
        "order.direct",
        "order.direct-sent",
        "order.from-stock",
        "",
        "order.hold",
        "order.go-on",
        "order.bill",
        "order.bill-together",
        "order.close-short",
        "order.reopen",
        "order.cancel",
        "",
        "order.copy",
        "order.print",
        "order.mail",
        "order.pro-forma",
        "order.mail-pro-forma",
        "order.customer",
    ),
    sort="turn",
)


def listing_on(today: Callable[[], date]) -> Listing[OrderRow]:
    """Return the queue, in which a promise that has passed is told by its tone."""

    def tone(row: OrderRow) -> str:
        day, is_open = row.head.promised_on, row.head.state is OrderState.CONFIRMED
        return "bad" if is_open and day is not None and day < today() else ""

    def told(column: Column[OrderRow]) -> Column[OrderRow]:
        return replace(column, tone=tone) if column.sort == "promised_on" else column

    return replace(LISTING, columns=tuple(map(told, COLUMNS)))
