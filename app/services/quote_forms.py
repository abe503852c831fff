"""What the form of a quote needs of the office before somebody types."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.contacts.row import ContactRow
from app.domain.invoices.draft import Draft
from app.domain.products.row import ProductRow
from app.domain.quotes.quote import Quote, QuoteDraft
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import QuoteId
from app.domain.shared.refusals import NotFound
from app.services.country import Country
from app.services.invoice_forms import NamedRows
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.quoting import FORM


@dataclass(frozen=True, slots=True)
class QuoteDesktop:
    """All that a form is opened with: as that of an invoice; ``blank`` is a quote not begun."""

    company: Company
    pack: CountryPack
    quote: Quote | None
    kept: FormDraft | None
    customers: tuple[ContactRow, ...]
    products: tuple[ProductRow, ...]
    blank: QuoteDraft


@query(Permission.INVOICES_READ)
def opened(desk: Desk, quote_id: QuoteId) -> QuoteDesktop:
    """Return what the form of a quote begins with; one that is unknown is a new one."""
    here = Country(desk)
    quote = _found(desk, quote_id)
    kept = desk.store.drafts.kept(FORM, quote_id, desk.who.name)
    named = NamedRows(desk, quote.offer if quote else None, kept.body if kept else None)
    return QuoteDesktop(
        here.company,
        here.pack,
        quote,
        kept,
        named.customers(),
        named.products(),
        QuoteDraft(Draft()),
    )


def _found(desk: Desk, quote_id: QuoteId) -> Quote | None:
    try:
        return desk.store.quotes.get(quote_id)
    except NotFound:
        return None
