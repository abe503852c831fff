"""The books refuse what does not belong together, and their questions use an index."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from app.domain.shared.paging import View
from app.storage.books import journal_posting
from app.storage.database import Database
from tests.books import BANK, an_entry, opened
from tests.databases import on_sqlite
from tests.storage.plans import plans_of

MARCH = (date(2026, 3, 1), date(2026, 3, 20))


def test_a_posting_without_its_entry_is_not_committed(database: Database) -> None:
    opened(database)
    lonely = {
        "id": 1,
        "entry_id": 99,
        "account_id": BANK.id,
        "booked_on": date(2026, 3, 1),
        "amount_minor": 5,
        "currency": "EUR",
        "text": "",
    }

    with pytest.raises(DBAPIError), database.write() as unit:
        unit.connection.execute(journal_posting.insert(), lonely)

    with database.read() as unit:
        assert unit.connection.execute(journal_posting.select()).all() == []


def test_an_entry_number_is_taken_once(database: Database) -> None:
    opened(database, an_entry(number="1"))

    with pytest.raises(IntegrityError), database.write() as unit:
        unit.ledger.post(an_entry(number="1"))


@on_sqlite
def test_the_trial_balance_walks_no_table(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.balances.trial_balance(MARCH[1], "EUR", "en")
        unit.balances.trial_balance(MARCH[0], "EUR", "en")

    assert not [step for step in plans if step.startswith("SCAN journal_posting")]
    assert [step for step in plans if "COVERING INDEX ix_journal_posting_ledger" in step]


@on_sqlite
def test_a_ledger_walks_the_index_of_its_account(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.balances.ledger(BANK.id, *MARCH, "EUR")

    assert [step for step in plans if step.startswith("SEARCH journal_posting USING INDEX ix_jour")]
    assert not [step for step in plans if "TEMP B-TREE" in step or step.startswith("SCAN")]


@on_sqlite
def test_the_journal_in_its_usual_order_walks_an_index(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.journal.spine(View())

    assert plans == ["SCAN journal_entry USING COVERING INDEX ix_journal_entry_list"]
