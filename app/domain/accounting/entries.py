"""What a clerk writes in the books: accounts of the chart, and entries by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.accounting.chart import Account, AccountKind, AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import total
from app.domain.shared.refusals import Refusal


class AccountClosed(Refusal):
    """Nothing can be posted to an account that is closed."""

    code = "accounting.account-closed"


class AccountPosted(Refusal):
    """An account that has postings stays in the chart: it can be closed, not removed."""

    code = "accounting.account-posted"


class AccountNeeded(Refusal):
    """The house posts to this account by itself, so it stays in the chart."""

    code = "accounting.account-needed"


@dataclass(frozen=True, slots=True)
class AccountForm:
    """The editable part of an account; see Account."""

    number: str
    names: Mapping[str, str]
    kind: AccountKind
    use: AccountUse | None = None
    vat: str = ""
    report: str = ""
    is_closed: bool = False

    def as_account(self, account_id: AccountId, version: int) -> Account:
        """Return the account that this form describes, tidy."""
        names = {language: name.strip() for language, name in self.names.items() if name.strip()}
        return Account(
            account_id,
            self.number.strip(),
            names,
            self.kind,
            self.use,
            self.vat,
            self.report,
            self.is_closed,
            version,
        )


def form_of(account: Account) -> AccountForm:
    """Return what a form shows of an account."""
    return AccountForm(
        account.number,
        account.names,
        account.kind,
        account.use,
        account.vat,
        account.report,
        account.is_closed,
    )


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry as it is written by hand: debit is positive, credit negative, the sum nothing."""

    booked_on: date
    text: str
    postings: tuple[Posting, ...]
    journal: Journal = Journal.GENERAL
    source: str = ""

    def as_entry(self, entry_id: EntryId, number: str) -> Entry:
        """Return the entry; raises Unbalanced, or TooLarge where its debits sum to too much."""
        postings = tuple(side for side in self.postings if side.amount)
        entry = Entry(
            entry_id, number, self.journal, self.booked_on, self.text.strip(), postings, self.source
        )
        debits = tuple(side.amount for side in postings if side.amount.minor > 0)
        total(debits, postings[0].amount.currency)
        return entry


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of the chart with what it stands at (minor units, debit positive)."""

    id: AccountId
    number: str
    name: str
    kind: AccountKind
    balance_minor: int
    currency: str
    is_closed: bool
    has_moved: bool = False
    vat: str = ""
    report: str = ""
    version: int = 1
