"""The list of documents: each column has what to say, and sorts by what the archive knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.archive.document import DocumentState
from app.domain.archive.row import DocumentRow, DocumentSort
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, RecordId, TagId
from app.domain.shared.money import Money
from app.ui.archive.listing import columns, listing
from app.ui.archive.naming import Naming
from app.ui.archive.words import state_icon, state_text

ROW = DocumentRow(
    id=DocumentId(1),
    title="20260001",
    state=DocumentState.FILED,
    type_id=DocumentTypeId(1),
    correspondent_id=ContactId(1),
    correspondent="Kahvila Aamu Oy",
    day=date(2026, 3, 10),
    received_at=datetime(2026, 3, 10, 12, tzinfo=UTC),
    reference="RF18",
    amount=Money(12_345, "EUR"),
    serial=4,
    stage="",
    due_on=None,
    is_sealed=False,
    locked_by="",
    tags=(TagId(1),),
    file_id=RecordId(1),
    file_name="20260001.pdf",
    media_type="application/pdf",
    size=20_813,
)


def said(row: DocumentRow, naming: Naming) -> dict[str, str]:
    return {column.title: column.text(row) for column in columns(naming)}


def test_every_column_says_what_is_known(naming: Naming) -> None:
    invoice = next(one for one in naming.types.values() if one.code == "sales-invoice")

    found = said(replace(ROW, type_id=invoice.id), naming)

    assert found["Type"] == "Sales invoice"
    assert (found["Day"], found["Amount"]) == ("10 Mar 2026", "€123.45")
    assert (found["Serial number"], found["Reference"], found["Size"]) == ("4", "RF18", "20.8 kB")


def test_columns_sort_by_what_documents_are_sorted_by(naming: Naming) -> None:
    known = {sort.value for sort in DocumentSort}

    assert {column.sort for column in columns(naming) if column.sort} <= known
    assert listing(naming).counted(2) == "2 documents"


def state(row: DocumentRow) -> tuple[str, str]:
    return state_text(row), state_icon(row)


def test_a_state_is_said_and_drawn_where_it_matters() -> None:
    assert state(ROW) == ("", "")
    assert state(replace(ROW, is_sealed=True)) == ("Sealed", "shield-check")
    assert state(replace(ROW, locked_by="Aino")) == ("With Aino", "lock")
    assert state_text(replace(ROW, state=DocumentState.INBOX)) == "In the inbox"
    assert state_text(replace(ROW, state=DocumentState.TRASHED)) == "In the trash"
