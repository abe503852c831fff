"""Who came in with a PIN is refused every function but those of one's own, and told of nobody else.

Every service function is asked with the ids of a colleague of whom everything was written; what
it answers, refuses or writes into files is searched for what is private of that colleague.
"""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from app.domain.employees.contract import Pay
from app.domain.employees.employee import Employee, Private
from app.domain.employees.own_changes import Details
from app.domain.shared.money import money
from app.outside.clock import FixedClock
from app.services import (
    contracts,
    door,
    employees,
    hours,
    leave_requests,
    own,
    own_changes,
    own_leave,
)
from app.services.office import Office
from app.services.permissions import SELF_SERVICE, Actor, NotAllowed, Permission
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import a_form, hire, terms
from tests.services import test_door_hostile as hostile
from tests.services.leaving import a_request, the_types
from tests.services.own import came_in
from tests.services.test_canary import Knowing, answer, leaked
from tests.timing import from_to
from tests.trade import opened_books

ASKED_EACH = 6
OWN_MODULES = ("own.", "own_changes.", "own_hours.", "own_leave.", "own_pay.", "own_claims.")


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    return opened


@pytest.fixture
def maija(office: Office) -> Employee:
    """Maija, of whom everything was written: the colleague of whom nothing may be told."""
    return hire(office)


@pytest.fixture
def boon(office: Office) -> Employee:
    """Boon, who comes in."""
    person = office.do(employees.add, a_form("Boon", "Srisai")).result
    known = office.do(employees.keep_private, person.id, person.version, Private()).result
    pay = Pay(money(Decimal("2100.00"), "EUR"))
    draft = office.do(contracts.draft, person.id, terms(), pay).result
    office.do(contracts.sign_draft, draft.id, draft.version)
    return known


def test_self_service_holds_one_permission_and_only_ones_own_functions_ask_for_it() -> None:
    allowed = [way.name for way in door.doorways() if way.mark.permission is Permission.SELF_USE]

    assert SELF_SERVICE.permissions == {Permission.SELF_USE}
    assert len(allowed) > 15
    assert all(name.startswith(OWN_MODULES) for name in allowed)
    for way in door.doorways():
        if way.name not in allowed:
            with pytest.raises(NotAllowed):
                SELF_SERVICE.require(way.mark.permission, way.name)


@on_sqlite
def test_no_function_tells_who_came_in_what_is_private_of_a_colleague(
    office: Office, maija: Employee, boon: Employee
) -> None:
    (contract,) = office.ask(contracts.of, maija.id)
    kind = the_types(office)["annual"]
    draft = office.do(leave_requests.write, a_request(maija.id, kind.id, TODAY, TODAY)).result
    week = office.do(hours.write_day, maija.id, TODAY, (from_to("08:00", "15:00"),)).result
    changed = came_in(office, maija.id).do(own_changes.ask, own_details(office, maija)).result
    ids = (maija.id, contract.id, draft.id, week.id, changed.id, kind.id)
    came, chance = came_in(office, boon.id), Knowing(ids)

    for way in door.doorways():
        schema = way.describe()["arguments"]
        is_own = way.mark.permission is Permission.SELF_USE
        if hostile.PATH in json.dumps(schema) and is_own:
            continue
        for _ in range(ASKED_EACH if is_own else 1):
            told = answer(came, way, hostile.made(chance, schema))
            assert leaked(told) == [], way.name


@on_sqlite
def test_the_colleague_is_told_of_oneself_or_nothing_would_be_found_above(
    office: Office, maija: Employee
) -> None:
    came = came_in(office, maija.id)

    told = door.ask(came, "own.file", {})

    assert leaked(json.dumps(told, ensure_ascii=False))
    assert came.ask(own.file).seen.employee.id == maija.id
    assert came.ask(own_leave.requests) == ()


def own_details(office: Office, person: Employee) -> Details:
    """Return what is private of a person, with another phone, as the person asks for it."""
    private = office.do(employees.show_private, person.id).result
    return Details(private.address, "+358 1", "", private.account)
