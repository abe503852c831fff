"""The journal: an entry balances or it does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Refusal


class Unbalanced(Refusal):
    """Debit and credit of an entry differ, or it has no postings, or two currencies."""

    code = "accounting.unbalanced"


class Journal(Enum):
    """The book an entry belongs to."""

    SALES = "sales"
    PURCHASES = "purchases"
    BANK = "bank"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of an entry: debit is positive, credit negative; ``vat`` is its VAT code."""

    account_id: AccountId
    amount: Money
    text: str = ""
    vat: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry; ``source`` names its voucher (``invoice:123``).

    Raises Unbalanced unless the postings sum to zero in one currency and there are at least two.
    """

    id: EntryId
    number: str
    journal: Journal
    booked_on: date
    text: str
    postings: tuple[Posting, ...]
    source: str = ""

    def __post_init__(self) -> None:
        currencies = {side.amount.currency for side in self.postings}
        difference = sum(side.amount.minor for side in self.postings)
        if len(self.postings) < 2 or len(currencies) != 1 or difference != 0:
            raise Unbalanced(entry=self.id, difference=difference, postings=len(self.postings))


class EntrySort(Enum):
    """What the journal can be sorted by."""

    BOOKED_ON = "booked_on"
    NUMBER = "number"
    TEXT = "text"
    AMOUNT = "amount"


NEWEST_ENTRIES = View(sort=EntrySort.BOOKED_ON.value, is_descending=True)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of the journal list; ``amount_minor`` is the sum of its debits."""

    id: EntryId
    number: str
    journal: Journal
    booked_on: date
    text: str
    amount_minor: int
    currency: str
    source: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One posting of an account, with the balance after it (minor units, debit positive)."""

    posting_id: int
    entry_id: EntryId
    number: str
    booked_on: date
    text: str
    amount_minor: int
    balance_minor: int
    currency: str
    source: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The postings of an account in some days, and what it stood at before them."""

    account_id: AccountId
    currency: str
    opening_minor: int
    rows: tuple[LedgerRow, ...]

    @property
    def closing_minor(self) -> int:
        return self.rows[-1].balance_minor if self.rows else self.opening_minor


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One account of the trial balance; debit and credit are sums, in minor units.

    ``opening_minor`` is what it stood at before the first day of the balance.
    """

    account_id: AccountId
    number: str
    name: str
    debit_minor: int
    credit_minor: int
    opening_minor: int = 0

    @property
    def balance_minor(self) -> int:
        return self.opening_minor + self.debit_minor - self.credit_minor


@dataclass(frozen=True, slots=True)
class TrialBalance:
    """All accounts that moved, to a day; ``difference_minor`` is always zero.

    ``since`` is the first day whose postings are added up; None is the beginning of the books.
    """

    to: date
    currency: str
    rows: tuple[BalanceRow, ...]
    since: date | None = None

    @property
    def difference_minor(self) -> int:
        return sum(row.balance_minor for row in self.rows)
