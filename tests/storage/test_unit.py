"""A unit of work knows which tables it wrote."""

from __future__ import annotations

from datetime import date

from app.domain.shared.numbering import Series
from app.domain.shared.search import SearchItem
from app.storage.database import Database


def test_written_tables_are_noted_and_read_ones_are_not(database: Database) -> None:
    with database.write() as unit:
        unit.numbers.open(Series("invoice", "2026", "", "{N}"))
        unit.drafts.all()
        opened = set(unit.tables)
        unit.numbers.take("invoice", date(2026, 3, 10), "2026")
        unit.search.put(SearchItem("contact", 1, "Lumo"))
        unit.wrote("import_run")

    assert opened == {"number_series"}
    assert unit.tables == {"number_series", "number_taken", "search_item", "import_run"}


def test_each_transaction_begins_with_nothing_written(database: Database) -> None:
    with database.write() as unit:
        unit.search.put(SearchItem("contact", 1, "Lumo"))

    with database.write() as unit:
        assert unit.tables == set()
