"""The list of invoices as data: its columns, filters, sorts and what it says when it is empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.invoices.invoice import InvoiceRow, State
from app.domain.invoices.standing import Standing, standing_of
from app.lang.texts import mark
from app.services import invoices
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

STATES = {
    State.DRAFT: mark("Draft"),
    State.ISSUED: mark("Issued"),
    State.DISCARDED: mark("Discarded"),
}
STANDINGS = {
    Standing.DRAFT: mark("Draft"),
    Standing.DISCARDED: mark("Discarded"),
    Standing.OPEN: mark("Still open"),
    Standing.PARTLY_PAID: mark("Partly paid"),
    Standing.OVERDUE: mark("Overdue"),
    Standing.SETTLED: mark("Settled"),
    Standing.CREDIT: mark("Credit note"),
}
STANDING_TONES = {
    Standing.DRAFT: "warn",
    Standing.DISCARDED: "muted",
    Standing.OPEN: "accent",
    Standing.PARTLY_PAID: "accent",
    Standing.OVERDUE: "bad",
    Standing.SETTLED: "good",
    Standing.CREDIT: "accent",
}
TONES = {State.DRAFT: "warn", State.ISSUED: "good", State.DISCARDED: "muted"}


def state_text(state: State) -> str:
    """Return a state as a word."""
    return _(STATES[state])


def standing_text(standing: Standing) -> str:
    """Return how an invoice stands as a word."""
    return _(STANDINGS[standing])


def _day(day: date | None) -> str:
    return formats().day(day) if day else ""


def _due(row: InvoiceRow) -> str:
    return "" if row.is_credit else _day(row.due_on)


def _number(row: InvoiceRow) -> str:
    return row.number or "–"


def _customer(row: InvoiceRow) -> str:
    return row.customer_name or _("No customer yet")


def _customer_tone(row: InvoiceRow) -> str:
    return "" if row.customer_name else "muted"


def _net(row: InvoiceRow) -> str:
    return formats().money(row.claimed_net_minor, row.currency)


def _gross(row: InvoiceRow) -> str:
    return formats().money(row.claimed_minor, row.currency)


def _open(row: InvoiceRow) -> str:
    return formats().money(row.open_minor, row.currency) if row.open_minor is not None else ""


def _counted(count: int) -> str:
    return many("{n} invoice", "{n} invoices", count)


COLUMNS: tuple[Column[InvoiceRow], ...] = (
    Column(mark("Number"), _number, sort="number", width=88),
    Column(mark("Customer"), _customer, sort="customer", tone=_customer_tone, is_roomy=True),
    Column(mark("Date"), lambda row: _day(row.issued_on), sort="issued_on", width=96),
    Column(mark("Due"), _due, sort="due_on", width=96),
    Column(mark("Net"), _net, sort="net", right=True, width=92, is_hidden=True),
    Column(mark("Total"), _gross, sort="gross", right=True, width=96),
    Column(
        mark("Status"),
        lambda row: state_text(row.state),
        tone=lambda row: TONES[row.state],
        is_pill=True,
        width=104,
    ),
    Column(mark("Still open"), _open, right=True, width=96, is_hidden=True),
    Column(mark("Reference"), lambda row: row.reference, width=140, is_hidden=True),
)

LISTING: Listing[InvoiceRow] = Listing(
    name="invoices",
    title=mark("Invoices"),
    columns=COLUMNS,
    source=Source(invoices.spine, invoices.rows, invoices.first),
    tables=frozenset({"invoice", "open_item"}),
    counted=_counted,
    empty=Empty(
        "file-invoice",
        mark("No invoices yet"),
        mark("Choose a customer, write what you sold, and issue it: it is booked and filed."),
        ("invoice.new",),
    ),
    filters=(
        Filter("draft", mark("Drafts")),
        Filter("open", mark("Still open")),
        Filter("overdue", mark("Overdue")),
        Filter("settled", mark("Settled")),
        Filter("issued", mark("Issued")),
    ),
    buttons=("invoice.issue", "invoice.new"),
    verbs=(
        "invoice.open",
        "invoice.issue",
        "invoice.copy",
        "plan.repeat",
        "invoice.many",
        "",
        "invoice.print",
        "invoice.save",
        "invoice.einvoice",
        "invoice.mail",
        "",
        "invoice.customer",
        "invoice.entry",
        "invoice.document",
        "",
        "invoice.discard",
    ),
    sort="issued_on",
    is_descending=True,
)


def listing_on(today: Callable[[], date]) -> Listing[InvoiceRow]:
    """Return the list, which says of each issued invoice how it stands on the day."""

    def standing(row: InvoiceRow) -> Standing:
        return standing_of(row, today())

    def told(column: Column[InvoiceRow]) -> Column[InvoiceRow]:
        if not column.is_pill:
            return column
        return replace(
            column,
            text=lambda row: standing_text(standing(row)),
            tone=lambda row: STANDING_TONES[standing(row)],
        )

    return replace(LISTING, columns=tuple(map(told, COLUMNS)))
