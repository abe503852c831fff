"""The books: accounts, the journal, ledgers and the trial balance."""

from __future__ import annotations

from datetime import date

from app.domain.accounting.chart import Account
from app.domain.accounting.entries import AccountRow
from app.domain.accounting.journal import Entry, EntryRow, Ledger, TrialBalance
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.paging import Spine, View
from app.domain.shared.vat import VatCode
from app.services.country import Country
from app.services.office import Desk
from app.services.permissions import Permission, query


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
            one.vat,
            one.report,
            one.version,
        )
        for one in desk.store.ledger.accounts()
    )


@query(Permission.ACCOUNTING_READ)
def trial_balance(
    desk: Desk, to: date, language: str = "", currency: str = "", since: date | None = None
) -> TrialBalance:
    """Return all accounts that moved up to a day; debit and credit are always equal.

    With a day in ``since`` only what moved from then on is debit and credit, the rest is opening.
    """
    company = desk.store.company.get()
    return desk.store.balances.trial_balance(
        to, currency or company.currency, language or company.language, since
    )


@query(Permission.ACCOUNTING_READ)
def ledger(
    desk: Desk, account_id: AccountId, first: date, last: date, currency: str = ""
) -> Ledger:
    """Return the postings of an account in these days, each with the balance after it."""
    desk.store.ledger.account(account_id)
    wanted = currency or desk.store.company.currency()
    return desk.store.balances.ledger(account_id, first, last, wanted)


@query(Permission.ACCOUNTING_READ)
def ledger_length(
    desk: Desk, account_id: AccountId, first: date, last: date, currency: str = ""
) -> int:
    """Return how many postings an account has in these days, before all of them are read."""
    wanted = currency or desk.store.company.currency()
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


@query(Permission.ACCOUNTING_READ)
def vat_codes(desk: Desk) -> tuple[VatCode, ...]:
    """Return the VAT codes of our country, each with its rates and the days they begin on."""
    return Country(desk).pack.vat
