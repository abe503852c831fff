"""Quotes to test with: positions of every kind, and each step that a quote takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.invoices.draft import DraftLine
from app.domain.invoices.invoice import Invoice
from app.domain.quotes.quote import Choice, Position, Quote, QuoteDraft, State
from app.domain.shared.ids import QuoteId
from app.services import quotes
from app.services.office import Office
from tests.builders import a_draft, a_line
from tests.trade import a_content, a_written_line

DAY = date(2026, 3, 10)
FIRM = Position()
OPTION = Position(Choice.OPTIONAL)
OTHER = Position(Choice.ALTERNATIVE)


def a_quote(*positions: Position, **parts: Any) -> Quote:
    """Return a draft of a quote: its lines cost 100, 200, 300 … net."""
    lines = tuple(a_line("1", f"{100 * (at + 1)}") for at in range(len(positions)))
    offer: Invoice = replace(a_draft(), lines=lines, issued_on=None)
    quote = Quote(QuoteId(5), 1, State.DRAFT, offer, positions)
    return replace(quote, **parts)


def a_sent_quote(*positions: Position, until: date = date(2026, 4, 9)) -> Quote:
    return replace(a_quote(*positions), valid_until=until).send("Q-2026-0001", DAY)


def a_quote_content(
    *lines: DraftLine, positions: tuple[Position, ...] = (), until: date | None = None
) -> QuoteDraft:
    """Return what a clerk writes of a quote to Kahvila Aamu."""
    return QuoteDraft(a_content(*lines), positions, until)


def with_choices() -> QuoteDraft:
    """Return a quote of a table, 100.00: an oak one for 150.00 instead, and oil for 20.00."""
    lines = (a_written_line("1", "100"), a_written_line("1", "150"), a_written_line("1", "20"))
    named = (
        replace(line, description=name)
        for line, name in zip(lines, ("Table", "Oak table", "Oil"), strict=True)
    )
    return a_quote_content(*named, positions=(FIRM, OTHER, OPTION))


def quoted(office: Office, content: QuoteDraft | None = None) -> Quote:
    return office.do(quotes.draft, content or with_choices()).result


def sent(office: Office, content: QuoteDraft | None = None) -> Quote:
    return office.do(quotes.send, quoted(office, content).id).result


def accepted(office: Office, *chosen: int) -> Quote:
    return office.do(quotes.accept, sent(office).id, chosen).result
