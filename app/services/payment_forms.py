"""Payment forms: what a form of a payment begins with, and what it finds while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.accounting.chart import Account, AccountKind, AccountUse
from app.domain.contacts.row import ContactRow
from app.domain.invoices.findable import KIND as INVOICE
from app.domain.payments.open_item import OpenItem
from app.domain.payments.payment import NewPayment
from app.domain.shared.drafts import FormDraft, typed_in
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.services import drafts
from app.services.office import Desk
from app.services.payments import FORM
from app.services.permissions import Permission, query

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Opened:
    """What a form of a payment begins with.

    ``accounts`` are those on which money lies, the usual one first; ``item`` is what is to be
    paid and ``claimed`` what reminders ask beside it; ``typed`` is what was typed before and not
    recorded, with the rows that it names.
    """

    currency: str
    language: str
    accounts: tuple[Account, ...]
    item: OpenItem | None = None
    typed: NewPayment | None = None
    draft: FormDraft | None = None
    customer: ContactRow | None = None
    home: str = ""
    items: tuple[OpenItem, ...] = ()
    claimed: Money | None = None


@query(Permission.PAYMENTS_READ)
def opened(
    desk: Desk, invoice_id: InvoiceId | None = None, held: frozenset[int] = frozenset()
) -> Opened:
    """Return what a form begins with: of a document, or else with what was typed and left."""
    company = desk.store.company.get()
    home = company.currency
    begun = Opened(home, company.language, _money_accounts(desk), home=home)
    if invoice_id is not None:
        return _of_document(desk, begun, invoice_id)
    draft = drafts.waiting(desk, FORM, held)
    typed = typed_in(NewPayment, draft)
    if typed is None:
        return begun
    ids = [part.invoice_id for part in typed.parts if part.invoice_id is not None]
    return replace(
        begun,
        currency=typed.amount.currency,
        typed=typed,
        draft=draft,
        customer=_customer(desk, typed.contact_id),
        items=desk.store.open_item_lists.rows(ids),
    )


def _of_document(desk: Desk, begun: Opened, invoice_id: InvoiceId) -> Opened:
    """Return the same for what pays a document: in its currency, by its customer."""
    item = next(iter(desk.store.open_item_lists.rows((invoice_id,))), None)
    currency = item.open.currency if item else begun.home
    return replace(
        begun,
        currency=currency,
        item=item,
        customer=_customer(desk, item.contact_id if item else None),
        claimed=desk.store.standings.get(invoice_id).claim(currency).total,
    )


@query(Permission.PAYMENTS_READ)
def find(desk: Desk, words: str, limit: int = MOST_FOUND) -> tuple[OpenItem, ...]:
    """Return open documents that answer the words, the first due before the others."""
    among: Sequence[int] | None = None
    if words.strip():
        hits = desk.store.search.find(words, limit * 10, {INVOICE})
        among = [hit.entity_id for hit in hits]
    ids = desk.store.open_item_lists.first(View(), limit, desk.today, among)
    return desk.store.open_item_lists.rows(ids)


def _customer(desk: Desk, contact: ContactId | None) -> ContactRow | None:
    return next(iter(desk.store.contact_lists.rows((contact,))), None) if contact else None


def _money_accounts(desk: Desk) -> tuple[Account, ...]:
    """Return the open accounts that stand where the bank account stands, the bank first."""
    chart = [one for one in desk.store.ledger.accounts() if not one.is_closed]
    bank = next((one for one in chart if one.use is AccountUse.BANK), None)
    if bank is None:
        return ()
    others = (
        one
        for one in chart
        if one.kind is AccountKind.ASSET and one.report == bank.report and one.use is None
    )
    return (bank, *others)
