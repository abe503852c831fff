"""The list of documents: each column has what to say, and sorts by what the archive knows."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.archive.record import RecordRow, RecordSort
from app.domain.shared.ids import RecordId
from app.ui.archive.listing import COLUMNS, listing

ROW = RecordRow(
    RecordId(1),
    "20260001.pdf",
    "application/pdf",
    20_813,
    "invoice:7",
    datetime(2026, 3, 10, 12, tzinfo=UTC),
)


def test_every_column_says_something_of_an_invoices_paper() -> None:
    assert all(column.text(ROW) for column in COLUMNS)
    assert COLUMNS[0].text(ROW) == "20260001.pdf"


def test_columns_sort_by_what_the_archive_sorts_by() -> None:
    known = {sort.value for sort in RecordSort}

    assert {column.sort for column in COLUMNS if column.sort} <= known


def test_an_empty_archive_offers_what_it_is_given() -> None:
    found = listing(("archive.file",))

    assert found.empty.actions == ("archive.file",)
    assert found.counted(2) == "2 documents"
