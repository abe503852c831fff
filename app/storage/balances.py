"""Balances by account, month and currency: kept by every posting, so a report adds few rows."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.exc import DataError, IntegrityError

from app.domain.accounting.journal import BalanceRow, Entry, Ledger, LedgerRow, TrialBalance
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money, TooLarge
from app.storage.books import account, account_balance, journal_entry, journal_posting
from app.storage.lists import PARTITION
from app.storage.types import Rows
from app.storage.upserts import adding_to

_KEY = ("account_id", "month", "currency")
_ASKED = ("account", "first", "last", "in_currency")
Asked = BindParameter[Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A balance that is not the sum of its postings (minor units, debit positive)."""

    account_id: AccountId
    month: str
    currency: str
    kept_minor: int
    added_minor: int


def add_to_balances(connection: Connection, entries: Iterable[Entry]) -> None:
    """Add the postings of new entries to the balances of their month.

    Raises TooLarge where a balance would be more than a database can count.
    """
    sums: dict[tuple[int, str, str], list[int]] = {}
    for entry in entries:
        month = month_of(entry.booked_on)
        for side in entry.postings:
            both = sums.setdefault((side.account_id, month, side.amount.currency), [0, 0])
            both[side.amount.minor < 0] += abs(side.amount.minor)
    added = adding_to(connection, account_balance, _KEY, ("debit_minor", "credit_minor"))
    rows = [
        dict(zip(_KEY, key, strict=True), debit_minor=debit, credit_minor=credit)
        for key, (debit, credit) in sorted(sums.items())
    ]
    try:
        connection.execute(added, rows)
    except (IntegrityError, DataError, OverflowError) as fault:
        if isinstance(fault, IntegrityError) and "REAL value" not in str(fault.orig):
            raise
        most = max(max(both) for both in sums.values())
        currency = max(sums)[2]
        raise TooLarge(amount=str(Money(most, currency).amount), currency=currency) from None


def month_of(day: date) -> str:
    """Return the month of a day as it is kept: ``2026-03``."""
    return day.isoformat()[:7]


class BalanceStore:
    """Reads balances and ledgers, and proves the balances, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def trial_balance(
        self, to: date, currency: str, language: str, since: date | None = None
    ) -> TrialBalance:
        """Return the accounts that moved up to a day, by number; ``since`` splits what they moved.

        Debit and credit are then those from that day on, and what was before is the opening.
        """
        sums = self._sums(to, currency)
        eve = _day_before(since) if since else None
        before = self._sums(eve, currency) if eve else {}
        rows = self._connection.execute(
            select(account.c.id, account.c.number, account.c.names)
            .where(account.c.id.in_(list(sums)))
            .order_by(account.c.number)
        )
        named = []
        for row in rows:
            (debit, credit), (was_debit, was_credit) = sums[row.id], before.get(row.id, (0, 0))
            moved = (debit - was_debit, credit - was_credit, was_debit - was_credit)
            name = _name(row.names, language)
            named.append(BalanceRow(AccountId(row.id), row.number, name, *moved))
        return TrialBalance(to, currency, tuple(named), since)

    def balance(self, account_id: AccountId, to: date, currency: str) -> int:
        """Return what an account stands at after a day (minor units, debit positive)."""
        debit, credit = self._sums(to, currency, account_id).get(account_id, (0, 0))
        return debit - credit

    def ledger(self, account_id: AccountId, first: date, last: date, currency: str) -> Ledger:
        """Return the postings of an account in these days, each with the balance after it."""
        eve = _day_before(first)
        opening = self.balance(account_id, eve, currency) if eve else 0
        asked = dict(zip(_ASKED, (account_id, first, last, currency), strict=True))
        rows = self._connection.execute(_LEDGER, asked)
        kept = []
        balance = opening
        several = chain.from_iterable(rows.partitions(PARTITION))
        for posting, entry, day, minor, said, number, text, source in several:
            balance += minor
            kept.append(
                LedgerRow(
                    posting, entry, number, day, said or text, minor, balance, currency, source
                )
            )
        return Ledger(account_id, currency, opening, tuple(kept))

    def length(self, account_id: AccountId, first: date, last: date, currency: str) -> int:
        """Return how many postings an account has in these days."""
        counted = select(func.count()).where(*_of_days(account_id, first, last, currency))
        return int(self._connection.scalar(counted) or 0)

    def currencies(self) -> tuple[str, ...]:
        """Return every currency that something was booked in."""
        found = select(account_balance.c.currency).distinct()
        return tuple(sorted(self._connection.scalars(found)))

    def differences(self) -> tuple[Difference, ...]:
        """Return every balance that is not the sum of its postings; none is as it must be."""
        balance = account_balance.c.debit_minor - account_balance.c.credit_minor
        kept = select(*(account_balance.c[name] for name in _KEY), balance)
        found: dict[tuple[int, str, str], list[int]] = {}
        for place, wanted in enumerate((kept, _added(func.sum(journal_posting.c.amount_minor)))):
            for account_id, month, currency, minor in self._connection.execute(wanted):
                both = found.setdefault((account_id, month, currency), [0, 0])
                both[place] = int(minor)
        return tuple(
            Difference(AccountId(key[0]), key[1], key[2], kept_minor, added_minor)
            for key, (kept_minor, added_minor) in sorted(found.items())
            if kept_minor != added_minor
        )

    def rebuild(self) -> None:
        """Make every balance anew from the postings."""
        self._connection.execute(delete(account_balance))
        columns = [*_KEY, "debit_minor", "credit_minor"]
        summed = _added(_debit(), _credit())
        self._connection.execute(insert(account_balance).from_select(columns, summed))

    def _sums(
        self, to: date, currency: str, only: AccountId | None = None
    ) -> dict[int, tuple[int, int]]:
        """Return debit and credit by account: whole months kept, with a part of one added."""
        cut = _cut(to)
        wanted = [(_months(cut.month, currency), 1)]
        if cut.sign:
            wanted.append((_days(cut.first, cut.last, currency), cut.sign))
        sums: dict[int, tuple[int, int]] = {}
        for statement, sign in wanted:
            for account_id, debit, credit in self._connection.execute(_narrowed(statement, only)):
                had = sums.get(account_id, (0, 0))
                sums[account_id] = (had[0] + sign * int(debit), had[1] + sign * int(credit))
        return {key: both for key, both in sums.items() if any(both)}


@dataclass(frozen=True, slots=True)
class _Cut:
    """Everything to a day: all months to ``month``, and ``sign`` times some days."""

    month: str
    first: date
    last: date
    sign: int


def _cut(to: date) -> _Cut:
    """Return the nearer way to a day: forward from its month's first, or back from its last."""
    opens = to.replace(day=1)
    closes = to.replace(day=monthrange(to.year, to.month)[1])
    if to == closes:
        return _Cut(month_of(to), to, to, 0)
    if to.day <= closes.day // 2:
        eve = _day_before(opens)
        return _Cut(month_of(eve) if eve else "", opens, to, 1)
    return _Cut(month_of(to), to + timedelta(days=1), closes, -1)


