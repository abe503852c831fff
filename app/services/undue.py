"""Undue VAT at one desk: what is settled of a document moves its tax to the tax that is due.

It waits where the law has the tax of a code, or of an advance, due when the customer pays. That of
an advance falls due at the latest with the final invoice that takes it off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.invoices.deducting import left_to_deduct
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.posting import source_of
from app.domain.payments.undue import LOSSES, settled_of, sides_of_due, stood_on
from app.domain.shared.ids import AccountId, EntryId, InvoiceId
from app.domain.shared.money import Money, total, zero
from app.services.country import Country
from app.services.office import Desk
from app.services.origins import Origins

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
        self._has_advances = here.pack.advances.is_due_on_payment
        self.fallen_due: dict[InvoiceId, Money] = {}
        """What fell due of each document of a code that is due on payment, by this desk's deeds."""

    @cached_property
    def _account(self) -> AccountId:
        return self._of(AccountUse.UNDUE_VAT)

    def is_of(self, document: Invoice) -> bool:
        """Say whether the tax of a document waits, or waited, for its payment."""
        return self._is_coded(document) or (
            self._has_advances
            and self._advance_of(document) is not None
            and bool(self._issued(document))
        )

    def account_of_advance(self, issued: Invoice) -> AccountId | None:
        """Return where the tax of a new down payment waits, or of the credit note on one.

        None where it is due at once, or where that of the down payment was.
        """
        advance = self._advance_of(issued) if self._has_advances else None
        if advance is None or (advance.id != issued.id and not self.is_of(advance)):
            return None
        return self._account

    def of(self, document: Invoice) -> Of:
        """Return the accounts of a document: its tax is taken off where it stands now."""
        if self._is_coded(document) or not self.is_of(document) or self._is_sold(document):
            return self._of
        return self._where_tax_waits

    def follow(self, invoice_id: InvoiceId, on: date) -> None:
        """Move what has fallen due of a document, or waits again, since the last deed."""
        if not self._codes and not self._has_advances:
            return
        document = self._desk.store.invoices.get(invoice_id)
        if not self.is_of(document):
            return
        moved = self._moved(document)
        if not moved:
            return
        sides = [side for vat, tax in moved.items() for side in self._sides(vat, tax)]
        ordered = sorted(sides, key=lambda side: side.amount.minor < 0)
        self._post(on, document.number, ordered, _source(invoice_id), Journal.GENERAL)
        if self._is_coded(document):
            home = self._currency(document)
            before = self.fallen_due.get(invoice_id, zero(home))
            self.fallen_due[invoice_id] = before + total(tuple(moved.values()), home)

    def follow_deducted(self, issued: Invoice, on: date) -> None:
        """Move what has fallen due of the advances that a final invoice takes off, or gives back.

        Their credit notes go with them.
        """
        if not self._has_advances:
            return
        advances = {one.invoice_id for one in issued.deducted if one.kind is Kind.DOWN_PAYMENT}
        for one in sorted(advances):
            for document in (one, *self._desk.store.chains.credits_of(one)):
                self.follow(document, on)

    def _moved(self, document: Invoice) -> dict[str, Money]:
        """Return what is to leave the account of a document, by VAT code."""
        position = self._desk.store.open_items.get_all((document.id,))[document.id]
        is_sold = not self._is_coded(document) and self._is_sold(document)
        gone = stood_on(self._account, self._gone(document))
        nothing = zero(self._currency(document))
        moved = {}
        for vat, stood in stood_on(self._account, self._issued(document)).items():
            due = -stood if is_sold else settled_of(-stood, position)
            moved[vat] = due - gone.get(vat, nothing)
        return {vat: tax for vat, tax in moved.items() if tax}

    def _sides(self, vat: str, tax: Money) -> list[Posting]:
        due = self._of(AccountUse.OUTPUT_VAT, "" if vat in self._codes else vat)
        return sides_of_due(tax, self._account, due, vat)

    def _where_tax_waits(self, use: AccountUse, vat: str | None = None) -> AccountId:
        return self._account if use is AccountUse.OUTPUT_VAT else self._of(use, vat)

    def _is_coded(self, document: Invoice) -> bool:
        return any(line.vat in self._codes for line in document.lines)

    def _advance_of(self, document: Invoice) -> Invoice | None:
        """Return the down payment that a document is, or gives back; None where it is neither."""
        if document.kind is Kind.CREDIT_NOTE and document.origin is not None:
            document = self._desk.store.invoices.get(document.origin.invoice_id)
        return document if document.kind is Kind.DOWN_PAYMENT else None

    def _is_sold(self, document: Invoice) -> bool:
        """Say whether a final invoice took the advance off: what it is for was delivered."""
        advance = self._advance_of(document)
        if advance is None:
            return False
        papers = Origins(self._desk).papers_of(advance.project)
        finals = (one for one in papers if one.kind is Kind.FINAL)
        taken = {one.invoice_id for final in finals for one in final.deducted}
        left = {one.invoice_id for one in left_to_deduct(papers)}
        return advance.id in taken - left

    def _currency(self, document: Invoice) -> str:
        return self._home if document.exchange else document.currency

    def _issued(self, document: Invoice) -> list[Entry]:
        """Return the entries of a document itself that have tax on the account."""
        found = self._desk.store.ledger.entries_of(source_of(document.id))
        sold = [entry for entry in found if entry.journal is Journal.SALES]
        return [entry for entry in sold if stood_on(self._account, (entry,))]

    def _gone(self, document: Invoice) -> Iterator[Entry]:
        """Yield what left the account before: fallen due, or lost with what was given up."""
        ledger = self._desk.store.ledger
        yield from ledger.entries_of(_source(document.id))
        for one in self._desk.store.allocations.of_document(document.id):
            booked = one.allocation
            if booked.is_live and booked.closing in LOSSES and booked.entry_id is not None:
                yield ledger.entry(booked.entry_id)


def _source(invoice_id: InvoiceId) -> str:
    return f"{SOURCE}:{invoice_id}"
