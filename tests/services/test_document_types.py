"""What belongs to a person lies where the personnel office alone reads, whichever way it came."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.archive.form import form_of
from app.domain.archive.readers import Readers
from app.domain.archive.receiving import Received
from app.domain.employees.employee import Employee
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import View
from app.services import archive, documents, filing, finding, kinds, person_events, search
from app.services.document_types import PERSONNEL, DocumentTypes
from app.services.office import Desk, Office
from app.services.permissions import Permission, Role, command
from app.services.taking import Taking, Way
from app.storage.database import Database
from tests.employing import as_role, hire
from tests.order_desk import an_ordering_office

OUTSIDER = Role(
    "outsider",
    frozenset(Permission) - {Permission.EMPLOYEES_PRIVATE, Permission.ARCHIVE_PERSONAL},
)
MAIL = b"""From: a@example.com
To: b@example.com
Subject: Todistus
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=xx

--xx
Content-Type: text/plain

Liite.
--xx
Content-Type: text/plain; name="lausunto.txt"
Content-Disposition: attachment; filename="lausunto.txt"

Sairausloma
--xx--
"""


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office)


def put(office: Office, maija: Employee, file: Path) -> tuple[Received, ...]:
    """Return what came of a file that was dropped on the page of a person."""
    return Taking(office).files((file,), Way(source=f"employee:{maija.id}")).received


def written(folder: Path, name: str = "diagnoosi.txt", words: bytes = b"Selkakipu") -> Path:
    file = folder / name
    file.write_bytes(words)
    return file


@command(Permission.ARCHIVE_FILE)
def personnel(desk: Desk) -> str:
    return DocumentTypes(desk).personnel().code


def test_who_lacks_the_right_sees_neither_document_nor_count_nor_hit(
    office: Office, maija: Employee, tmp_path: Path
) -> None:
    outsider, source = as_role(office, OUTSIDER), f"employee:{maija.id}"
    before = outsider.ask(filing.counted)
    put(office, maija, written(tmp_path))

    (row,) = office.ask(filing.belonging, source)
    assert (row.title, row.state.value) == ("diagnoosi.txt", "filed")
    assert outsider.ask(filing.belonging, source) == ()
    assert outsider.ask(documents.of, source) == ()
    assert outsider.ask(filing.counted) == before
    assert row.id not in outsider.ask(documents.spine, View())
    assert outsider.ask(search.find, "diagnoosi") == office.ask(search.find, "diagnoosi") == ()
    assert outsider.ask(finding.find, "diagnoosi").total == 0
    assert not any(one.record == row.id for one in outsider.ask(person_events.of, maija.id))
    assert any(one.record == row.id for one in office.ask(person_events.of, maija.id))


def test_the_attachments_of_a_mail_are_walled_with_it(
    office: Office, maija: Employee, tmp_path: Path
) -> None:
    put(office, maija, written(tmp_path, "todistus.eml", MAIL))

    titles = [one.title for one in office.ask(filing.belonging, f"employee:{maija.id}")]
    assert len(titles) == 2
    assert "lausunto.txt" in titles
    outsider = as_role(office, OUTSIDER)
    assert outsider.ask(filing.counted).states.get("inbox", 0) == 0


def test_the_same_bytes_that_lie_open_are_walled_or_kept_apart(
    office: Office, maija: Employee, tmp_path: Path
) -> None:
    file = written(tmp_path)
    (unsorted,) = Taking(office).files((file,)).received
    (again,) = put(office, maija, file)
    assert again.is_known
    assert again.document_id == unsorted.document_id
    assert as_role(office, OUTSIDER).ask(documents.rows, (unsorted.document_id,)) == ()

    bill = written(tmp_path, "lasku.txt", b"Lasku")
    (open_,) = Taking(office).files((bill,)).received
    as_bill(office, open_.document_id)
    (apart,) = put(office, maija, bill)

    assert apart.document_id != open_.document_id
    assert as_role(office, OUTSIDER).ask(documents.rows, (apart.document_id,)) == ()


def as_bill(office: Office, document_id: DocumentId) -> None:
    """Let a document be a bill, which everybody reads."""
    known = office.ask(kinds.sorting).types
    card = office.ask(documents.get, document_id)
    form = replace(form_of(card), type_id=next(one.id for one in known if one.code == "bill"))
    office.do(documents.change, document_id, card.version, form)


def test_what_is_filed_or_linked_by_another_way_is_walled_too(
    office: Office, maija: Employee
) -> None:
    source = f"employee:{maija.id}"
    filed = office.do(archive.file, "a.txt", "text/plain", b"a", source).result
    loose = office.do(archive.file, "b.txt", "text/plain", b"b").result
    office.do(documents.link, DocumentId(loose.id), source)

    known = {one.id: one.readers for one in office.ask(kinds.sorting).types}
    for record in (filed.id, loose.id):
        type_id = office.ask(documents.get, DocumentId(record)).type_id
        assert type_id is not None
        assert known[type_id] is Readers.PERSONNEL
    assert [one.name for one in office.ask(filing.linked, DocumentId(loose.id))] == [
        "Maija Salonen"
    ]


def test_an_office_that_knows_no_such_type_opens_one(office: Office) -> None:
    with office.database.write() as unit:
        unit.connection.execute(text("UPDATE document_type SET readers = 'everyone'"))

    first = office.do(personnel).result
    again = office.do(personnel).result

    assert first == again == f"{PERSONNEL}-2"
    found = {one.code: one.readers for one in office.ask(kinds.sorting).types}
    assert found[first] is Readers.PERSONNEL
