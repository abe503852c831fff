"""Settling: one deed with money, its entry, what it settles, all in one transaction or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from app.domain.accounting.chart import Account, AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.accounting.sales import AccountMissing
from app.domain.invoices.totals import totals_of
from app.domain.payments.allocation import Allocation
from app.domain.payments.booking import sides_of_closing
from app.domain.payments.losses import LossVat, shares_of
from app.domain.payments.payment import Closing
from app.domain.shared.ids import (
    AccountId,
    AllocationId,
    EntryId,
    InvoiceId,
    PaymentId,
    new_id,
)
from app.domain.shared.money import Money
from app.formats.packs import pack
from app.services.country import Country
from app.services.exchanging import Exchanging
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.undue import Undue

SOURCE = "payment"


def source_of(payment_id: PaymentId) -> str:
    """Return the name by which the books call a payment."""
    return f"{SOURCE}:{payment_id}"


class Uses:
    """Which account the house posts to; one that an older office lacks comes from its pack."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        here = Country(desk)
        self._pack = here.pack
        self._on_payment = here.due_on_payment
        self._chart = desk.store.ledger.accounts()

    def of(self, use: AccountUse, vat: str | None = None) -> AccountId:
        """Return the open account of a use, of a VAT code or of all; raises AccountMissing.

        The tax of a code that is due on payment waits on an account of its own.
        """
        if use is AccountUse.OUTPUT_VAT and vat in self._on_payment:
            return self.of(AccountUse.UNDUE_VAT)
        fitting = [one for one in self._chart if one.use is use and not one.is_closed]
        for wanted in (vat, ""):
            for account in fitting:
                if wanted is None or account.vat == wanted:
                    return account.id
        return self._adopted(use).id

    def account(self, account_id: AccountId) -> Account:
        """Return an account of the chart; raises NotFound."""
        return self._desk.store.ledger.account(account_id)

    def _adopted(self, use: AccountUse) -> Account:
        """Take an account of the pack into the chart, or give its use to the one that is there."""
        usual = next((one for one in self._pack.accounts if one.use is use), None)
        if usual is None or use in {AccountUse.SALES, AccountUse.OUTPUT_VAT}:
            raise AccountMissing(use=use.value, vat="")
        there = next((one for one in self._chart if one.number == usual.number), None)
        ledger = self._desk.store.ledger
        if there is None:
            fresh = (AccountId(new_id()), usual.number, usual.names, usual.kind, use)
            made = Account(*fresh, usual.vat, usual.report)
            ledger.add_account(made)
        elif there.use is None and there.kind is usual.kind and not there.is_closed:
            made = replace(there, use=use, vat=usual.vat, version=there.version + 1)
            ledger.save_account(there, made)
        else:
            raise AccountMissing(use=use.value, vat="")
        self._chart = ledger.accounts()
        return made


class Settler:
    """Books and allocates at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._company = desk.store.company.get()
        self._numbering = Numbering(desk, self._company)
        self.uses = Uses(desk)
        self.undue = Undue(desk, self.uses.of, self.post)
        self.exchange = Exchanging(desk, self.uses.of, self.post)
        self.settled: list[Allocation] = []
        """What was settled by the deeds of this desk."""

    def number(self, day: date) -> str:
        """Return the next number of a payment."""
        return self._numbering.take("payment", day)

    def post(
        self, on: date, text: str, sides: Sequence[Posting], source: str, journal: Journal
    ) -> EntryId:
        """Post an entry and return its id; raises PeriodClosed, SeriesClosed, Unbalanced."""
        number = self._numbering.take("journal", on)
        entry = Entry(EntryId(new_id()), number, journal, on, text, tuple(sides), source)
        self._desk.store.ledger.post(entry)
        return entry.id

    def settle(self, *new: Allocation) -> None:
        """Write allocations and take them off what their documents leave open."""
        items = self._desk.store.open_items
        for one in new:
            for document in _documents(one):
                before = items.get_all((document,))[document]
                after = before.settled(one.amount, one.booked_on)
                self.exchange.document(before, after)
                items.save(before, after)
        self._desk.store.allocations.add(*new)
        self.settled.extend(new)
        for one in new:
            self._follow(one, one.booked_on)

    def undo(self, on: date, *gone: Allocation) -> None:
        """Write that allocations do not count any more, and open their documents again."""
        items = self._desk.store.open_items
        for one in gone:
            for document in _documents(one):
                before = items.get_all((document,))[document]
                after = before.reopened(one.amount, on)
                self.exchange.document(before, after)
                items.save(before, after)
            self._desk.store.allocations.undo(one, one.undone(on))
        for one in gone:
            self._follow(one, on)

    def close(self, new: Allocation, source: str, text: str) -> Allocation:
        """Book what closes a part of a claim without money, and return it with its entry."""
        assert new.invoice_id is not None
        document = self._desk.store.invoices.get(new.invoice_id)
        shares = shares_of(new.amount, totals_of(document))
        is_undue = self.undue.is_of(document)
        loss = LossVat.CORRECTED if is_undue else pack(self._company.country).bad_debt_vat
        of = self.undue.of(document)
        sides = sides_of_closing(new.closing, new.amount, shares, loss, of)
        booked = self.exchange.at_home(sides, document.exchange)
        entry = self.post(new.booked_on, text, booked, source, Journal.GENERAL)
        return replace(new, entry_id=entry)

    def _follow(self, one: Allocation, on: date) -> None:
        for document in _documents(one):
            self.undue.follow(document, on)


def allocated(
    amount: Money,
    on: date,
    closing: Closing = Closing.PAYMENT,
    *,
    invoice_id: InvoiceId | None = None,
    payment_id: PaymentId | None = None,
) -> Allocation:
    """Return a new allocation of a document, of a payment or of none."""
    return Allocation(
        id=AllocationId(new_id()),
        payment_id=payment_id,
        invoice_id=invoice_id,
        credit_id=None,
        refund_id=None,
        closing=closing,
        amount=amount,
        booked_on=on,
    )


def _documents(one: Allocation) -> Iterable[InvoiceId]:
    return [document for document in (one.invoice_id, one.credit_id) if document is not None]
