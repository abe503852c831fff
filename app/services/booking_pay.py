"""Booking a run: one entry for the run and one when its money leaves the bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.accounting.chart import Account, AccountUse
from app.domain.accounting.entries import AccountClosed
from app.domain.accounting.findable import findable_entry
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.accounting.sales import AccountMissing
from app.domain.payroll.component import PayComponent
from app.domain.payroll.payroll import KIND, PayrollRun, Payslip
from app.domain.payroll.posting import WAGES_PAYABLE, sides_of
from app.domain.shared.ids import AccountId, EntryId, new_id
from app.domain.shared.money import Money
from app.formats.packs import pack
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.settling import Uses


class BookingPay:
    """Posts the entries of runs at one desk; the books see sums, never persons."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._company = desk.store.company.get()
        self._uses = Uses(desk)
        self.numbering = Numbering(desk, self._company)

    def run(
        self, run: PayrollRun, slips: Sequence[Payslip], components: Mapping[str, PayComponent]
    ) -> EntryId | None:
        """Post what a run costs, owes and withholds; nothing where it comes to nothing."""
        sides = sides_of(slips, components)
        postings = [
            Posting(self._account(account), Money(minor, run.currency))
            for account, minor in sorted(sides.items())
        ]
        return self._post(run, run.pay_on, _merged(postings), Journal.GENERAL)

    def paid(self, run: PayrollRun, net: Money, on: date) -> EntryId | None:
        """Post that the net left the bank."""
        if not net:
            return None
        payable, bank = (self._account(use) for use in (WAGES_PAYABLE, AccountUse.BANK.value))
        sides = [Posting(payable, net), Posting(bank, -net)]
        return self._post(run, on, sides, Journal.BANK)

    def _post(
        self, run: PayrollRun, on: date, sides: Sequence[Posting], journal: Journal
    ) -> EntryId | None:
        if not sides:
            return None
        number = self.numbering.take("journal", on)
        text, source = f"{run.number} {run.name}".strip(), f"{KIND}:{run.id}"
        entry = Entry(EntryId(new_id()), number, journal, on, text, tuple(sides), source)
        self._desk.store.ledger.post(entry)
        self._desk.store.search.put(findable_entry(entry))
        return entry.id

    def _account(self, name: str) -> AccountId:
        """Return the account of a use or a number; a number that is missing comes from the pack."""
        if not name.isdigit():
            return self._uses.of(AccountUse(name))
        chart = self._desk.store.ledger.accounts()
        there = next((one for one in chart if one.number == name), None)
        if there is not None and there.is_closed:
            raise AccountClosed(number=there.number, name=there.name_in("en"))
        return there.id if there is not None else self._adopted(name)

    def _adopted(self, number: str) -> AccountId:
        usual = next(
            (one for one in pack(self._company.country).accounts if one.number == number), None
        )
        if usual is None:
            raise AccountMissing(use=number, vat="")
        made = Account(
            AccountId(new_id()), usual.number, usual.names, usual.kind, report=usual.report
        )
        self._desk.store.ledger.add_account(made)
        return made.id


def _merged(postings: Sequence[Posting]) -> list[Posting]:
    """Return one side for each account: two uses may stand for one."""
    found: dict[AccountId, Posting] = {}
    for one in postings:
        there = found.get(one.account_id)
        found[one.account_id] = (
            one if there is None else replace(one, amount=one.amount + there.amount)
        )
    return [one for one in found.values() if one.amount]
