"""Undue VAT at one desk: what is settled of a document moves its tax to the tax that is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.posting import source_of
from app.domain.payments.undue import LOSSES, settled_of, sides_of_due, stood_on
from app.domain.shared.ids import AccountId, EntryId, InvoiceId
from app.domain.shared.money import Money, zero
from app.services.country import Country
from app.services.office import Desk

SOURCE = "undue"
Post = Callable[[date, str, Sequence[Posting], str, Journal], EntryId]
Of = Callable[..., AccountId]


class Undue:
    """Keeps the tax that waits for payment in step with what documents leave open."""

    def __init__(self, desk: Desk, of: Of, post: Post) -> None:
        self._desk = desk
        self._of = of
        self._post = post
        here = Country(desk)
        self._codes, self._home = here.due_on_payment, here.company.currency
        self.fallen_due: dict[InvoiceId, Money] = {}
        """What fell due of each document by the deeds of this desk."""

    def is_of(self, document: Invoice) -> bool:
        """Say whether the tax of a document waits for its payment."""
        return any(line.vat in self._codes for line in document.lines)

    def follow(self, invoice_id: InvoiceId, on: date) -> None:
        """Move what has fallen due of a document, or waits again, since the last deed."""
        if not self._codes:
            return
        document = self._desk.store.invoices.get(invoice_id)
        if not self.is_of(document):
            return
        account = self._of(AccountUse.UNDUE_VAT)
        currency = self._home if document.exchange else document.currency
        waiting = -stood_on(account, self._issued(invoice_id), currency)
        position = self._desk.store.open_items.get_all((invoice_id,))[invoice_id]
        gone = self._gone(document, account, currency)
        moved = settled_of(waiting, position) - gone
        if moved:
            due = self._of(AccountUse.OUTPUT_VAT, "")
            vat = next(line.vat for line in document.lines if line.vat in self._codes)
            sides = sides_of_due(moved, account, due, vat)
            self._post(on, document.number, sides, _source(invoice_id), Journal.GENERAL)
            before = self.fallen_due.get(invoice_id, zero(moved.currency))
            self.fallen_due[invoice_id] = before + moved

    def _issued(self, invoice_id: InvoiceId) -> list[Entry]:
        found = self._desk.store.ledger.entries_of(source_of(invoice_id))
        return [entry for entry in found if entry.journal is Journal.SALES]

    def _gone(self, document: Invoice, account: AccountId, currency: str) -> Money:
        """Return what left the account before: fallen due, or lost with what was given up."""
        ledger = self._desk.store.ledger
        entries = list(ledger.entries_of(_source(document.id)))
        for one in self._desk.store.allocations.of_document(document.id):
            booked = one.allocation
            if booked.is_live and booked.closing in LOSSES and booked.entry_id is not None:
                entries.append(ledger.entry(booked.entry_id))
        return stood_on(account, entries, currency)


def _source(invoice_id: InvoiceId) -> str:
    return f"{SOURCE}:{invoice_id}"
