"""A person asks to have own data changed; the personnel office accepts or refuses, another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.contacts.address import Address
from app.domain.employees.alarms import AlarmKind
from app.domain.employees.approving import OwnApproval
from app.domain.employees.employee import Employee, PayAccount
from app.domain.employees.own_changes import ChangeState, Details, details_of
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid
from app.services import alarms, employees, own, own_changes
from app.services.office import Office
from app.services.own import NotOwn
from app.services.permissions import NotAllowed
from tests.databases import on_sqlite
from tests.employing import CLERK, PERSONNEL, PRIVATE, a_form, as_role, hire
from tests.services.own import came_in

HOME = Address("Uusitie 1", "", "00200", "Helsinki", "", "FI")
MOVED = replace(details_of(PRIVATE), address=HOME)


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office)


@pytest.fixture
def came(office: Office, maija: Employee) -> Office:
    return came_in(office, maija.id)


def test_what_is_accepted_is_changed_and_nothing_else(
    office: Office, maija: Employee, came: Office
) -> None:
    asked = came.do(own_changes.ask, MOVED, "Muutin").result
    phoned = replace(PRIVATE, phone="+358 9 123")
    office.do(employees.keep_private, maija.id, office.ask(employees.get, maija.id).version, phoned)

    (waiting,) = office.do(own_changes.show, maija.id).result
    office.do(own_changes.accept, waiting.id, waiting.version)

    assert came.ask(own.file).seen.record.private == replace(phoned, address=HOME)
    (seen,) = came.ask(own_changes.mine)
    assert (seen.id, seen.state, seen.decided_by) == (asked.id, ChangeState.ACCEPTED, "Maija")
    with pytest.raises(IllegalTransition):
        office.do(own_changes.accept, seen.id, seen.version)


def test_what_is_refused_is_told_why_and_stays_as_it_was(office: Office, came: Office) -> None:
    asked = came.do(own_changes.ask, MOVED).result

    with pytest.raises(Invalid):
        office.do(own_changes.refuse, asked.id, asked.version, " ")
    office.do(own_changes.refuse, asked.id, asked.version, "Bring the paper")

    (seen,) = came.ask(own_changes.mine)
    assert seen.asked is not None
    assert (seen.state, seen.asked.answer) == (ChangeState.REFUSED, "Bring the paper")
    assert came.ask(own.file).seen.record.private == PRIVATE


@on_sqlite
def test_it_is_to_be_done_until_it_is_decided_or_withdrawn(
    office: Office, maija: Employee, came: Office
) -> None:
    asked = came.do(own_changes.ask, MOVED).result

    (alarm,) = as_role(office, CLERK).ask(alarms.due)
    assert (alarm.kind, alarm.employee_id, alarm.text) == (AlarmKind.WISH, maija.id, "")
    came.do(own_changes.withdraw, asked.id, asked.version)

    assert office.ask(alarms.due) == ()
    with pytest.raises(Conflict):
        came.do(own_changes.withdraw, asked.id, asked.version)


@on_sqlite
def test_nothing_new_or_what_is_wrong_is_refused_at_its_field(came: Office) -> None:
    wrong = replace(MOVED, account=PayAccount(iban="FI00"))

    assert [one.field for one in came.ask(own_changes.check, wrong)] == ["account.iban"]
    for details in (wrong, details_of(PRIVATE)):
        with pytest.raises(Invalid):
            came.do(own_changes.ask, details)


@on_sqlite
def test_nobody_decides_or_withdraws_what_is_not_theirs_to(
    office: Office, maija: Employee, came: Office
) -> None:
    asked = came.do(own_changes.ask, MOVED).result
    boon = came_in(office, hire(office, a_form("Boon", "Srisai")).id)
    known = (asked.id, asked.version)

    with pytest.raises(NotOwn):
        boon.do(own_changes.withdraw, *known)
    with pytest.raises(NotAllowed):
        came.do(own_changes.accept, *known)
    with pytest.raises(NotAllowed):
        as_role(office, CLERK).do(own_changes.show, maija.id)
    office.do(
        employees.change,
        maija.id,
        office.ask(employees.get, maija.id).version,
        replace(a_form(), number=maija.number, user="Salonen"),
    )
    with pytest.raises(OwnApproval):
        as_role(office, PERSONNEL, "Salonen").do(own_changes.accept, *known)


@on_sqlite
def test_who_stands_before_the_wall_does_not_see_what_was_asked(
    office: Office, maija: Employee, came: Office
) -> None:
    came.do(own_changes.ask, replace(Details(), phone="+358 9 999"))

    with office.database.read() as unit:
        (waiting,) = unit.own_changes.waiting()

    assert waiting.asked is None
