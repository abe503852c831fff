"""The list of invoices as the window shows it: columns of every kind, over the real queries."""

from __future__ import annotations

from datetime import date

from app.domain.invoices.invoice import InvoiceRow
from app.services import invoices
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import formats


def _day(day: date | None) -> str:
    return formats().day(day) if day else ""


COLUMNS: tuple[Column[InvoiceRow], ...] = (
    Column("Number", lambda row: row.number, sort="number", width=90),
    Column("Customer", lambda row: row.customer_name, sort="customer", width=240),
    Column("Date", lambda row: _day(row.issued_on), sort="issued_on", width=96),
    Column("Due", lambda row: _day(row.due_on), sort="due_on", width=96),
    Column("Net", lambda row: formats().money(row.net_minor, row.currency), right=True),
    Column("Total", lambda row: formats().money(row.gross_minor, row.currency), right=True),
    Column("State", lambda row: row.state.value, tone=lambda _row: "good", is_pill=True),
)

LISTING: Listing[InvoiceRow] = Listing(
    name="invoices",
    title="Invoices",
    columns=COLUMNS,
    source=Source(invoices.spine, invoices.rows, invoices.first),
    tables=frozenset({"invoice"}),
    counted="{:,}".format,
    empty=Empty("file-invoice", "No invoices yet", ""),
    filters=(Filter("draft", "Drafts"), Filter("issued", "Issued")),
    sort="issued_on",
    is_descending=True,
)
