"""The timeline of a person gathers what happened, as far as the asker may know it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.employees.belongings import Equipment, Qualification
from app.domain.employees.employee import Employee, Leaving
from app.domain.employees.form import Since
from app.domain.employees.timeline import Happened, PersonEvent
from app.domain.shared.ids import EquipmentId, QualificationId
from app.services import (
    archive,
    belongings,
    employees,
    letters_out,
    notes,
    person_events,
    threads,
)
from app.services.office import Office
from app.services.permissions import Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import STARTS, a_form, as_role, hire
from tests.order_desk import an_ordering_office

FEW = Role("few", frozenset({Permission.EMPLOYEES_READ}))


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office)


def told(office: Office, maija: Employee) -> list[PersonEvent]:
    return list(office.ask(person_events.of, maija.id))


def test_what_happened_stands_with_the_newest_first(office: Office, maija: Employee) -> None:
    card = Qualification(
        QualificationId(0),
        1,
        maija.id,
        "First aid",
        issued_on=TODAY,
        expires_on=TODAY + timedelta(9),
    )
    office.do(belongings.qualify, card)
    office.do(belongings.equip, Equipment(EquipmentId(0), 1, maija.id, "Phone", handed_on=TODAY))
    since = Since(TODAY, "Raised")
    person = office.do(
        employees.change, maija.id, maija.version, a_form(position="Head"), since
    ).result
    office.do(employees.leave, person.id, person.version, TODAY + timedelta(30), Leaving.RESIGNED)
    office.do(notes.add, f"employee:{maija.id}", "Asked for a certificate")

    found = told(office, maija)

    assert [one.day for one in found] == sorted((one.day for one in found), reverse=True)
    assert found[0].what in (Happened.LEFT, Happened.CONTRACT_ENDED)
    kinds = {one.what for one in found}
    assert kinds >= {
        Happened.JOINED,
        Happened.CONTRACT_BEGAN,
        Happened.QUALIFIED,
        Happened.QUALIFICATION_OVER,
        Happened.HANDED_OUT,
        Happened.NOTED,
    }
    change = next(one for one in found if one.title == "Raised")
    assert change.fields == ("position",)
    assert next(one.day for one in found if one.what is Happened.JOINED) == STARTS


def test_who_may_read_little_is_told_little(office: Office, maija: Employee) -> None:
    office.do(notes.add, f"employee:{maija.id}", "Asked for a certificate")
    office.do(archive.file, "a.txt", "text/plain", b"a", f"employee:{maija.id}")

    kinds = {one.what for one in told(as_role(office, FEW), maija)}

    assert Happened.JOINED in kinds
    assert not kinds & {Happened.NOTED, Happened.DOCUMENT, Happened.LETTER, Happened.AWAY}


def test_the_letters_of_an_exchange_about_the_person_are_told(
    office: Office, maija: Employee
) -> None:
    letter = office.do(letters_out.draft, OutgoingForm(subject="Todistus")).result
    office.do(threads.link, letter.thread_id, f"employee:{maija.id}")

    (event,) = [one for one in told(office, maija) if one.what is Happened.LETTER]

    assert (event.kind, event.record, event.title) == ("letter-out", letter.id, "Todistus")
    assert [one.name for one in office.ask(threads.linked, letter.thread_id)] == ["Maija Salonen"]
