"""Words and lists of what is open and of what was paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.payments.open_item import OpenItem
from app.domain.payments.payment import (
    Closing,
    Direction,
    PaymentRow,
    PaymentState,
)
from app.domain.payments.proposing import Why
from app.lang.texts import mark
from app.services import open_items, payments
from app.ui.invoices.claim_verbs import level_text, level_tone
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

CLOSINGS = {
    Closing.PAYMENT: mark("Payment"),
    Closing.EARLY: mark("Early-payment discount"),
    Closing.WITHHELD: mark("Tax withheld"),
    Closing.ROUNDING: mark("Rounding"),
    Closing.WRITE_OFF: mark("Written off"),
    Closing.CREDIT: mark("Credit note"),
    Closing.REFUND: mark("Refund"),
}
WHYS = {
    Why.REFERENCE: mark("The reference names it."),
    Why.AMOUNT: mark("The amount is exactly what is due."),
    Why.TOGETHER: mark("Together they come to the amount."),
    Why.OLDEST: mark("What is due first is settled first."),
    Why.NOTHING: mark("Nothing is open: the money stays as the customer's credit."),
}
"""Why this is proposed."""


def _late(_item: OpenItem) -> str:
    """Return nothing: how late it is depends on the day; see ``items_listing``."""
    return ""


def _due(item: OpenItem) -> str:
    """Return until when an item is to be paid; a credit note is not due."""
    return _day(item.due_on) if item.open.minor > 0 else ""


def closing_text(closing: Closing) -> str:
    """Return how an amount is settled as words."""
    return _(CLOSINGS[closing])


def payment_text(row: PaymentRow) -> str:
    """Return how a payment stands as a word."""
    if row.state is PaymentState.REVERSED:
        return _("Reversed")
    if row.direction is Direction.OUT:
        return _("Paid back")
    return _("Not all used") if row.open_minor else _("Allocated")


def payment_tone(row: PaymentRow) -> str:
    """Return the tone of how a payment stands."""
    if row.state is PaymentState.REVERSED:
        return "muted"
    return "warn" if row.open_minor else "good"


LATE = mark("Late")
ITEMS: Listing[OpenItem] = Listing(
    name="open-items",
    title=mark("Open items"),
    columns=(
        Column(mark("Number"), lambda item: item.number, sort="number", width=88),
        Column(mark("Customer"), lambda item: item.customer_name, sort="customer", is_roomy=True),
        Column(
            mark("Date"),
            lambda item: _day(item.issued_on),
            sort="issued_on",
            width=96,
            is_spare=True,
        ),
        Column(mark("Due"), _due, sort="due_on", width=96),
        Column(LATE, _late, width=80),
        Column(mark("Level"), level_text, width=92, tone=level_tone, is_pill=True),
        Column(
            mark("Total"),
            lambda item: formats().money(item.amount.minor, item.amount.currency),
            sort="amount",
            right=True,
            width=104,
            is_spare=True,
        ),
        Column(
            mark("Still open"),
            lambda item: formats().money(item.open.minor, item.open.currency),
            sort="open",
            right=True,
            width=104,
        ),
        Column(mark("Reference"), lambda item: item.reference, width=140, is_hidden=True),
    ),
    source=Source(open_items.spine, open_items.rows, open_items.first, open_items.sums),
    tables=frozenset({"open_item", "invoice_standing"}),
    counted=lambda n: many("{n} open item", "{n} open items", n),
    empty=Empty(
        "circle-check",
        mark("Nothing is open"),
        mark("What you issue stands here until it is paid."),
        ("invoice.new",),
    ),
    filters=(
        Filter("overdue", mark("Overdue")),
        Filter("not-due", mark("Not due")),
        Filter("credit", mark("Credit notes")),
    ),
    buttons=("items.paper", "reminder.new", "payment.new"),
    verbs=(
        "invoice.open",
        "payment.new",
        "item.offset",
        "payment.refund",
        "item.write-off",
        "",
        "claim.dispute",
        "claim.stop",
        "claim.resume",
        "claim.collect",
        "",
        "statement.show",
        "invoice.customer",
        "",
        "items.paper",
        "items.export",
    ),
    sort="due_on",
)

PAYMENTS: Listing[PaymentRow] = Listing(
    name="payments",
    title=mark("Payments"),
    columns=(
        Column(mark("Number"), lambda row: row.number, sort="number", width=128),
        Column(mark("Payer"), lambda row: row.payer, sort="payer", is_roomy=True),
        Column(mark("Date"), lambda row: _day(row.paid_on), sort="paid_on", width=96),
        Column(
            mark("Amount"),
            lambda row: formats().money(_signed(row), row.currency),
            sort="amount",
            right=True,
            width=104,
        ),
        Column(
            mark("Left"),
            lambda row: formats().money(row.open_minor, row.currency) if row.open_minor else "",
            right=True,
            width=96,
        ),
        Column(mark("Status"), payment_text, tone=payment_tone, is_pill=True, width=110),
        Column(mark("Reference"), lambda row: row.reference, width=140, is_hidden=True),
    ),
    source=Source(payments.spine, payments.rows, payments.first),
    tables=frozenset({"payment"}),
    counted=lambda n: many("{n} payment", "{n} payments", n),
    empty=Empty(
        "cash",
        mark("No payments yet"),
        mark("Write down money that came in: what it settles is proposed and booked."),
        ("payment.new",),
    ),
    filters=(
        Filter("recorded", mark("Recorded")),
        Filter("credit", mark("Not all used")),
        Filter("reversed", mark("Reversed")),
    ),
    buttons=("payment.new",),
    verbs=("payment.open", "payment.use", "payment.refund", "", "payment.reverse"),
    sort="paid_on",
    is_descending=True,
)


def items_listing(today: Callable[[], date]) -> Listing[OpenItem]:
    """Return the list of what is open; how late it is depends on the day."""

    def late(item: OpenItem) -> str:
        days = item.days_late(today()) if item.open.minor > 0 else 0
        return many("{n} day", "{n} days", days) if days else ""

    def tone(item: OpenItem) -> str:
        return "bad" if late(item) else ""

    columns = (
        replace(one, text=late, tone=tone) if one.title == LATE else one for one in ITEMS.columns
    )
    return replace(ITEMS, columns=tuple(columns))


def _signed(row: PaymentRow) -> int:
    return row.amount_minor if row.direction is Direction.IN else -row.amount_minor


def _day(day: date) -> str:
    return formats().day(day)
