"""The list of quotes as data: its columns, filters, sorts and what it says when it is empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.quotes.quote import QuoteRow
from app.domain.quotes.standing import Standing, standing_of
from app.lang.texts import mark
from app.services import quotes
from app.ui.invoices.quotes.words import TONES, standing_text
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many


def _day(day: date | None) -> str:
    return formats().day(day) if day else ""


def _gross(row: QuoteRow) -> str:
    return formats().money(row.gross_minor, row.currency)


def _net(row: QuoteRow) -> str:
    return formats().money(row.net_minor, row.currency)


def _counted(count: int) -> str:
    return many("{n} quote", "{n} quotes", count)


COLUMNS: tuple[Column[QuoteRow], ...] = (
    Column(mark("Number"), lambda row: row.number or "–", sort="number", width=104),
    Column(
        mark("Customer"),
        lambda row: row.customer_name or _("No customer yet"),
        sort="customer",
        tone=lambda row: "" if row.customer_name else "muted",
        is_roomy=True,
    ),
    Column(mark("Date"), lambda row: _day(row.issued_on), sort="issued_on", width=96),
    Column(mark("Valid until"), lambda row: _day(row.valid_until), sort="valid_until", width=96),
    Column(mark("Net"), _net, sort="net", right=True, width=92, is_hidden=True),
    Column(mark("Total"), _gross, sort="gross", right=True, width=96),
    Column(mark("Status"), lambda row: row.state.value, is_pill=True, width=104),
)

LISTING: Listing[QuoteRow] = Listing(
    name="quotes",
    title=mark("Quotes"),
    columns=COLUMNS,
    source=Source(quotes.spine, quotes.rows, quotes.first),
    tables=frozenset({"quote"}),
    counted=_counted,
    empty=Empty(
        "file-text",
        mark("No quotes yet"),
        mark("Write what you offer and until when; once it is accepted it becomes the invoice."),
        ("quote.new",),
    ),
    filters=(
        Filter("draft", mark("Drafts")),
        Filter("open", mark("Awaiting answer")),
        Filter("run-out", mark("Past its day")),
        Filter("accepted", mark("Accepted")),
        Filter("ordered", mark("Ordered")),
    ),
    buttons=("quote.invoice", "quote.new"),
    verbs=(
        "invoice.open",
        "invoice.issue",
        "quote.accept",
        "quote.reject",
        "quote.order",
        "quote.invoice",
        "quote.revise",
        "quote.expire",
        "",
        "invoice.copy",
        "invoice.print",
        "invoice.save",
        "invoice.mail",
        "",
        "invoice.customer",
        "invoice.document",
        "",
        "invoice.discard",
    ),
    sort="issued_on",
    is_descending=True,
)


def listing_on(today: Callable[[], date]) -> Listing[QuoteRow]:
    """Return the list, which says of each quote how it stands on the day."""

    def standing(row: QuoteRow) -> Standing:
        return standing_of(row, today())

    def told(column: Column[QuoteRow]) -> Column[QuoteRow]:
        if not column.is_pill:
            return column
        return replace(
            column,
            text=lambda row: standing_text(standing(row)),
            tone=lambda row: TONES[standing(row)],
        )

    return replace(LISTING, columns=tuple(map(told, COLUMNS)))
