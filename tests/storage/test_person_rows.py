"""Every row about a person is found, table by table, without what is sealed."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.archive.document import Link
from app.domain.correspondence.notes import Note, NoteKind
from app.domain.shared.ids import NoteId
from app.outside.clock import FixedClock
from app.services import contacts
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import IDENTITY, hire
from tests.paying import paid
from tests.trade import AAMU, opened_books

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def an_office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)
    return office


def test_card_payments_and_notes_of_a_contact_are_found(database: Database) -> None:
    office = an_office(database)
    payment = paid(office, "20")
    with database.write() as unit:
        about = Link("contact", AAMU.id)
        unit.notes.add(Note(NoteId(3), 1, NoteKind.NOTE, "Called", "Maija", AT, about))

    with database.read() as unit:
        found = unit.person_rows.of_contact(AAMU.id)

    assert [row["name"] for row in found["contact"]] == [AAMU.name]
    assert [row["number"] for row in found["payment"]] == [payment.number]
    assert [row["text"] for row in found["note"]] == ["Called"]
    assert all(not name.endswith("_key") for row in found["contact"] for name in row)


def test_an_employees_rows_are_found_without_what_is_sealed(database: Database) -> None:
    office = an_office(database)
    person, other = hire(office), hire(office)

    with database.read() as unit:
        found = unit.person_rows.of_employee(person.id)

    assert [row["id"] for row in found["employee"]] == [person.id]
    assert {row["employee_id"] for row in found["contract"]} == {person.id}
    assert str(other.id) not in str(found)
    assert IDENTITY not in str(found)
    assert "sealed" not in found["contract"][0]
    assert "pin" not in found["employee"][0]


def test_the_log_of_records_is_told_once_the_oldest_first(database: Database) -> None:
    office = an_office(database)
    office.do(contacts.put_away, (AAMU.id,))
    office.do(contacts.take_back, (AAMU.id,))

    with database.read() as unit:
        told = unit.person_rows.log([f"contact:{AAMU.id}", f"contact:{AAMU.id}", "contact:1"])

    assert [one.command for one in told] == ["contacts.put_away", "contacts.take_back"]
