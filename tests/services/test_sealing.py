"""What the personnel office alone reads lies sealed, from whatever moment it is known to be so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.domain.archive.form import form_of
from app.domain.employees.employee import Employee
from app.domain.shared.ids import DocumentId, DocumentTypeId
from app.outside.clock import FixedClock
from app.services import archive, documents, finding, kinds, photos, reading, sealing
from app.services.document_types import DocumentTypes
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.storage.contents import chunk
from app.storage.database import Database
from app.storage.texts import content_text, unpacked
from app.storage.wall import BehindWall, KeyGone
from tests.builders import TODAY
from tests.employing import CLERK, as_role, hire
from tests.services.test_photos import a_picture
from tests.trade import opened_books

SICK = b"Kanaria: murtunut ranne, sairaus M25, 4711.23 EUR"


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    return opened


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office)


def test_what_comes_in_for_a_person_never_lies_open(office: Office, maija: Employee) -> None:
    record = office.do(
        archive.file, "todistus.txt", "text/plain", SICK, f"employee:{maija.id}"
    ).result

    assert not lying_open(office, SICK)
    assert office.ask(archive.content, record.id) == SICK
    assert (record.size, office.run(sealing.seal_some)) == (len(SICK), sealing.Sealing())


def test_a_document_that_becomes_walled_is_sealed_and_its_words_are_forgotten(
    office: Office, maija: Employee
) -> None:
    document_id = taken_in(office)
    assert lying_open(office, SICK)
    assert found(office, "murtunut") == [document_id]

    wall(office, document_id)

    assert office.run(sealing.seal_some).sealed == 1
    assert not lying_open(office, SICK)
    assert found(office, "murtunut") == []
    assert found(office, "todistus") == [document_id]
    assert office.ask(documents.content, document_id) == SICK
    assert office.run(sealing.seal_some) == sealing.Sealing()


def test_a_document_that_is_not_walled_any_more_lies_open_again(
    office: Office, maija: Employee
) -> None:
    document_id = taken_in(office)
    wall(office, document_id)
    office.run(sealing.seal_some)
    unwall(office, document_id)

    assert as_role(office, CLERK).run(sealing.seal_some) == sealing.Sealing()
    assert not lying_open(office, SICK)
    assert office.run(sealing.seal_some).opened == 1
    assert lying_open(office, SICK)
    office.run(reading.read_some)
    assert found(office, "murtunut") == [document_id]


def test_who_may_read_cards_and_no_keys_is_not_given_the_bytes(
    office: Office, maija: Employee
) -> None:
    document_id = taken_in(office)
    wall(office, document_id)
    clerk = as_role(office, CLERK)

    assert clerk.run(sealing.seal_some).sealed == 1
    assert clerk.ask(documents.get, document_id).id == document_id
    with pytest.raises(BehindWall):
        clerk.ask(documents.content, document_id)


def test_when_a_persons_key_is_gone_so_are_the_papers(office: Office, maija: Employee) -> None:
    record = office.do(
        archive.file, "todistus.txt", "text/plain", SICK, f"employee:{maija.id}"
    ).result
    with office.database.write() as unit:
        unit.wall.destroy((maija.id,))

    with pytest.raises(KeyGone):
        office.ask(archive.content, record.id)


def test_bytes_that_another_document_needs_stay_for_it(office: Office, maija: Employee) -> None:
    document_id, twin = taken_in(office), taken_in(office)
    wall(office, document_id)

    office.run(sealing.seal_some)

    assert lying_open(office, SICK)
    assert office.ask(documents.content, twin) == SICK
    assert found(office, "murtunut") == [twin]


def test_the_photo_of_a_person_is_for_everybody(office: Office, maija: Employee) -> None:
    office.do(photos.put, maija.id, maija.version, a_picture())

    assert office.run(sealing.seal_some) == sealing.Sealing()
    assert as_role(office, CLERK).ask(photos.of, maija.id).startswith(b"\xff\xd8")


def taken_in(office: Office) -> DocumentId:
    record = office.do(archive.file, "todistus.txt", "text/plain", SICK).result
    office.run(reading.read_some)
    return DocumentId(record.id)


def wall(office: Office, document_id: DocumentId) -> None:
    """Let a document be of the type that the personnel office alone reads."""
    with office.database.write() as unit:
        type_id = DocumentTypes(office.desk(unit, no_progress)).personnel().id
    retyped(office, document_id, type_id)


def unwall(office: Office, document_id: DocumentId) -> None:
    types = office.ask(kinds.sorting).types
    retyped(office, document_id, next(one.id for one in types if not one.readers.is_wall))


def retyped(office: Office, document_id: DocumentId, type_id: DocumentTypeId) -> None:
    card = office.ask(documents.get, document_id)
    form = replace(form_of(card), type_id=type_id)
    office.do(documents.change, document_id, card.version, form)


def found(office: Office, words: str) -> list[DocumentId]:
    """Return which documents a word finds."""
    return sorted(one.row.id for one in office.ask(finding.find, f"{words} ").documents)


def lying_open(office: Office, content: bytes) -> bool:
    """Say whether bytes, or what was read of them, lie open anywhere beside the rows."""
    with office.database.contents.reading() as connection:
        pieces = [bytes(one) for one in connection.scalars(select(chunk.c.bytes))]
        packed = [unpacked(row) for row in connection.execute(select(content_text))]
    told = "\n".join(page for pages in packed for page in pages)
    return any(content in one for one in pieces) or "murtunut" in told
