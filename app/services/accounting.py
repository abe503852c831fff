"""The books: accounts, the journal, ledgers and the trial balance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.accounting.chart import Account
from app.domain.accounting.entries import (
    AccountClosed,
    AccountForm,
    AccountRow,
    NewEntry,
    check_account,
)
from app.domain.accounting.journal import Entry, EntryRow, Ledger, TrialBalance
from app.domain.accounting.periods import PeriodClosed
from app.domain.shared.ids import AccountId, EntryId, new_id
from app.domain.shared.numbering import SeriesClosed
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@query(Permission.ACCOUNTING_READ)
def accounts(desk: Desk) -> tuple[Account, ...]:
    """Return the whole chart of accounts, by number."""
    return desk.store.ledger.accounts()


@query(Permission.ACCOUNTING_READ)
def account(desk: Desk, account_id: AccountId) -> Account:
    """Return an account; raises NotFound."""
    return desk.store.ledger.account(account_id)


@query(Permission.ACCOUNTING_READ)
def chart(desk: Desk, to: date, language: str = "", currency: str = "") -> tuple[AccountRow, ...]:
    """Return every account with its balance after a day, by number."""
    balance = trial_balance(desk, to, language, currency)
    balances = {row.account_id: row.balance_minor for row in balance.rows}
    written_in = language or desk.store.company.get().language
    return tuple(
        AccountRow(
            one.id,
            one.number,
            one.name_in(written_in),
            one.kind,
            balances.get(one.id, 0),
            balance.currency,
            one.is_closed,
            one.id in balances,
        )
        for one in desk.store.ledger.accounts()
    )


@query(Permission.ACCOUNTING_READ)
def trial_balance(desk: Desk, to: date, language: str = "", currency: str = "") -> TrialBalance:
    """Return all accounts that moved up to a day; debit and credit are always equal."""
    company = desk.store.company.get()
    return desk.store.balances.trial_balance(
        to, currency or company.currency, language or company.language
    )


@query(Permission.ACCOUNTING_READ)
def ledger(
    desk: Desk, account_id: AccountId, first: date, last: date, currency: str = ""
) -> Ledger:
    """Return the postings of an account in these days, each with the balance after it."""
    desk.store.ledger.account(account_id)
    wanted = currency or desk.store.company.get().currency
    return desk.store.balances.ledger(account_id, first, last, wanted)


@query(Permission.ACCOUNTING_READ)
def ledger_length(
    desk: Desk, account_id: AccountId, first: date, last: date, currency: str = ""
) -> int:
    """Return how many postings an account has in these days, before all of them are read."""
    wanted = currency or desk.store.company.get().currency
    return desk.store.balances.length(account_id, first, last, wanted)


@query(Permission.ACCOUNTING_READ)
def currencies(desk: Desk) -> tuple[str, ...]:
    """Return the currencies of the books, the company's own first."""
    own = desk.store.company.get().currency
    return (own, *(one for one in desk.store.balances.currencies() if one != own))


@query(Permission.ACCOUNTING_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the journal in its order."""
    return desk.store.journal.spine(view)


@query(Permission.ACCOUNTING_READ)
def first(desk: Desk, view: View, size: int) -> tuple[EntryRow, ...]:
    """Return the first rows of the journal."""
    return desk.store.journal.rows(desk.store.journal.first(view, size))


@query(Permission.ACCOUNTING_READ)
def rows(desk: Desk, ids: tuple[EntryId, ...]) -> tuple[EntryRow, ...]:
    """Return the rows of these entries."""
    return desk.store.journal.rows(ids)


@query(Permission.ACCOUNTING_READ)
def entry(desk: Desk, entry_id: EntryId) -> Entry:
    """Return an entry with its postings; raises NotFound."""
    return desk.store.ledger.entry(entry_id)


@query(Permission.ACCOUNTING_READ)
def entries_of(desk: Desk, source: str) -> tuple[Entry, ...]:
    """Return the entries of a voucher (``invoice:123``), oldest first."""
    return desk.store.ledger.entries_of(source)


@command(Permission.ACCOUNTING_POST)
def post(desk: Desk, content: NewEntry) -> Entry:
    """Post an entry by hand; raises Unbalanced, AccountClosed, PeriodClosed."""
    draft = content.as_entry(EntryId(new_id()), "")
    for side in draft.postings:
        found = desk.store.ledger.account(side.account_id)
        if found.is_closed:
            raise AccountClosed(number=found.number, name=found.name_in("en"))
    try:
        number = Numbering(desk, desk.store.company.get()).take("journal", draft.booked_on)
    except SeriesClosed:
        raise PeriodClosed(day=draft.booked_on) from None
    posted = replace(draft, number=number)
    desk.store.ledger.post(posted)
    return posted


@query(Permission.ACCOUNTING_READ)
def check(
    desk: Desk, content: AccountForm, account_id: AccountId | None = None
) -> tuple[Problem, ...]:
    """Return what is wrong with an account as it is written."""
    number = content.number.strip()
    others = (one for one in desk.store.ledger.accounts() if one.id != account_id)
    return check_account(content, next((one for one in others if one.number == number), None))


@command(Permission.ACCOUNTING_POST)
def add_account(desk: Desk, content: AccountForm) -> Account:
    """Add an account to the chart; raises Invalid."""
    _require_right(desk, content, None)
    new = content.as_account(AccountId(new_id()), 1)
    desk.store.ledger.add_account(new)
    return new


@command(Permission.ACCOUNTING_POST)
def change_account(
    desk: Desk, account_id: AccountId, version: int, content: AccountForm
) -> Account:
    """Replace what is known of an account; raises Invalid, or Conflict if it changed since."""
    before = _unchanged(desk, account_id, version)
    _require_right(desk, content, account_id)
    after = replace(content.as_account(account_id, version + 1), is_closed=before.is_closed)
    desk.store.ledger.save_account(before, after)
    return after


@command(Permission.ACCOUNTING_POST)
def close_account(desk: Desk, account_id: AccountId, version: int) -> Account:
    """Let nothing more be posted to an account; ``open_account`` undoes it."""
    return _turned(desk, account_id, version, is_closed=True)


@command(Permission.ACCOUNTING_POST)
def open_account(desk: Desk, account_id: AccountId, version: int) -> Account:
    """Let an account be posted to again."""
    return _turned(desk, account_id, version, is_closed=False)


def _turned(desk: Desk, account_id: AccountId, version: int, *, is_closed: bool) -> Account:
    before = _unchanged(desk, account_id, version)
    after = replace(before, is_closed=is_closed, version=version + 1)
    desk.store.ledger.save_account(before, after)
    return after


def _unchanged(desk: Desk, account_id: AccountId, version: int) -> Account:
    found = desk.store.ledger.account(account_id)
    if found.version != version:
        raise Conflict(record="account", id=account_id, version=found.version)
    return found


def _require_right(desk: Desk, content: AccountForm, account_id: AccountId | None) -> None:
    if problems := check(desk, content, account_id):
        raise Invalid(problems)
