"""Who came in with a PIN sees what is private of him- or herself, once the PIN is an own one."""

from __future__ import annotations

import pytest

from app.domain.employees.employee import Employee
from app.domain.employees.pin import FREE_TRIES, MustWait
from app.domain.shared.refusals import Invalid
from app.services import own, pins
from app.services.office import Office
from app.services.own import ChoosePin, NotOneself
from tests.databases import on_sqlite
from tests.employing import PRIVATE, SALARY, a_form, hire
from tests.services.own import CHOSEN, GIVEN, as_oneself, came_in


@pytest.fixture
def maija(office: Office) -> Employee:
    return hire(office)


def test_a_person_sees_what_is_private_of_oneself_and_the_agreed_pay(
    office: Office, maija: Employee
) -> None:
    file = came_in(office, maija.id).ask(own.file)

    assert file.seen.employee.id == maija.id
    assert file.seen.record.private == PRIVATE
    assert file.seen.contract is not None
    assert file.seen.contract.pay == SALARY
    assert file.company == "Lumo & Suoni Oy"


@on_sqlite
def test_a_given_pin_opens_nothing_before_an_own_one_is_made(
    office: Office, maija: Employee
) -> None:
    office.do(pins.give, maija.id, GIVEN)
    came = as_oneself(office, maija.id)

    assert came.ask(own.must_choose)
    with pytest.raises(ChoosePin):
        came.ask(own.file)
    with pytest.raises(Invalid):
        came.do(own.change_pin, GIVEN, GIVEN)
    assert came.do(own.change_pin, GIVEN, CHOSEN).result
    assert not came.ask(own.must_choose)


@on_sqlite
def test_a_clerk_is_nobody_here(office: Office, maija: Employee) -> None:
    with pytest.raises(NotOneself):
        office.ask(own.file)


@on_sqlite
def test_a_wait_holds_for_who_is_in_already(office: Office, maija: Employee) -> None:
    came = came_in(office, maija.id)
    for _time in range(FREE_TRIES):
        came.do(own.change_pin, GIVEN, "802461")

    with pytest.raises(MustWait):
        came.do(own.change_pin, CHOSEN, "802461")


@on_sqlite
def test_of_two_each_sees_oneself(office: Office, maija: Employee) -> None:
    other = hire(office, a_form("Boon", "Srisai"))

    told = [came_in(office, one.id).ask(own.file).seen for one in (maija, other)]

    assert [one.record.profile.name.given for one in told] == ["Maija", "Boon"]
    assert [one.may_show for one in told] == [True, True]
