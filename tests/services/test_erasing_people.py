"""Of an employee who left goes what no law asks for; pay, contracts and the name stay."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.admin.erasure_plan import NotErasable, StillKept
from app.domain.employees.belongings import Qualification
from app.domain.employees.employee import Employee, Leaving, Private
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import QualificationId
from app.domain.shared.refusals import Conflict
from app.outside.clock import FixedClock
from app.services import anchors, contracts, employees, erasing_people
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.builders import TODAY
from tests.employing import IDENTITY, SALARY, hire
from tests.services.erasure import found_in_rows
from tests.trade import opened_books

LAST_DAY = date(2026, 2, 28)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def person(office: Office) -> Employee:
    """Return somebody who left, of whom things are known that no law asks for."""
    one = hire(office)
    new = Qualification(QualificationId(5), 1, one.id, "Ensiapu")
    with office.database.write() as unit:
        unit.qualifications.add(new)
        for form, who in (("employee-form", "Maija"), ("employees.tax-card-dialog", "Boon")):
            unit.drafts.keep(FormDraft(form, one.id, 1, {"phone": "040"}, who, office.clock.now()))
    known = office.ask(employees.get, one.id)
    return office.do(employees.leave, one.id, known.version, LAST_DAY, Leaving.RESIGNED).result


def test_what_is_private_goes_and_pay_and_name_stay(office: Office, person: Employee) -> None:
    office.run(erasing_people.erase, person.id, person.version)

    assert office.do(employees.show_private, person.id).result == Private()
    seen = office.ask(employees.seen, person.id)
    assert seen.record.profile.name.written == "Maija Salonen"
    (contract,) = office.ask(contracts.of, person.id)
    assert office.do(contracts.show_pay, contract.id).result == SALARY
    with office.database.read() as unit:
        unit.wall.let_in()
        assert unit.qualifications.of(person.id) == ()
        assert unit.drafts.all() == ()
        assert all(IDENTITY not in str(one) for one in unit.employees.records(person.id))
    assert office.ask(anchors.walk).holds


def test_the_plan_names_the_law_and_the_day(office: Office, person: Employee) -> None:
    plan = office.ask(erasing_people.plan, person.id)

    assert {line.what for line in plan.goes} == {"private", "qualification"}
    assert {line.what for line in plan.stays} == {"card", "contract"}
    assert plan.until == date(2036, 2, 28)
    assert all("Työsopimuslaki" in line.law for line in plan.stays)
    assert plan.hindrances == ()


def test_who_still_works_here_is_not_erased(office: Office) -> None:
    one = hire(office)

    with pytest.raises(NotErasable) as refused:
        office.run(erasing_people.erase, one.id, one.version)

    assert refused.value.facts["why"] == "still-works"
    assert office.do(employees.show_private, one.id).result.identity_number == IDENTITY


def test_it_may_be_done_again_but_not_over_a_change(office: Office, person: Employee) -> None:
    with pytest.raises(Conflict):
        office.run(erasing_people.erase, person.id, person.version + 1)

    office.run(erasing_people.erase, person.id, person.version)
    office.run(erasing_people.erase, person.id, person.version)

    assert office.do(employees.show_private, person.id).result == Private()


@pytest.mark.parametrize("missing", [Permission.PRIVACY_ERASE, Permission.EMPLOYEES_PRIVATE])
def test_who_may_not_erases_nobody(office: Office, person: Employee, missing: Permission) -> None:
    role = Role("clerk", frozenset(Permission) - {missing})
    clerk = Office(office.database, office.clock, Actor("Clerk", role))

    with pytest.raises((NotAllowed, BehindWall)):
        clerk.run(erasing_people.erase, person.id, person.version)

    assert office.do(employees.show_private, person.id).result.identity_number == IDENTITY


def test_when_the_years_are_over_name_and_pay_go_too(office: Office, person: Employee) -> None:
    office.run(erasing_people.erase, person.id, person.version)
    with pytest.raises(StillKept):
        office.run(erasing_people.complete, person.id)
    until = office.ask(erasing_people.plan, person.id).until
    assert until is not None
    later = Office(office.database, FixedClock(until + timedelta(days=1)), office.who)

    later.run(erasing_people.complete, person.id)

    values = ("Salonen", IDENTITY, "4711.23", "Salakuja", "7654321", "Pähkinäallergia")
    assert found_in_rows(office.database, values) == []
    seen = later.ask(employees.seen, person.id)
    assert seen.record.profile.name.written == f"Poistettu henkilö {person.number}"
    assert later.do(employees.show_private, person.id).result == Private()
    (contract,) = later.ask(contracts.of, person.id)
    assert later.ask(contracts.get, contract.id).pay is None
    with pytest.raises(StillKept):
        later.run(erasing_people.complete, person.id)
    assert later.ask(anchors.walk).holds
