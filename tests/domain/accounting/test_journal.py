"""An entry balances or it does not exist; a ledger and a trial balance add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

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


def an_entry(*amounts: Money) -> Entry:
    postings = tuple(Posting(AccountId(place), amount) for place, amount in enumerate(amounts))
    return Entry(EntryId(1), "1", Journal.GENERAL, DAY, "", postings)


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


def test_an_entry_that_balances_exists() -> None:
    assert len(an_entry(euros(5), euros(-3), euros(-2)).postings) == 3


@pytest.mark.parametrize(
    "amounts",
    [
        (),
        (euros(0),),
        (euros(5), euros(-4)),
        (euros(5), Money(-5, "SEK")),
    ],
)
def test_an_entry_that_does_not_balance_cannot_exist(amounts: tuple[Money, ...]) -> None:
    with pytest.raises(Unbalanced):
        an_entry(*amounts)


def test_a_ledger_closes_with_its_last_balance() -> None:
    row = LedgerRow(1, EntryId(1), "1", DAY, "", 5, 12, "EUR", "")
    ledger = Ledger(AccountId(1), "EUR", 7, (row,))

    assert ledger.closing_minor == 12
    assert replace(ledger, rows=()).closing_minor == 7


def test_a_trial_balance_knows_what_it_is_out_by() -> None:
    rows = (
        BalanceRow(AccountId(1), "1", "Bank", 10, 3),
        BalanceRow(AccountId(2), "2", "Sales", 0, 7),
    )

    assert [row.balance_minor for row in rows] == [7, -7]
    assert TrialBalance(DAY, "EUR", rows).difference_minor == 0
    assert TrialBalance(DAY, "EUR", rows[:1]).difference_minor == 7
