"""PINs are given, tried, and tried in vain: a wait outlives the program, and no row tells one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from app.domain.employees.employee import Employee, Leaving
from app.domain.employees.pin import FREE_TRIES, MOST_TRIES, Answer, NoPin
from app.domain.shared.refusals import Invalid
from app.services import employees, own, pins
from app.services.office import Office
from app.services.permissions import NotAllowed
from app.storage.audit import audit
from app.storage.employee_tables import employee
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role, hire
from tests.services.own import CHOSEN, GIVEN, as_oneself, came_in
from tests.timing import SetClock

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
WRONG = "963074"


@pytest.fixture
def clock(office: Office) -> SetClock:
    clock = SetClock(NOON)
    office.clock = clock
    return clock


@pytest.fixture
def maija(office: Office, clock: SetClock) -> Employee:
    return hire(office)


def test_only_people_with_a_pin_are_listed_by_name(office: Office, maija: Employee) -> None:
    assert office.ask(pins.people) == {}

    office.do(pins.give, maija.id, GIVEN)

    assert office.ask(pins.people) == {maija.id: "Maija Salonen"}
    assert office.ask(pins.standing, maija.id) == pins.PinStanding(is_set=True, is_given=True)


@on_sqlite
def test_the_right_pin_comes_in_and_a_wrong_one_is_counted(office: Office, maija: Employee) -> None:
    office.do(pins.give, maija.id, GIVEN)

    assert office.do(pins.enter, maija.id, WRONG).result.left == FREE_TRIES - 1
    assert office.do(pins.enter, maija.id, WRONG).result.left == FREE_TRIES - 2
    assert office.do(pins.enter, maija.id, GIVEN).result.answer is Answer.IN
    assert office.ask(pins.standing, maija.id).wrong == 0


def test_after_five_wrong_ones_even_the_right_one_waits_and_the_wait_is_kept_in_the_office(
    office: Office, maija: Employee, clock: SetClock
) -> None:
    office.do(pins.give, maija.id, GIVEN)
    tries = [office.do(pins.enter, maija.id, WRONG).result for _time in range(FREE_TRIES)]

    again = Office(office.database, clock, office.who)
    waits = again.do(pins.enter, maija.id, GIVEN).result

    assert [one.left for one in tries] == [4, 3, 2, 1, 0]
    assert (waits.answer, waits.until) == (Answer.WAIT, NOON + timedelta(seconds=30))
    clock.at = NOON + timedelta(seconds=31)
    assert again.do(pins.enter, maija.id, WRONG).result.until == clock.at + timedelta(seconds=60)
    clock.at += timedelta(seconds=61)
    assert again.do(pins.enter, maija.id, GIVEN).result.answer is Answer.IN


@on_sqlite
def test_changing_a_pin_is_no_way_round_the_wait(office: Office, maija: Employee) -> None:
    came = came_in(office, maija.id)
    for _time in range(FREE_TRIES):
        assert not came.do(own.change_pin, WRONG, "802461").result

    assert office.do(pins.enter, maija.id, CHOSEN).result.answer is Answer.WAIT


@on_sqlite
def test_a_new_pin_by_the_personnel_office_ends_the_wait(office: Office, maija: Employee) -> None:
    office.do(pins.give, maija.id, GIVEN)
    for _time in range(FREE_TRIES):
        office.do(pins.enter, maija.id, WRONG)

    office.do(pins.give, maija.id, CHOSEN)

    assert office.do(pins.enter, maija.id, CHOSEN).result.answer is Answer.IN


@on_sqlite
def test_no_row_tells_a_pin_and_the_audit_not_even_its_hash(
    office: Office, maija: Employee
) -> None:
    came_in(office, maija.id)
    office.do(pins.enter, maija.id, WRONG)

    with office.database.read() as unit:
        kept = unit.connection.scalar(select(employee.c.pin))
        deeds = [str(tuple(one)) for one in unit.connection.execute(select(audit))]

    assert kept is not None
    assert len(deeds) > 5
    assert all(one not in kept for one in (GIVEN, CHOSEN, WRONG))
    for told in deeds:
        assert all(one not in told for one in (GIVEN, CHOSEN, WRONG, "argon2"))


@on_sqlite
def test_the_audit_keeps_who_came_in_and_who_was_tried_in_vain(
    office: Office, maija: Employee
) -> None:
    office.do(pins.give, maija.id, GIVEN)
    office.do(pins.enter, maija.id, WRONG)
    office.do(pins.enter, maija.id, GIVEN)

    with office.database.read() as unit:
        wanted = select(audit).where(audit.c.command == pins.ENTERED).order_by(audit.c.seq)
        found = unit.connection.execute(wanted).all()

    assert [one.refused for one in found] == ["pins.wrong", ""]
    assert all(str(maija.id) in str(one.arguments) for one in found)
    assert [one.command for one in office.ask(employees.access_log, maija.id)] == [pins.ENTERED]


@on_sqlite
def test_who_left_or_lost_the_pin_comes_in_no_more(
    office: Office, maija: Employee, clock: SetClock
) -> None:
    came = came_in(office, maija.id)
    now = office.ask(employees.get, maija.id)
    office.do(employees.leave, maija.id, now.version, date(2026, 3, 10), Leaving.RESIGNED)
    clock.at = NOON + timedelta(days=1)

    assert office.ask(pins.people) == {}
    for asked in (lambda: office.do(pins.enter, maija.id, CHOSEN), lambda: came.ask(own.file)):
        with pytest.raises(NoPin):
            asked()
    with pytest.raises(NoPin):
        office.do(pins.give, maija.id, GIVEN)
    clock.at = NOON
    office.do(pins.take_away, maija.id)
    with pytest.raises(NoPin):
        as_oneself(office, maija.id).ask(own.file)


@on_sqlite
def test_a_pin_that_is_easily_guessed_and_who_may_not_give_one_are_refused(
    office: Office, maija: Employee
) -> None:
    with pytest.raises(Invalid):
        office.do(pins.give, maija.id, "1234")
    with pytest.raises(NotAllowed):
        as_role(office, CLERK).do(pins.give, maija.id, GIVEN)
    with pytest.raises(NoPin):
        office.do(pins.take_away, maija.id)


@on_sqlite
def test_a_pin_that_was_wrong_twenty_times_is_replaced_by_the_personnel_office_alone(
    office: Office, maija: Employee, clock: SetClock
) -> None:
    office.do(pins.give, maija.id, GIVEN)
    for _time in range(MOST_TRIES):
        office.do(pins.enter, maija.id, WRONG)
        clock.at += timedelta(days=2)

    assert office.do(pins.enter, maija.id, GIVEN).result.answer is Answer.SPENT
    assert office.ask(pins.standing, maija.id).is_spent
    office.do(pins.give, maija.id, CHOSEN)
    assert office.do(pins.enter, maija.id, CHOSEN).result.answer is Answer.IN
