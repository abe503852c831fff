"""Where a user opened the office who holds no key of the people, self-service shows none either."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.employees.own_changes import ChangeState, Details
from app.domain.shared.ids import EmployeeId
from app.services import own, own_changes, own_leave, own_pay, pins
from app.services.office import Office
from tests.employing import PRIVATE, hire
from tests.services.own import CHOSEN, GIVEN, as_oneself
from tests.trade import opened_books
from tests.users import entered_by, founded, let_in, password_of


@pytest.fixture
def maija(folder: Path) -> EmployeeId:
    """Maija, who has a PIN of her own; and a user of the sales, Sari."""
    office = entered_by(founded(folder))
    opened_books(office)
    person = hire(office).id
    office.do(pins.give, person, GIVEN)
    assert as_oneself(office, person).do(own.change_pin, GIVEN, CHOSEN).result
    let_in(office, "Sari", "sales")
    office.close()
    return person


@pytest.fixture
def sales(folder: Path, maija: EmployeeId, offices: list[Office]) -> Office:
    offices.append(entered_by(folder, "Sari", password_of("Sari")))
    return offices[-1]


def test_the_door_opens_and_what_is_private_stays_shut(sales: Office, maija: EmployeeId) -> None:
    assert sales.ask(pins.people) == {maija: "Maija Salonen"}
    assert sales.do(pins.enter, maija, CHOSEN).result.answer.value == "in"
    came = as_oneself(sales, maija)

    seen = came.ask(own.file).seen

    assert (seen.may_show, seen.record.private) == (False, None)
    assert seen.contract is not None
    assert seen.contract.pay is None
    assert came.ask(own_pay.slips) == ()
    assert came.ask(own_leave.requests) == ()


def test_a_change_is_asked_for_all_the_same_and_accepted_where_the_key_is(
    folder: Path, sales: Office, maija: EmployeeId, offices: list[Office]
) -> None:
    came = as_oneself(sales, maija)
    came.do(own_changes.ask, Details(phone="+358 9 123"))
    other = came.do(own_changes.ask, Details(email="maija@home.example")).result
    came.do(own_changes.withdraw, other.id, other.version)
    sales.close()

    owner = entered_by(folder)
    offices.append(owner)
    (waiting,) = owner.do(own_changes.show, maija).result
    owner.do(own_changes.accept, waiting.id, waiting.version)

    shown = as_oneself(owner, maija)
    private = shown.ask(own.file).seen.record.private
    assert private == replace(PRIVATE, phone="+358 9 123")
    states = [one.state for one in shown.ask(own_changes.mine)]
    assert states == [ChangeState.WITHDRAWN, ChangeState.ACCEPTED]
