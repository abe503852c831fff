"""An entry as it is being written: every line may still be wrong, and says so at its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.accounting.chart import VAT_UNKNOWN, Account
from app.domain.accounting.entries import NewEntry
from app.domain.accounting.journal import Entry, Posting
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money, minor_digits
from app.domain.shared.problems import Problem, Rule, within

DAY_MISSING = Rule("accounting.entry-without-day")
DAY_UNREADABLE = Rule("accounting.day-unreadable", "day")
TEXT_MISSING = Rule("accounting.entry-without-text")
ACCOUNT_MISSING = Rule("accounting.line-without-account")
CLOSED = Rule("accounting.line-account-closed", "number")
AMOUNT_MISSING = Rule("accounting.line-without-amount")
BOTH_SIDES = Rule("accounting.line-on-both-sides")
NEGATIVE = Rule("accounting.line-negative")
TOO_FINE = Rule("accounting.line-too-fine", "currency")
TOO_LARGE = Rule("accounting.line-too-large")
TOO_FEW = Rule("accounting.entry-of-one-line")
DIFFERS = Rule("accounting.entry-differs", "amount", "currency")

LARGEST_MINOR = 10**15


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A line as it is written: an account, an amount on one side, a VAT code and a text."""

    account_id: AccountId | None = None
    debit: Decimal | None = None
    credit: Decimal | None = None
    vat: str = ""
    text: str = ""

    @property
    def amount(self) -> Decimal:
        """The amount, debit positive."""
        return (self.debit or Decimal(0)) - (self.credit or Decimal(0))


@dataclass(frozen=True, slots=True)
class EntryForm:
    """An entry as it is written by hand, in one currency."""

    booked_on: date | None
    text: str
    lines: tuple[EntryLine, ...]
    currency: str

    @property
    def debit(self) -> Decimal:
        """The sum of the debits."""
        return sum((line.debit or Decimal(0) for line in self.lines), Decimal(0))

    @property
    def credit(self) -> Decimal:
        """The sum of the credits."""
        return sum((line.credit or Decimal(0) for line in self.lines), Decimal(0))

    @property
    def difference(self) -> Decimal:
        """What is missing in credit, or in debit where it is negative."""
        return self.debit - self.credit

    def as_new(self, booked_on: date) -> NewEntry:
        """Return the entry that a form without problems describes."""
        postings = tuple(
            Posting(
                line.account_id,
                Money(int(line.amount.scaleb(minor_digits(self.currency))), self.currency),
                line.text.strip(),
                line.vat,
            )
            for line in self.lines
            if line.account_id is not None
        )
        return NewEntry(booked_on, self.text, postings)


def copy_of(entry: Entry, booked_on: date) -> EntryForm:
    """Return an entry as the beginning of a new one, of another day."""
    currency = entry.postings[0].amount.currency
    lines = tuple(
        EntryLine(
            side.account_id,
            side.amount.amount if side.amount.minor > 0 else None,
            -side.amount.amount if side.amount.minor < 0 else None,
            side.vat,
            side.text,
        )
        for side in entry.postings
    )
    return EntryForm(booked_on, entry.text, lines, currency)


def check_entry(
    form: EntryForm, accounts: Mapping[AccountId, Account], vat: frozenset[str]
) -> tuple[Problem, ...]:
    """Return what is wrong with an entry; a difference stands at the last line's amount."""
    return tuple(_found(form, accounts, vat))


def _found(
    form: EntryForm, accounts: Mapping[AccountId, Account], vat: frozenset[str]
) -> Iterator[Problem]:
    if form.booked_on is None:
        yield DAY_MISSING.at("booked_on")
    if not form.text.strip():
        yield TEXT_MISSING.at("text")
    wrong = 0
    for place, line in enumerate(form.lines):
        found = (*_account(line, accounts), *_amounts(line, form.currency))
        wrong += len(found)
        yield from within(f"lines.{place}", found)
        if line.vat and line.vat not in vat:
            yield VAT_UNKNOWN.at(f"lines.{place}.vat", vat=line.vat)
    if len(form.lines) < 2:
        yield TOO_FEW.at(f"lines.{max(len(form.lines) - 1, 0)}.account")
    elif form.difference and not wrong:
        yield _difference(form)


def _difference(form: EntryForm) -> Problem:
    last = len(form.lines) - 1
    side = "debit" if form.lines[last].debit else "credit"
    amount = str(abs(form.difference))
    return DIFFERS.at(f"lines.{last}.{side}", amount=amount, currency=form.currency)


def _account(line: EntryLine, accounts: Mapping[AccountId, Account]) -> Iterator[Problem]:
    account = accounts.get(line.account_id) if line.account_id is not None else None
    if account is None:
        yield ACCOUNT_MISSING.at("account")
    elif account.is_closed:
        yield CLOSED.at("account", number=account.number)


def _amounts(line: EntryLine, currency: str) -> Iterator[Problem]:
    written = [(name, one) for name, one in (("debit", line.debit), ("credit", line.credit)) if one]
    if not written:
        yield AMOUNT_MISSING.at("debit")
    if len(written) > 1:
        yield BOTH_SIDES.at("credit")
    for name, amount in written:
        minor = amount.scaleb(minor_digits(currency))
        if amount < 0:
            yield NEGATIVE.at(name)
        elif minor > LARGEST_MINOR:
            yield TOO_LARGE.at(name)
        elif minor != minor.to_integral_value():
            yield TOO_FINE.at(name, currency=currency)
