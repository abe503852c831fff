"""Printouts of the books: the trial balance, a ledger and the journal as PDF."""

from __future__ import annotations

from datetime import date

from app.documents.accounting import (
    Imprint,
    describe_journal,
    describe_ledger,
    describe_trial_balance,
)
from app.documents.pdf.render import render
from app.domain.accounting.periods import Period
from app.domain.shared.ids import AccountId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services import accounting
from app.services.anchors import shown
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.ACCOUNTING_READ)
def trial_balance(
    desk: Desk, to: date, language: str = "", currency: str = "", since: date | None = None
) -> bytes:
    """Return the trial balance up to a day as PDF, in the company's language if none is named."""
    imprint = _imprint(desk, language)
    balance = accounting.trial_balance(desk, to, imprint.say.language, currency, since)
    return render(describe_trial_balance(balance, imprint))


@query(Permission.ACCOUNTING_READ)
def ledger(
    desk: Desk, account_id: AccountId, days: Period, language: str = "", currency: str = ""
) -> bytes:
    """Return the postings of an account in these days as PDF; raises NotFound."""
    account = accounting.account(desk, account_id)
    found = accounting.ledger(desk, account_id, days.first, days.last, currency)
    imprint = _imprint(desk, language)
    return render(describe_ledger(found, account, days.first, days.last, imprint))


@query(Permission.ACCOUNTING_READ)
def journal(desk: Desk, days: Period, language: str = "") -> bytes:
    """Return every entry of these days with its postings as PDF."""
    entries = desk.store.journal.entries_in(days.first, days.last)
    imprint = _imprint(desk, language)
    accounts = {account.id: account for account in accounting.accounts(desk)}
    return render(describe_journal(entries, accounts, days.first, days.last, imprint))


def _imprint(desk: Desk, language: str) -> Imprint:
    company = desk.store.company.get()
    spoken = language or company.language
    formats = formats_in(spoken, company.country)
    return Imprint(company, say_in(spoken), formats, desk.today, shown(desk.store.audit.newest()))
