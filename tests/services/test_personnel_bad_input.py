"""What is wrong with people's contracts, leave, hours and pay is told in a clear sentence.

Nothing is half-kept: neither a payslip, nor a number, nor an entry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.employees.contract import ContractState, Pay
from app.domain.employees.employee import Leaving
from app.domain.leave.leave import EntryKind
from app.domain.payroll.component import ComponentKind
from app.domain.payroll.payroll import RunState
from app.domain.shared.ids import PayrollRunId
from app.domain.shared.refusals import Invalid, OfficeError
from app.lang.formats import formats_in
from app.lang.messages import sentence
from app.lang.texts import say_in
from app.services import (
    accounting,
    accounts,
    contracts,
    employees,
    hours,
    leave,
    leave_requests,
    pay_components,
    pay_items,
    payroll,
)
from app.services.office import Office
from app.services.payroll import RunForm
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.employing import terms
from tests.payrolling import APRIL_RUN, MARCH_RUN, PayDesk, employ, give, give_card, pay_desk
from tests.payrolls import a_component, eur
from tests.services.leaving import a_request, an_employee, the_types
from tests.timing import SetClock, at, hire, keep_calendar, worked

BELOW_NOUGHT = "The net pay of {} would be below zero."
LEAP = RunForm(date(2024, 2, 1), date(2024, 2, 29), date(2024, 2, 29))


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def told(act: Callable[[], object]) -> list[str]:
    """Return what is said, in English, when something is refused."""
    with pytest.raises(OfficeError) as refused:
        act()
    error = refused.value
    say, formats = say_in("en"), formats_in("en")
    found = error.problems if isinstance(error, Invalid) else (error,)
    return [sentence(one.code, one.facts, say, formats).what for one in found]


def left(desk: PayDesk, run_id: PayrollRunId) -> tuple[RunState, int, int]:
    """Return where a run stands, how many payslips it has, and how many entries the books have."""
    card = desk.office.ask(payroll.get, run_id)
    entries = desk.office.ask(accounting.entries_of, f"payroll-run:{run_id}")
    return card.run.state, len(card.rows), len(entries)


def test_overlapping_contracts(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    draft = desk.office.do(
        contracts.draft, person.id, terms(date(2026, 3, 1)), Pay(eur("1"))
    ).result

    said = told(lambda: desk.office.do(contracts.sign_draft, draft.id, draft.version))

    assert said == ["Another signed contract of this person holds from 1 May 2024 on."]
    states = [one.state for one in desk.office.ask(contracts.of, person.id)]
    assert states == [ContractState.SIGNED, ContractState.DRAFT]
    (slip,) = desk.slips(desk.run())
    assert slip.gross == eur("3200")


def test_a_leave_across_a_year_end(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    request = a_request(person, kind.id, date(2026, 12, 28), date(2027, 1, 8))
    kept = office.do(leave_requests.write, request).result
    office.do(leave_requests.submit, kept.id, 1)

    done = office.do(leave_requests.approve, kept.id, 2).result

    days = {
        day: office.ask(leave.proof, person, kind.id, day)
        for day in (date(2026, 12, 27), date(2026, 12, 31), date(2027, 1, 8))
    }
    taken = [
        -sum(one.entry.days for one in proof.lines if one.entry.kind is EntryKind.TAKEN)
        for proof in days.values()
    ]
    assert taken == [0, 4, done.days]
    for proof in days.values():
        assert proof.left == sum(one.entry.days for one in proof.lines)


@on_sqlite
def test_the_29th_of_february(desk: PayDesk) -> None:
    person = employ(desk, eur("2900"), starts_on=date(2024, 2, 29))
    leap = desk.slips(desk.run(LEAP))
    version = desk.office.ask(employees.get, person.id).version
    known = desk.office.do(employees.show_private, person.id).result
    born = replace(known, born_on=date(2008, 2, 29))
    desk.office.do(employees.keep_private, person.id, version, born)

    assert [slip.gross for slip in leap] == [eur("138.10")]
    (slip,) = desk.slips(desk.run(MARCH_RUN))
    assert "tyel" in {line.component for line in slip.lines}


def test_a_negative_net_pay(desk: PayDesk) -> None:
    first, second = employ(desk, eur("3200")), employ(desk, eur("3000"), "Boon")
    for person in (first, second):
        give(desk, person.id, "union_fee", amount=eur("9000"))
    run = desk.office.do(payroll.begin, MARCH_RUN).result

    said = told(lambda: desk.office.do(payroll.calculate, run.id))

    assert said == [BELOW_NOUGHT.format(one.number) for one in (first, second)]
    assert left(desk, run.id) == (RunState.DRAFT, 0, 0)


@on_sqlite
def test_a_person_who_leaves_in_mid_month(desk: PayDesk) -> None:
    person = employ(desk, eur("3100"))
    version = desk.office.ask(employees.get, person.id).version
    desk.office.do(employees.leave, person.id, version, date(2026, 3, 10), Leaving.RESIGNED)

    (slip,) = desk.slips(desk.run())

    assert slip.gross == eur("986.36")
    run = desk.office.do(payroll.begin, APRIL_RUN).result
    said = told(lambda: desk.office.do(payroll.calculate, run.id))
    assert said == ["Nobody is paid in these days."]


@on_sqlite
def test_hours_over_midnight_and_over_the_change_of_the_clock(
    office: Office, database: Database
) -> None:
    office.clock = SetClock(at(date(2026, 10, 31), "08:00"))
    keep_calendar(database)
    aino = hire(database)

    autumn = office.do(hours.enter, aino, worked(date(2026, 10, 24), "22:00", "06:00")).result
    spring = office.do(hours.enter, aino, worked(date(2026, 10, 20), "22:00", "06:00")).result

    assert (autumn.minutes, autumn.day) == (540, date(2026, 10, 24))
    assert autumn.ended_at == datetime(2026, 10, 25, 4, tzinfo=UTC)
    assert (spring.minutes, spring.day) == (480, date(2026, 10, 20))


@on_sqlite
def test_a_time_that_the_clock_skipped(office: Office, database: Database) -> None:
    office.clock = SetClock(at(date(2026, 3, 31), "08:00"))
    keep_calendar(database)
    aino = hire(database)
    skipped = worked(date(2026, 3, 29), "03:30", "08:00")

    said = told(lambda: office.do(hours.enter, aino, skipped))

    assert said == ["On 29 Mar 2026 there was no 03:30."]
    assert office.ask(hours.sheet, aino, date(2026, 3, 29)).worked == 0


def test_a_rate_table_with_a_gap(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    early = RunForm(date(2023, 12, 1), date(2023, 12, 31), date(2023, 12, 31))
    give(desk, person.id, "bonus", amount=eur("500"), first_on=date(2023, 12, 1))
    run = desk.office.do(payroll.begin, early).result

    said = told(lambda: desk.office.do(payroll.calculate, run.id))

    rate = "Pension contribution of the employee"
    assert said == [f"No figure of the rate “{rate}” holds on the day of pay."]
    assert left(desk, run.id) == (RunState.DRAFT, 0, 0)


def test_a_formula_that_divides_by_zero(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    wrong = a_component(
        "share", "100 / unpaid_days", kind=ComponentKind.EARNING, valid_from=date(2026, 1, 1)
    )
    desk.office.do(pay_components.add, wrong)
    run = desk.office.do(payroll.begin, MARCH_RUN).result

    said = told(lambda: desk.office.do(payroll.calculate, run.id))

    assert said == ["The formula of “share” divides by zero."]
    assert left(desk, run.id) == (RunState.DRAFT, 0, 0)


def test_a_formula_that_refers_to_itself(desk: PayDesk) -> None:
    itself = a_component("canteen", "canteen + 1", valid_from=date(2026, 1, 1))
    first = a_component("first", "pay", valid_from=date(2026, 1, 1))
    second = a_component("second", "first", valid_from=date(2026, 1, 1))
    kept = desk.office.do(pay_components.add, first).result
    desk.office.do(pay_components.add, second)
    round_about = replace(kept, formula="second + 1", valid_from=date(2026, 2, 1))

    assert told(lambda: desk.office.do(pay_components.add, itself))
    assert told(lambda: desk.office.do(pay_components.add, round_about))
    found = {one.code: one.formula for one in desk.office.ask(pay_components.components)}
    assert (found["first"], "canteen" in found) == ("pay", False)


def test_a_payroll_approved_twice(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    give_card(desk, person.id)
    give(desk, person.id, "loan", amount=eur("100"), rest=eur("150"))
    run = desk.run()
    desk.other.do(payroll.approve, run.id)

    said = told(lambda: desk.other.do(payroll.approve, run.id))

    assert said == ["The run 2026-03 was approved already."]
    (loan,) = desk.office.ask(pay_items.of, person.id)
    assert loan.rest == eur("50")
    assert told(lambda: desk.office.do(payroll.calculate, run.id)) == [
        "The run 2026-03 is approved and is not calculated again."
    ]


def test_a_payroll_that_cannot_be_booked_keeps_its_state_and_takes_no_number(
    desk: PayDesk,
) -> None:
    employ(desk, eur("3200"))
    run = desk.run()
    desk.other.do(payroll.approve, run.id)
    chart = {one.number: one for one in desk.office.ask(accounting.accounts)}
    pensions = chart["2930"]
    closed = desk.office.do(accounts.close, pensions.id, pensions.version).result

    said = told(lambda: desk.office.do(payroll.post, run.id))

    assert "2930" in said[0]
    assert left(desk, run.id) == (RunState.APPROVED, 1, 0)
    desk.office.do(accounts.open_again, closed.id, closed.version)
    assert desk.office.do(payroll.post, run.id).result.number == "PR-2026-001"
    assert left(desk, run.id) == (RunState.POSTED, 1, 1)


@pytest.mark.parametrize("language", ["fi", "th"])
def test_the_sentences_are_told_in_every_language(language: str) -> None:
    facts = {"run": "PR-1", "because": "approved-already", "employee": "EMP-1", "rate": "fi.x"}
    say, formats = say_in(language), formats_in(language)
    english = say_in("en")

    for code in ("payroll.run-stands", "payroll.negative-net", "payroll.rate-gap"):
        there = sentence(code, facts, say, formats).what
        assert there != sentence(code, facts, english, formats).what