def _day_before(day: date) -> date | None:
    """Return the day before, or none before the first that a calendar can count."""
    return day - timedelta(days=1) if day > date.min else None


def _months(last: str, currency: str) -> Rows:
    kept = account_balance.c
    return (
        select(kept.account_id, func.sum(kept.debit_minor), func.sum(kept.credit_minor))
        .where(kept.month <= last, kept.currency == currency)
        .group_by(kept.account_id)
    )


def _days(first: date, last: date, currency: str) -> Rows:
    """Sum some days of every account; each account is one short walk in its own index range."""
    side = journal_posting.c
    return (
        select(side.account_id, _debit(), _credit())
        .where(
            side.account_id.in_(select(account.c.id)),
            side.booked_on.between(first, last),
            side.currency == currency,
        )
        .group_by(side.account_id)
    )


def _narrowed(wanted: Rows, only: AccountId | None) -> Rows:
    if only is None:
        return wanted
    return wanted.where(wanted.selected_columns[0] == only)


def _added(*sums: ColumnElement[int]) -> Rows:
    side = journal_posting.c
    month = func.substr(side.booked_on, 1, 7)
    return select(side.account_id, month, side.currency, *sums).group_by(
        side.account_id, month, side.currency
    )


def _debit() -> ColumnElement[int]:
    amount = journal_posting.c.amount_minor
    return func.sum(case((amount > 0, amount), else_=0))


def _credit() -> ColumnElement[int]:
    amount = journal_posting.c.amount_minor
    return func.sum(case((amount < 0, -amount), else_=0))


def _ledger() -> Rows:
    side = journal_posting.c
    return (
        select(
            side.id,
            side.entry_id,
            side.booked_on,
            side.amount_minor,
            side.text,
            journal_entry.c.number,
            journal_entry.c.text.label("entry_text"),
            journal_entry.c.source,
        )
        .join(journal_entry, journal_entry.c.id == side.entry_id)
        .where(*_of_days(*(bindparam(name) for name in _ASKED)))
        .order_by(side.booked_on, side.id)
    )


def _of_days(
    account_id: AccountId | Asked, first: date | Asked, last: date | Asked, currency: str | Asked
) -> tuple[ColumnElement[bool], ...]:
    side = journal_posting.c
    return (
        side.account_id == account_id,
        side.booked_on.between(first, last),
        side.currency == currency,
    )


def _name(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


_LEDGER = _ledger()
"""Built once: a short ledger is read in the time that it takes to build this."""
