"""Open items: what each issued document leaves open, now and as of any day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.invoices.findable import KIND as INVOICE
from app.domain.payments import open_item
from app.domain.payments.allocation import Settlement
from app.domain.payments.open_item import Aged, OpenItem, Position
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.paging import Spine, View
from app.services.office import Desk
from app.services.permissions import Permission, query

MOST_HITS = 2000
"""How many of the newest hits are looked at for the first rows of a list."""


@dataclass(frozen=True, slots=True)
class Account:
    """What stands between us and a customer: what it owes by documents, and its credit.

    In each currency; ``overdue`` is the part of what it owes that is past its due day.
    """

    owed: tuple[Money, ...]
    overdue: tuple[Money, ...]
    credit: tuple[Money, ...]
    items: int


@query(Permission.PAYMENTS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the documents that are open, in the order of a view."""
    among = desk.store.search.ids(view.words, INVOICE) if view.words.strip() else None
    return desk.store.open_item_lists.spine(view, desk.today, among)


@query(Permission.PAYMENTS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[OpenItem, ...]:
    """Return the first of the documents that are open."""
    store, among = desk.store.open_item_lists, None
    if view.words.strip():
        hits = desk.store.search.find(view.words, MOST_HITS, {INVOICE})
        among = [hit.entity_id for hit in hits]
    return store.rows(store.first(view, size, desk.today, among))


@query(Permission.PAYMENTS_READ)
def rows(desk: Desk, ids: tuple[InvoiceId, ...]) -> tuple[OpenItem, ...]:
    """Return these documents with what they leave open now."""
    return desk.store.open_item_lists.rows(ids)


@query(Permission.PAYMENTS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many documents are open, and how many of them are overdue."""
    return desk.store.open_item_lists.counts(desk.today)


@query(Permission.PAYMENTS_READ)
def sums(desk: Desk, view: View) -> tuple[Money, ...]:
    """Return what the documents of a view leave open together, in each currency."""
    among = desk.store.search.ids(view.words, INVOICE) if view.words.strip() else None
    return desk.store.open_item_lists.sums(view, desk.today, among)


@query(Permission.PAYMENTS_READ)
def as_of(
    desk: Desk, day: date | None = None, contact: ContactId | None = None
) -> tuple[OpenItem, ...]:
    """Return what was open at the end of a day, of all customers or of one, by due day."""
    return desk.store.open_item_lists.as_of(day or desk.today, contact)


@query(Permission.PAYMENTS_READ)
def aged(desk: Desk, day: date | None = None) -> tuple[Aged, ...]:
    """Return what each customer owed at the end of a day, by how late it was."""
    then = day or desk.today
    return open_item.aged(desk.store.open_item_lists.as_of(then), then)


@query(Permission.PAYMENTS_READ)
def position(desk: Desk, invoice_id: InvoiceId) -> Position | None:
    """Return what a document leaves open; None of one that was never issued."""
    return desk.store.open_items.get_all((invoice_id,)).get(invoice_id)


@query(Permission.PAYMENTS_READ)
def settlements(desk: Desk, invoice_id: InvoiceId) -> tuple[Settlement, ...]:
    """Return what settled a document, undone or not, in order."""
    return desk.store.allocations.of_document(invoice_id)


@query(Permission.PAYMENTS_READ)
def account(desk: Desk, contact: ContactId) -> Account:
    """Return what stands between us and a customer now."""
    items = desk.store.open_item_lists.as_of(desk.today, contact)
    late = [item for item in items if item.days_late(desk.today) and item.open.minor > 0]
    rest = [one.open for one in desk.store.payments.credits_of(contact)]
    return Account(
        desk.store.open_items.balances(contact),
        _by_currency([item.open for item in late]),
        _by_currency(rest),
        len(items),
    )


def _by_currency(amounts: list[Money]) -> tuple[Money, ...]:
    sums: dict[str, int] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, 0) + amount.minor
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))
