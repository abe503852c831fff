"""Everything is read once a week, goes on where it was left, and can be read again at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.admin.health import Sign, Topic
from app.domain.employees import private
from app.services import employees, health_rounds
from app.services.office import Cancelled, Office
from app.services.permissions import Actor, Permission, Role
from app.storage.deeds import Changes, Deed
from tests.databases import tamper
from tests.employing import CLERK, PRIVATE, as_role, hire
from tests.timing import SetClock

GUEST = Role("guest", frozenset({Permission.COMPANY_READ}))


@pytest.fixture(autouse=True)
def noted(office: Office) -> None:
    """Begin the record of changes: an office without an entry is not sound."""
    with office.database.write() as unit:
        unit.audit.record(Deed(office.clock.now(), "Maija", "welcome.create", []), Changes())


def test_what_was_never_read_is_read_slice_by_slice(office: Office) -> None:
    waits = office.ask(health_rounds.is_waiting)
    rounds = 1
    while not office.run(health_rounds.check_some, 0.0):
        rounds += 1

    assert waits
    assert rounds > 5
    assert not office.ask(health_rounds.is_waiting)
    assert {one.sign for one in office.ask(health_rounds.lines)} == {Sign.GOOD}


def test_it_is_due_again_after_a_week(office: Office) -> None:
    office.run(health_rounds.check_now)
    office.clock = SetClock(office.clock.now() + timedelta(days=8))

    assert office.ask(health_rounds.is_waiting)
    assert office.run(health_rounds.check_some, 60.0)
    assert not office.ask(health_rounds.is_waiting)


def test_damage_is_kept_told_and_noted_once(office: Office) -> None:
    office.run(health_rounds.check_now)
    with office.database.write() as unit:
        tamper(unit.connection, "INSERT INTO document_count VALUES ('inbox', 0, 0, 0, 1)")
    before = rows(office)

    lines = office.run(health_rounds.check_now)
    office.run(health_rounds.check_now)

    told = {one.topic: one for one in lines}[Topic.DOCUMENTS]
    assert (told.sign, told.told[0].code) == (Sign.LOOK, "health.count")
    assert rows(office) == before + 1


def test_a_check_that_is_stopped_keeps_what_it_read(office: Office) -> None:
    def until_the_third(done: int, of: int) -> None:
        if of > 1 and done >= 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.run_watched(until_the_third, health_rounds.check_now)

    ended = [one for one in office.ask(health_rounds.lines) if one.seen_at is not None]
    assert len(ended) == 3


def test_people_are_looked_at_by_whoever_may_and_told_to_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = hire(office)
    monkeypatch.setattr(private, "check_identity", lambda *_: None)
    wrong = replace(PRIVATE, identity_number="131052-308A")
    office.do(employees.keep_private, person.id, person.version, wrong)
    clerk = as_role(office, CLERK)

    clerk.run(health_rounds.check_now)
    told = {one.topic: one for one in office.run(health_rounds.check_now)}[Topic.PEOPLE]

    assert (told.sign, told.told[0].code) == (Sign.LOOK, "health.identity")
    assert told.told[0].facts == {}
    assert Topic.PEOPLE not in {one.topic for one in clerk.ask(health_rounds.lines)}


def test_a_guest_may_see_how_the_office_stands(office: Office) -> None:
    office.who = Actor("Eve", GUEST)

    assert office.run(health_rounds.check_now)


def rows(office: Office) -> int:
    with office.database.read() as unit:
        return unit.audit.count()
