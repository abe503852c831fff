"""Balances kept by month are always the sum of their postings, to any day."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import update

from app.domain.accounting.journal import Entry
from app.domain.shared.ids import AccountId
from app.domain.shared.money import TooLarge
from app.storage.balances import month_of
from app.storage.books import account_balance
from app.storage.database import Database
from tests.books import BANK, CHART, RECEIVABLES, SALES, VAT, an_entry, opened

FIRST, LAST = date(2025, 12, 1), date(2026, 3, 31)
DAYS = tuple(FIRST + timedelta(days=day) for day in range((LAST - FIRST).days + 1))


def many_entries() -> list[Entry]:
    """Return entries on random days between random accounts, in two currencies."""
    chance = Random(7)  # noqa: S311  the same entries every time
    posted = []
    for _ in range(250):
        debit, credit = chance.choice(CHART), chance.choice(CHART)
        amount, currency = chance.randrange(1, 10**9), chance.choice(["EUR", "EUR", "SEK"])
        sides = ((debit, amount), (credit, -amount))
        posted.append(an_entry(*sides, on=chance.choice(DAYS), currency=currency))
    return posted


def summed(posted: list[Entry], to: date, currency: str) -> dict[int, tuple[int, int]]:
    """Return debit and credit by account, added one by one."""
    sums: dict[int, tuple[int, int]] = {}
    for entry in posted:
        for side in entry.postings:
            if entry.booked_on <= to and side.amount.currency == currency:
                debit, credit = sums.get(side.account_id, (0, 0))
                minor = side.amount.minor
                sums[side.account_id] = (debit + max(minor, 0), credit + max(-minor, 0))
    return sums


def test_the_trial_balance_to_any_day_is_the_full_sum(database: Database) -> None:
    posted = many_entries()
    opened(database, *posted)

    with database.read() as unit:
        for to in DAYS:
            found = unit.balances.trial_balance(to, "EUR", "en")

            sums = {row.account_id: (row.debit_minor, row.credit_minor) for row in found.rows}
            assert sums == summed(posted, to, "EUR"), to
            assert found.difference_minor == 0


def test_the_trial_balance_names_the_accounts_that_moved(database: Database) -> None:
    opened(database, an_entry())

    with database.read() as unit:
        found = unit.balances.trial_balance(date(2026, 3, 10), "EUR", "fi")

    assert [(row.number, row.name, row.balance_minor) for row in found.rows] == [
        ("1700", "Myyntisaamiset", 12550),
        ("2939", "VAT payable", -2550),
        ("3000", "Sales", -10000),
    ]


def test_before_the_first_entry_nothing_has_moved(database: Database) -> None:
    opened(database, an_entry())

    with database.read() as unit:
        assert unit.balances.trial_balance(date(2026, 3, 9), "EUR", "en").rows == ()


def test_a_ledger_opens_with_what_came_before_and_adds_up(database: Database) -> None:
    early = an_entry(on=date(2026, 2, 28))
    paid = an_entry((BANK, 5000), (RECEIVABLES, -5000), on=date(2026, 3, 20), source="bank:1")
    sold = an_entry(on=date(2026, 3, 3))
    late = an_entry(on=date(2026, 4, 1))
    opened(database, early, paid, sold, late)

    with database.read() as unit:
        found = unit.balances.ledger(RECEIVABLES.id, date(2026, 3, 1), date(2026, 3, 31), "EUR")

    assert found.opening_minor == 12550
    assert [(row.entry_id, row.amount_minor, row.balance_minor) for row in found.rows] == [
        (sold.id, 12550, 25100),
        (paid.id, -5000, 20100),
    ]
    assert found.closing_minor == 20100
    assert (found.rows[1].source, found.rows[1].text) == ("bank:1", paid.text)


def test_a_ledger_without_postings_closes_as_it_opened(database: Database) -> None:
    opened(database, an_entry())

    with database.read() as unit:
        found = unit.balances.ledger(SALES.id, date(2026, 5, 1), date(2026, 5, 31), "EUR")

    assert (found.opening_minor, found.rows, found.closing_minor) == (-10000, (), -10000)


def test_an_account_stands_at_its_postings(database: Database) -> None:
    opened(database, an_entry(), an_entry(on=date(2026, 3, 11)))

    with database.read() as unit:
        assert unit.balances.balance(VAT.id, date(2026, 3, 10), "EUR") == -2550
        assert unit.balances.balance(VAT.id, date(2026, 3, 11), "EUR") == -5100
        assert unit.balances.balance(AccountId(99), date(2026, 3, 11), "EUR") == 0


def test_kept_balances_do_not_differ(database: Database) -> None:
    opened(database, *many_entries())

    with database.read() as unit:
        assert unit.balances.differences() == ()


def test_a_balance_that_was_tampered_with_is_named_and_mended(database: Database) -> None:
    opened(database, an_entry())
    with database.write() as unit:
        of_bank = account_balance.c.account_id == SALES.id
        unit.connection.execute(update(account_balance).where(of_bank).values(credit_minor=1))
    with database.read() as unit:
        (found,) = unit.balances.differences()

    with database.write() as unit:
        unit.balances.rebuild()

    assert (found.account_id, found.month, found.currency) == (SALES.id, "2026-03", "EUR")
    assert (found.kept_minor, found.added_minor) == (-1, -10000)
    with database.read() as unit:
        assert unit.balances.differences() == ()
        assert unit.balances.balance(SALES.id, date(2026, 3, 31), "EUR") == -10000


def test_a_day_belongs_to_its_month() -> None:
    assert month_of(date(2026, 3, 1)) == "2026-03"
    assert month_of(date(9, 1, 31)) == "0009-01"


def test_a_balance_can_be_asked_for_at_either_end_of_the_calendar(database: Database) -> None:
    opened(database, an_entry())

    with database.read() as unit:
        assert unit.balances.trial_balance(date.min, "EUR", "en", date.min).rows == ()
        assert unit.balances.balance(RECEIVABLES.id, date.max, "EUR") == 12550
        assert len(unit.balances.ledger(RECEIVABLES.id, date.min, date.max, "EUR").rows) == 1


def test_a_balance_that_cannot_be_counted_is_refused(database: Database) -> None:
    most = 4 * 10**18

    with pytest.raises(TooLarge):
        opened(database, *(an_entry((BANK, most), (SALES, -most)) for _ in range(3)))
