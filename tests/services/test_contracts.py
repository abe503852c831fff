"""Contracts are drafted, signed, replaced and ended; their pay is behind the wall."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.employees.contract import Contract, ContractState, Pay
from app.domain.employees.contracting import ContractsOverlap, NotSigned, terms_of
from app.domain.employees.employee import Employee
from app.domain.shared.ids import CalendarId
from app.domain.shared.money import money
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import contracts, employees
from app.services.office import Office
from app.services.permissions import NotAllowed
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import CLERK, SALARY, a_form, as_role, hire, terms

MORE = Pay(money(Decimal("4999.99"), "EUR"))


def signed(office: Office) -> tuple[Employee, Contract]:
    """Return a person with a signed contract."""
    person = hire(office)
    return person, office.ask(contracts.of, person.id)[0]


def test_no_query_tells_the_pay_and_its_showing_is_asked_for(office: Office) -> None:
    _person, contract = signed(office)

    assert contract.pay is None
    assert office.ask(contracts.get, contract.id) == contract
    assert office.do(contracts.show_pay, contract.id).result == SALARY
    with pytest.raises(NotAllowed):
        as_role(office, CLERK).do(contracts.show_pay, contract.id)


def test_a_new_version_takes_the_pay_over_even_from_who_may_not_read_it(office: Office) -> None:
    person, contract = signed(office)
    clerk = as_role(office, CLERK)

    version = clerk.do(contracts.next_version, contract.id).result
    clerk.do(contracts.sign_draft, version.id, version.version)

    first, second = office.ask(contracts.of, person.id)
    assert (first.state, first.ends_on) == (ContractState.REPLACED, TODAY - timedelta(1))
    assert (second.state, second.follows_id) == (ContractState.SIGNED, first.id)
    assert office.do(contracts.show_pay, second.id).result == SALARY


def test_a_draft_is_changed_with_or_without_another_pay(office: Office) -> None:
    _person, contract = signed(office)
    draft = office.do(contracts.next_version, contract.id).result
    longer = replace(terms_of(draft), notice_days=30)

    same = office.do(contracts.change, draft.id, draft.version, longer).result
    raised = office.do(contracts.change, draft.id, same.version, longer, MORE).result

    assert (same.notice_days, raised.pay) == (30, None)
    assert office.do(contracts.show_pay, draft.id).result == MORE
    with pytest.raises(Conflict):
        office.do(contracts.change, draft.id, draft.version, longer)
    gone = office.do(contracts.discard_draft, draft.id, raised.version).result
    assert gone.state is ContractState.DISCARDED


@on_sqlite
def test_overlapping_contracts_are_refused_and_nothing_is_half_signed(office: Office) -> None:
    person, _contract = signed(office)
    draft = office.do(contracts.draft, person.id, terms(TODAY), SALARY).result

    with pytest.raises(ContractsOverlap):
        office.do(contracts.sign_draft, draft.id, draft.version)

    states = [one.state for one in office.ask(contracts.of, person.id)]
    assert states == [ContractState.SIGNED, ContractState.DRAFT]


@on_sqlite
def test_wrong_terms_are_refused_at_their_fields(office: Office) -> None:
    person = office.do(employees.add, a_form()).result
    wrong = replace(terms(TODAY, TODAY - timedelta(1)), position=" ")

    (days, work) = office.ask(contracts.check, person.id, wrong)
    with pytest.raises(Invalid):
        office.do(contracts.draft, person.id, wrong)
    with pytest.raises(NotFound):
        office.do(contracts.draft, person.id, replace(terms(), calendar_id=CalendarId(4)))

    assert (days.field, work.field) == ("ends_on", "position")


@on_sqlite
def test_a_contract_ends_with_a_reason_and_only_once(office: Office) -> None:
    _person, contract = signed(office)

    ended = office.do(contracts.end_on, contract.id, contract.version, TODAY, "moved").result

    assert (ended.state, ended.reason) == (ContractState.ENDED, "moved")
    with pytest.raises(NotSigned):
        office.do(contracts.end_on, contract.id, ended.version, TODAY)
    draft = office.do(contracts.next_version, contract.id, TODAY + timedelta(1)).result
    with pytest.raises(NotSigned):
        office.do(contracts.next_version, draft.id)
