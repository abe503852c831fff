"""Counts of documents are those that counting them all would give, whatever was done to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.kinds import DocumentType, Tag
from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentTypeId, TagId, new_id
from app.storage.database import Database
from app.storage.document_counts import document_count
from app.storage.unit import Unit
from tests.databases import on_sqlite
from tests.storage.plans import plans_of, statements_of
from tests.storage.test_document_index import kept

BILL = DocumentType(DocumentTypeId(new_id()), 1, "bill", {"en": "Bill"})
STAFF = DocumentType(
    DocumentTypeId(new_id()), 1, "staff", {"en": "Staff"}, readers=Readers.PERSONNEL
)
CARS = Tag(TagId(new_id()), 1, "Autot")
FILED, INBOX = DocumentState.FILED, DocumentState.INBOX


def changed(unit: Unit, one: Document, **parts: Any) -> Document:
    return unit.documents.save(one, replace(one, **parts))


@pytest.fixture
def office(database: Database) -> Database:
    """Return an office with five documents: two in the inbox, two bills, and one of the staff."""
    with database.write() as unit:
        for one in (BILL, STAFF, CARS):
            unit.kinds.add(one)
        new, _other, bill, sealed, staff = (kept(unit, f"{number}") for number in range(5))
        changed(unit, bill, state=FILED, type_id=BILL.id, tags=(CARS.id,))
        changed(unit, sealed, state=FILED, type_id=BILL.id, is_sealed=True)
        changed(unit, staff, state=FILED, type_id=STAFF.id, tags=(CARS.id,))
        changed(unit, new, note="seen")
    return database


def test_documents_are_counted_by_state_type_tag_and_seal(office: Database) -> None:
    with office.read() as unit:
        counts = unit.document_counts

        assert counts.by_state() == {FILED: 3, INBOX: 2}
        assert counts.types(FILED) == {BILL.id: 2, STAFF.id: 1}
        assert counts.tags(FILED) == {CARS.id: 2}
        assert counts.sealed(FILED) == 1
        assert not counts.differs()


def test_what_is_hidden_is_not_counted(office: Database) -> None:
    with office.read() as unit:
        counts, hidden = unit.document_counts, (STAFF.id,)

        assert counts.by_state(hidden) == {FILED: 2, INBOX: 2}
        assert counts.types(FILED, hidden) == {BILL.id: 2}
        assert counts.tags(FILED, hidden) == {CARS.id: 1}


def move_and_fail(unit: Unit) -> None:
    with unit.attempt():
        kept(unit, "lost")
        raise ZeroDivisionError


def test_what_was_rolled_back_is_not_counted(office: Database) -> None:
    with office.write() as unit:
        with pytest.raises(ZeroDivisionError):
            move_and_fail(unit)
        kept(unit, "stays")

    with office.read() as unit:
        assert unit.document_counts.by_state()[INBOX] == 3
        assert not unit.document_counts.differs()


def test_a_transaction_counts_once_and_a_mere_note_not_at_all(office: Database) -> None:
    with office.write() as unit:
        documents = [kept(unit, f"more {number}") for number in range(4)]
        with statements_of(unit.connection) as moved:
            unit.settle()
        changed(unit, documents[0], note="seen")
        with statements_of(unit.connection) as noted:
            unit.settle()

    assert (len(moved), len(noted)) == (1, 0)


def test_counts_that_were_lost_are_counted_anew(office: Database) -> None:
    with office.write() as unit:
        unit.connection.execute(document_count.delete())
        assert unit.document_counts.differs()

        unit.document_counts.recount()

        assert not unit.document_counts.differs()
        assert unit.document_counts.tags(FILED) == {CARS.id: 2}


@on_sqlite
def test_no_document_is_read_to_count_them(office: Database) -> None:
    with office.read() as unit, plans_of(unit.connection) as plans:
        counts = unit.document_counts
        counts.by_state((STAFF.id,))
        counts.types(FILED)
        counts.tags(FILED)
        counts.sealed(FILED)

    read = " ".join(plan for plan in plans if plan.startswith(("SCAN", "SEARCH")))
    assert set(read.split()) & {"document", "document_tag", "document_count"} == {"document_count"}


def test_a_removed_tag_is_counted_no_more(office: Database) -> None:
    with office.write() as unit:
        changed(unit, kept(unit, "tagged"), tags=(CARS.id,))
        unit.kinds.remove_tag(CARS)

    with office.read() as unit:
        assert unit.kinds.used() == {}
        assert unit.kinds.counted() == {BILL.id: 2, STAFF.id: 1}
        assert not unit.document_counts.differs()
