"""Entries balance, and so does whatever is summed of them."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.journal import (
    BalanceRow,
    Entry,
    Journal,
    Ledger,
    LedgerRow,
    Posting,
    TrialBalance,
    Unbalanced,
)
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import Money

DAY = date(2026, 3, 10)
SIDES = st.lists(st.tuples(st.integers(1, 9), st.integers(-(10**9), 10**9)), min_size=1, max_size=8)


def an_entry(*sides: tuple[int, int], currency: str = "EUR") -> Entry:
    postings = tuple(Posting(AccountId(one), Money(minor, currency)) for one, minor in sides)
    return Entry(EntryId(1), "2026-00001", Journal.SALES, DAY, "Invoice", postings)


def balanced(sides: list[tuple[int, int]]) -> Entry:
    return an_entry(*sides, (10, -sum(minor for _, minor in sides)))


def balance_of(entries: list[Entry]) -> TrialBalance:
    debits: Counter[AccountId] = Counter()
    credits_: Counter[AccountId] = Counter()
    for entry in entries:
        for side in entry.postings:
            (debits if side.amount.minor > 0 else credits_)[side.account_id] += abs(
                side.amount.minor
            )
    rows = [
        BalanceRow(account, str(account), "Account", debits[account], credits_[account])
        for account in sorted(debits.keys() | credits_.keys())
    ]
    return TrialBalance(DAY, "EUR", tuple(rows))


def test_a_balanced_entry_exists() -> None:
    assert len(an_entry((1, 100), (2, -80), (3, -20)).postings) == 3


@pytest.mark.parametrize("sides", [[], [(1, 0)], [(1, 100)], [(1, 100), (2, -99)]])
def test_an_entry_that_does_not_balance_cannot_exist(sides: list[tuple[int, int]]) -> None:
    with pytest.raises(Unbalanced):
        an_entry(*sides)


def test_an_entry_in_two_currencies_cannot_exist() -> None:
    postings = (
        Posting(AccountId(1), Money(100, "EUR")),
        Posting(AccountId(2), Money(-100, "THB")),
    )

    with pytest.raises(Unbalanced):
        Entry(EntryId(1), "1", Journal.GENERAL, DAY, "", postings)


def test_a_trial_balance_knows_what_it_is_out_by() -> None:
    rows = (
        BalanceRow(AccountId(1), "1", "Bank", 10, 3),
        BalanceRow(AccountId(2), "2", "Sales", 0, 7),
    )

    assert [row.balance_minor for row in rows] == [7, -7]
    assert [TrialBalance(DAY, "EUR", rows[:count]).difference_minor for count in range(3)] == [
        0,
        7,
        0,
    ]


def test_a_ledger_closes_where_its_last_row_stands() -> None:
    row = LedgerRow(1, EntryId(1), "1", DAY, "", 5, 105, "EUR", "")

    assert Ledger(AccountId(1), "EUR", 100, ()).closing_minor == 100
    assert Ledger(AccountId(1), "EUR", 100, (row,)).closing_minor == 105


@given(st.lists(SIDES.map(balanced), max_size=6))
def test_a_trial_balance_of_entries_is_always_zero(entries: list[Entry]) -> None:
    balance = balance_of(entries)

    assert balance.difference_minor == 0
    assert sum(row.debit_minor for row in balance.rows) == sum(
        row.credit_minor for row in balance.rows
    )


@given(SIDES, st.integers(1, 10**6))
def test_one_cent_off_and_the_entry_cannot_exist(sides: list[tuple[int, int]], off: int) -> None:
    with pytest.raises(Unbalanced):
        an_entry(*sides, (10, off - sum(minor for _, minor in sides)))
