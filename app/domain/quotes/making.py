"""From what is written to a quote, from a quote to its next revision, and on to its invoice."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.draft import Draft, content_of, fresh_copy, places_written
from app.domain.invoices.invoice import Invoice
from app.domain.quotes.choosing import aligned, counted
from app.domain.quotes.quote import FIRM, Position, Quote, QuoteDraft, State
from app.domain.shared.ids import QuoteId
from app.domain.shared.lines import one_line


def as_quote(written: QuoteDraft, offer: Invoice, quote_id: QuoteId, version: int) -> Quote:
    """Return the draft quote that was written; ``offer`` is its content, complete and tidy."""
    positions = aligned(written.positions, len(written.content.lines))
    kept = tuple(positions[place] for place in places_written(written.content))
    return Quote(
        id=quote_id,
        version=version,
        state=State.DRAFT,
        offer=offer,
        positions=_tidied(kept, offer),
        valid_until=written.valid_until,
    )


def written_of(quote: Quote) -> QuoteDraft:
    """Return what a clerk may change of a quote."""
    return QuoteDraft(content_of(quote.offer), quote.positions, quote.valid_until)


def fresh_quote(quote: Quote) -> QuoteDraft:
    """Return a quote as a new one: without its days."""
    return QuoteDraft(fresh_copy(quote.offer), quote.positions)


def number_of(root: str, revision: int) -> str:
    """Return the number of a revision: the first has it bare, a later one says which it is."""
    return root if revision == 1 else f"{root.rpartition('/')[0] or root}/{revision}"


def invoice_of(quote: Quote) -> Draft:
    """Return the draft of the invoice of what was ordered: prices as they were agreed."""
    return fresh_copy(counted(quote))


def _tidied(positions: tuple[Position, ...], offer: Invoice) -> tuple[Position, ...]:
    """Return positions with their groups as they are read; a heading is offered as it stands."""
    return tuple(
        FIRM if line.is_heading else replace(one, group=one_line(one.group))
        for one, line in zip(positions, offer.lines, strict=True)
    )
