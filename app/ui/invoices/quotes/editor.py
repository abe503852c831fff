"""The editor of a quote: as that of an invoice, with how each line is offered, and until when."""

from __future__ import annotations

from app.domain.quotes.making import written_of
from app.domain.quotes.quote import QuoteDraft
from app.lang.texts import mark
from app.services import quote_forms, quotes
from app.services.quote_forms import QuoteDesktop
from app.services.quoting import FORM
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.making import Deeds, Making, Opened
from app.ui.invoices.rows import Field

_DETAILS = ("terms_days", "our_reference", "language", "is_gross")

QUOTE = Making(
    head=("customer_id", "issued_on", "valid_until", *_DETAILS),
    details=_DETAILS,
    tail=("discount", "your_reference", "note"),
    review=quotes.review,
    preview=quotes.preview,
    explanation=quotes.explanation,
    note=mark("Note on the quote"),
    lines=mark("Positions of the quote"),
    hidden=frozenset({Field.DELIVERED}),
)

QUOTE_DEEDS = Deeds(
    form=FORM,
    opened=quote_forms.opened,
    get=quotes.get,
    add=quotes.draft,
    revise=quotes.save,
    finish=quotes.send,
)


class QuoteEditor(DraftEditor):
    """Edits one quote."""

    def written(self) -> QuoteDraft:
        positions = tuple(read.position for read in self.model.read())
        return QuoteDraft(self.content(), positions, self.head.valid_until.value())


def opened_from(desktop: QuoteDesktop) -> Opened:
    """Return the desktop of a quote as an editor begins with it."""
    quote = desktop.quote
    written = written_of(quote) if quote else desktop.blank
    return Opened(
        company=desktop.company,
        pack=desktop.pack,
        content=written.content,
        version=quote.version if quote else 0,
        kept=desktop.kept,
        customers=desktop.customers,
        products=desktop.products,
        positions=written.positions,
        valid_until=written.valid_until,
    )
