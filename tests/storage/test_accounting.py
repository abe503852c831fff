"""Entries come back as they were posted, accounts change with their version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import AccountKind, AccountUse
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.books import BANK, CHART, RECEIVABLES, an_entry, opened


def test_the_chart_comes_back_by_number(database: Database) -> None:
    opened(database)

    with database.read() as unit:
        assert unit.ledger.accounts() == tuple(sorted(CHART, key=lambda one: one.number))
        assert unit.ledger.account(BANK.id) == BANK


def test_accounts_in_use_are_those_with_a_use_of_their_own(database: Database) -> None:
    opened(database)

    with database.read() as unit:
        every = unit.ledger.accounts()
        assert unit.ledger.accounts(only_in_use=True) == tuple(
            one for one in every if one.use is not None
        )


def test_an_account_that_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.ledger.account(AccountId(99))


def test_an_account_keeps_its_change(database: Database) -> None:
    opened(database)
    renamed = replace(BANK, names={"en": "Main bank"}, is_closed=True, version=2)

    with database.write() as unit:
        unit.ledger.save_account(BANK, renamed)

    with database.read() as unit:
        assert unit.ledger.account(BANK.id) == renamed


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    opened(database)
    with database.write() as unit:
        unit.ledger.save_account(BANK, replace(BANK, version=2))

    with database.write() as unit, pytest.raises(Conflict):
        unit.ledger.save_account(BANK, replace(BANK, version=2))


def test_an_entry_comes_back_with_its_postings_in_order(database: Database) -> None:
    entry = an_entry(source="invoice:5")
    opened(database, entry)

    with database.read() as unit:
        assert unit.ledger.entry(entry.id) == entry
        assert unit.ledger.entries_of("invoice:5") == (entry,)
        assert unit.ledger.entries_of("invoice:6") == ()


def test_an_entry_that_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.ledger.entry(EntryId(99))


def test_posting_nothing_writes_nothing(database: Database) -> None:
    with database.write() as unit:
        unit.ledger.post()

        assert unit.tables == set()


def test_what_was_posted_is_noted_for_the_audit(database: Database) -> None:
    entry = an_entry()

    with database.write() as unit:
        unit.ledger.add_account(*CHART)
        unit.ledger.post(entry)

        assert unit.changes.noted[-1].record == f"entry:{entry.id}"
        assert unit.tables >= {"journal_entry", "journal_posting", "account_balance"}


def test_uses_and_kinds_come_back(database: Database) -> None:
    opened(database)

    with database.read() as unit:
        found = unit.ledger.account(RECEIVABLES.id)

    assert (found.kind, found.use) == (AccountKind.ASSET, AccountUse.RECEIVABLES)
