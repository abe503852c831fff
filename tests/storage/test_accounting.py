"""Entries come back as they were posted, accounts change with their version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.accounting.chart import AccountKind, AccountUse
from app.domain.accounting.journal import Journal
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.paging import UnknownSort, View
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.books import BANK, CHART, RECEIVABLES, SALES, an_entry, opened


def test_the_chart_comes_back_by_number(database: Database) -> None:
    opened(database)

    with database.read() as unit:
        assert unit.ledger.accounts() == tuple(sorted(CHART, key=lambda one: one.number))
        assert unit.ledger.account(BANK.id) == BANK


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


def test_the_journal_shows_the_newest_first(database: Database) -> None:
    march = an_entry(on=date(2026, 3, 1))
    april = an_entry(on=date(2026, 4, 1))
    also_march = an_entry(on=date(2026, 3, 1))
    opened(database, march, april, also_march)

    with database.read() as unit:
        assert list(unit.ledger.spine()) == [april.id, also_march.id, march.id]
        assert list(unit.ledger.first(View(), 2)) == [april.id, also_march.id]


def test_a_row_of_the_journal_says_what_was_posted(database: Database) -> None:
    entry = an_entry((RECEIVABLES, 700), (SALES, -500), (SALES, -200), source="invoice:5")
    opened(database, entry)

    with database.read() as unit:
        (row,) = unit.ledger.rows([entry.id, 99])

    assert (row.number, row.amount_minor, row.currency) == (entry.number, 700, "EUR")
    assert (row.journal, row.source) == (Journal.SALES, "invoice:5")


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("number", ["A", "B"]), ("amount", ["B", "A"]), ("text", ["A", "B"])],
)
def test_the_journal_is_sorted_by_a_column(
    database: Database, sort: str, expected: list[str]
) -> None:
    opened(
        database,
        an_entry((RECEIVABLES, 900), (SALES, -900), number="A"),
        an_entry((RECEIVABLES, 100), (SALES, -100), number="B"),
    )

    with database.read() as unit:
        rising = unit.ledger.rows(unit.ledger.spine(View(sort=sort)))
        falling = unit.ledger.rows(unit.ledger.spine(View(sort=sort, is_descending=True)))

    assert [row.number for row in rising] == expected
    assert [row.number for row in falling] == expected[::-1]


def test_the_journal_knows_no_other_column(database: Database) -> None:
    with database.read() as unit, pytest.raises(UnknownSort):
        unit.ledger.spine(View(sort="colour"))


def test_the_journal_keeps_the_words_and_books_asked_for(database: Database) -> None:
    sale = an_entry(number="J-1")
    manual = replace(an_entry(number="J-2"), journal=Journal.GENERAL, text="Rent 100%")
    opened(database, sale, manual)

    with database.read() as unit:
        assert list(unit.ledger.spine(View(only=("general",)))) == [manual.id]
        assert list(unit.ledger.spine(View(words="kahvila sale"))) == [sale.id]
        assert list(unit.ledger.spine(View(words="100%"))) == [manual.id]
        assert list(unit.ledger.spine(View(words="J-2"))) == [manual.id]


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
