"""The photo of a person is seen by who reads of people, and lies in the walled file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from app.domain.employees.employee import Employee
from app.domain.employees.form import EmployeeForm, form_of
from app.domain.shared.ids import DocumentId, EmployeeId
from app.domain.shared.refusals import Conflict, NotFound
from app.services import archive, documents, employees, filing, photos
from app.services.office import Office
from app.services.permissions import Permission, Role
from app.services.photos import NoPhoto
from app.storage.database import Database
from tests.employing import a_form, as_role, hire
from tests.order_desk import an_ordering_office

READER = Role("reader", frozenset({Permission.EMPLOYEES_READ, Permission.ARCHIVE_READ}))


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office)


def a_picture(kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 80), "teal").save(out, kind)
    return out.getvalue()


def test_a_photo_is_put_shown_and_taken_away(office: Office, maija: Employee) -> None:
    assert office.ask(photos.of, maija.id) == b""
    after = office.do(photos.put, maija.id, maija.version, a_picture()).result

    reader = as_role(office, READER)
    assert reader.ask(photos.of, maija.id).startswith(b"\xff\xd8")
    assert reader.ask(filing.belonging, f"employee:{maija.id}") == ()
    assert len(office.ask(filing.belonging, f"employee:{maija.id}")) == 1
    assert office.ask(employees.history, maija.id)[0].differences[0].field == "photo"
    gone = office.do(photos.put, maija.id, after.version, b"").result
    assert office.ask(photos.of, maija.id) == b""
    with pytest.raises(Conflict):
        office.do(photos.put, maija.id, gone.version - 1, b"")


def test_what_is_no_picture_is_refused(office: Office, maija: Employee) -> None:
    with pytest.raises(NoPhoto):
        office.do(photos.put, maija.id, maija.version, b"%PDF-1.4")

    assert office.ask(filing.belonging, f"employee:{maija.id}") == ()


def test_a_photo_that_was_thrown_away_is_not_shown(office: Office, maija: Employee) -> None:
    office.do(photos.put, maija.id, maija.version, a_picture())
    (row,) = office.ask(filing.belonging, f"employee:{maija.id}")

    office.do(documents.trash, (row.id,))

    assert office.ask(photos.of, maija.id) == b""


def test_only_what_lies_in_the_file_of_a_person_is_shown_as_the_photo(
    office: Office, maija: Employee
) -> None:
    shown = office.do(photos.put, maija.id, maija.version, a_picture()).result
    other = hire(office, a_form("Pekka"))
    office.do(photos.put, other.id, other.version, a_picture())
    hers, his = (photo_of(office, one.id) for one in (maija, other))
    record = office.do(archive.file, "minutes.png", "image/png", a_picture()).result

    for strange in (his, DocumentId(record.id), DocumentId(1)):
        with pytest.raises(NotFound) as refused:
            office.do(employees.change, shown.id, shown.version, showing(office, shown, strange))
        assert refused.value.facts == {"record": "document", "id": strange}
    bare = office.do(photos.put, shown.id, shown.version, b"").result
    office.do(employees.change, bare.id, bare.version, showing(office, bare, hers))

    assert office.ask(photos.of, maija.id).startswith(b"\xff\xd8")


def photo_of(office: Office, employee_id: EmployeeId) -> DocumentId:
    (row,) = office.ask(filing.belonging, f"employee:{employee_id}")
    return row.id


def showing(office: Office, person: Employee, photo_id: DocumentId) -> EmployeeForm:
    with office.database.read() as unit:
        record = unit.employees.record_on(person.id, office.clock.today())
    profile = replace(record.profile, photo_id=photo_id)
    return replace(form_of(person, record), profile=profile)
