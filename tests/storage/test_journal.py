"""The journal as a list, ordered, filtered, row by row, and whole entries of some days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.accounting.journal import Journal
from app.domain.shared.paging import UnknownSort, UnknownState, View
from app.storage.database import Database
from tests.books import RECEIVABLES, SALES, an_entry, opened


def test_the_journal_shows_the_newest_first(database: Database) -> None:
    march = an_entry(on=date(2026, 3, 1))
    april = an_entry(on=date(2026, 4, 1))
    also_march = an_entry(on=date(2026, 3, 1))
    opened(database, march, april, also_march)

    with database.read() as unit:
        assert list(unit.journal.spine()) == [april.id, also_march.id, march.id]
        assert list(unit.journal.first(View(), 2)) == [april.id, also_march.id]


def test_a_row_of_the_journal_says_what_was_posted(database: Database) -> None:
    entry = an_entry((RECEIVABLES, 700), (SALES, -500), (SALES, -200), source="invoice:5")
    opened(database, entry)

    with database.read() as unit:
        (row,) = unit.journal.rows([entry.id, 99])

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
        rising = unit.journal.rows(unit.journal.spine(View(sort=sort)))
        falling = unit.journal.rows(unit.journal.spine(View(sort=sort, is_descending=True)))

    assert [row.number for row in rising] == expected
    assert [row.number for row in falling] == expected[::-1]


def test_the_journal_knows_no_other_column(database: Database) -> None:
    with database.read() as unit, pytest.raises(UnknownSort):
        unit.journal.spine(View(sort="colour"))


def test_the_journal_keeps_the_words_and_books_asked_for(database: Database) -> None:
    sale = an_entry(number="J-1")
    manual = replace(an_entry(number="J-2"), journal=Journal.GENERAL, text="Rent 100%")
    opened(database, sale, manual)

    with database.read() as unit:
        assert list(unit.journal.spine(View(only=("general",)))) == [manual.id]
        assert list(unit.journal.spine(View(words="kahvila sale"))) == [sale.id]
        assert list(unit.journal.spine(View(words="100%"))) == [manual.id]
        assert list(unit.journal.spine(View(words="J-2"))) == [manual.id]


def test_the_entries_of_some_days_come_oldest_first(database: Database) -> None:
    days = [date(2026, 3, day) for day in (31, 1, 15)] + [date(2026, 2, 28), date(2026, 4, 1)]
    opened(database, *(an_entry(on=day) for day in days))

    with database.read() as unit:
        found = unit.journal.entries_in(date(2026, 3, 1), date(2026, 3, 31))

    assert [entry.booked_on.day for entry in found] == [1, 15, 31]
    assert all(len(entry.postings) == 3 for entry in found)


def test_an_unknown_book_is_refused_and_less_than_none_is_none(database: Database) -> None:
    opened(database, an_entry())

    with database.read() as unit:
        with pytest.raises(UnknownState):
            unit.journal.spine(View(only=("diary",)))
        assert list(unit.journal.first(View(), -1)) == []
