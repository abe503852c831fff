"""What a clerk writes in the books: accounts of the chart, and entries by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.accounting.chart import Account, AccountKind, AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

NUMBER_MISSING = Rule("accounting.account-without-number")
NUMBER_TAKEN = Rule("accounting.account-number-taken", "number", "name")
NAME_MISSING = Rule("accounting.account-without-name")


class AccountClosed(Refusal):
    """Nothing can be posted to an account that is closed."""

    code = "accounting.account-closed"


@dataclass(frozen=True, slots=True)
class AccountForm:
    """The editable part of an account; see Account."""

    number: str
    names: Mapping[str, str]
    kind: AccountKind
    use: AccountUse | None = None
    vat: str = ""

    def as_account(self, account_id: AccountId, version: int) -> Account:
        """Return the account that this form describes, tidy."""
        names = {language: name.strip() for language, name in self.names.items() if name.strip()}
        return Account(
            account_id, self.number.strip(), names, self.kind, self.use, self.vat, version=version
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
        """Return the entry; raises Unbalanced."""
        postings = tuple(side for side in self.postings if side.amount)
        return Entry(
            entry_id, number, self.journal, self.booked_on, self.text.strip(), postings, self.source
        )


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


def check_account(form: AccountForm, holder: Account | None) -> tuple[Problem, ...]:
    """Return what is wrong with an account; ``holder`` is another one that has its number."""
    problems = []
    if not form.number.strip():
        problems.append(NUMBER_MISSING.at("number"))
    elif holder is not None:
        name = holder.name_in("en")
        problems.append(NUMBER_TAKEN.at("number", number=holder.number, name=name))
    if not any(name.strip() for name in form.names.values()):
        problems.append(NAME_MISSING.at("names"))
    return tuple(problems)
