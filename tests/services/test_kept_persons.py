"""Of whom something is kept is listed with its last day, who may go first before the others."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.admin.health import Sign, Topic
from app.domain.employees.employee import Leaving
from app.outside.clock import FixedClock
from app.services import employees, erasing_people, health, kept_persons
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import hire
from tests.services.known_person import known_person
from tests.services.test_ending_erasures import an_office, erased


def test_contacts_and_employees_are_listed_until_they_are_ended(
    database: Database, tmp_path: Path
) -> None:
    office = an_office(database)
    one = known_person(office, tmp_path)
    erased(office, one.id)
    maija = office.ask(employees.get, hire(office).id)
    gone = office.do(
        employees.leave, maija.id, maija.version, date(2026, 2, 28), Leaving.RESIGNED
    ).result
    office.run(erasing_people.erase, gone.id, gone.version)

    found = office.ask(kept_persons.rows)
    assert {row.erased.kind for row in found} == {"contact", "employee"}
    assert not any(row.is_over for row in found)
    last = max(row.until for row in found if row.until is not None)

    later = Office(database, FixedClock(last + timedelta(days=1)), office.who)
    assert all(row.is_over for row in later.ask(kept_persons.rows))
    assert sign(office) is Sign.GOOD
    assert sign(later) is Sign.LOOK


def sign(office: Office) -> Sign:
    (line,) = (one for one in office.ask(health.standing) if one.topic is Topic.ERASED)
    return line.sign


def test_who_may_not_erase_does_not_see_who_was(database: Database) -> None:
    an_office(database)
    role = Role("clerk", frozenset(Permission) - {Permission.PRIVACY_ERASE})
    clerk = Office(database, FixedClock(TODAY), Actor("Clerk", role))

    with pytest.raises(NotAllowed):
        clerk.ask(kept_persons.rows)
