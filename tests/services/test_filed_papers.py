"""What goes out is filed once, under a type that is opened when an office has none of it yet."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from app.domain.archive.document import DocumentState, Link
from app.domain.shared.ids import DocumentId
from app.services import documents, kinds
from app.services.filed_papers import FiledPapers, OutgoingPaper
from app.services.office import Desk, Office
from app.services.permissions import Permission, command
from app.storage.database import Database
from tests.order_desk import an_ordering_office

ABOUT = Link("order", 77)


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@command(Permission.ORDERS_CHANGE)
def file(desk: Desk, number: str, content: bytes) -> int:
    paper = OutgoingPaper(number, "delivery-note", ABOUT, content, date(2026, 3, 10), None, "Aamu")
    return FiledPapers(desk).file(paper).id


@command(Permission.ORDERS_CHANGE)
def same(desk: Desk, content: bytes) -> int | None:
    found = FiledPapers(desk).same(ABOUT, content)
    return found.id if found else None


@command(Permission.ORDERS_CHANGE)
def latest(desk: Desk, of: int) -> bytes | None:
    return FiledPapers(desk).latest(Link("order", of))


def types(office: Office) -> set[str]:
    return {one.code for one in office.ask(kinds.sorting).types}


def test_a_type_that_an_old_office_lacks_is_opened_with_its_first_paper(office: Office) -> None:
    with office.database.write() as unit:
        unit.connection.execute(text("DELETE FROM document_type WHERE code = 'delivery-note'"))

    first = office.do(file, "DN/1", b"%PDF-1").result
    office.do(file, "DN-2", b"%PDF-2")

    assert "delivery-note" in types(office)
    rows = office.ask(documents.rows, (DocumentId(first),))
    assert [(one.title, one.state, one.is_sealed) for one in rows] == [
        ("DN/1", DocumentState.FILED, True)
    ]
    assert sum(one.code == "delivery-note" for one in office.ask(kinds.sorting).types) == 1


def test_the_same_paper_is_known_again_and_the_newest_comes_first(office: Office) -> None:
    first = office.do(file, "DN-1", b"%PDF-1").result
    office.do(file, "DN-2", b"%PDF-2")

    assert office.do(same, b"%PDF-1").result == first
    assert office.do(same, b"%PDF-3").result is None
    assert office.do(latest, 77).result == b"%PDF-2"
    assert office.do(latest, 78).result is None
