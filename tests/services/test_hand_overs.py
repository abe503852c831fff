"""Hand-overs: hours, leave and expenses reach pay once, whichever order things come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.employees.contract import Pay, PayBasis
from app.domain.employees.employee import Leaving
from app.domain.expenses.expense import ExpenseState
from app.domain.hours.hours import WeekState
from app.domain.payroll.payroll import PayLine, PayrollRun
from app.domain.payroll.running import CalculateAgain
from app.domain.shared.ids import EmployeeId
from app.outside.clock import FixedClock
from app.services import employees, expenses, hours, leave, leave_requests, leave_types, payroll
from app.services.office import Office
from app.services.payroll import AlreadyRun, RunForm
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.handing import a_claim, a_leave, agree_on_overtime, approved_week, types, write_week
from tests.payrolling import APRIL_RUN, SIAM, PayDesk, employ, give, pay_desk, thb
from tests.payrolls import eur
from tests.services.leaving import a_request

MONDAY = date(2026, 3, 2)
WEEK = timedelta(days=7)


@pytest.fixture
def desk(database: Database) -> PayDesk:
    desk = pay_desk(database)
    agree_on_overtime(desk.office)
    return desk


def lines(desk: PayDesk, run: PayrollRun, component: str) -> list[PayLine]:
    found = (line for slip in desk.slips(run) for line in slip.lines)
    return [line for line in found if line.component == component]


def amount(desk: PayDesk, run: PayrollRun, component: str) -> str:
    return str(sum(line.amount.amount for line in lines(desk, run, component)))


def _state(desk: PayDesk, person: EmployeeId) -> WeekState | None:
    week = desk.office.ask(hours.sheet, person, MONDAY).week
    return week.state if week else None


def _on(office: Office, day: date) -> Office:
    return Office(office.database, FixedClock(day), office.who)


def corrected(desk: PayDesk, run: PayrollRun) -> PayrollRun:
    begun = desk.office.do(payroll.correct, run.id, date(2026, 4, 30), "Late").result
    desk.office.do(payroll.calculate, begun.id)
    desk.other.do(payroll.approve, begun.id)
    return desk.office.do(payroll.post, begun.id).result


def test_approved_overtime_is_paid_at_its_percentage_and_its_weeks_are_locked(
    desk: PayDesk,
) -> None:
    agreed = Pay(eur("3477.50"), overtime=eur("21.40"))
    person = employ(desk, eur("3477.50"), agreed=agreed)
    approved_week(desk, person.id, MONDAY, "16:24")

    run = desk.posted()

    (line,) = lines(desk, run, "overtime")
    assert (line.quantity, line.amount) == (Decimal("4.5"), eur("144.45"))
    assert line.text == "2026-W10"
    assert [why.value for why in line.why if why.name == "week:2026-03-02"] == ["270"]
    assert _state(desk, person.id) is WeekState.LOCKED


@on_sqlite
def test_a_week_that_nobody_approved_is_not_paid_and_said(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    write_week(desk, person.id, MONDAY)

    run = desk.run()

    assert lines(desk, run, "overtime") == []
    told = {one.code for one in desk.office.ask(payroll.get, run.id).warnings}
    assert "payroll.weeks-waiting" in told


def test_a_week_approved_late_is_paid_by_the_next_run_and_never_again(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    march = desk.posted()
    approved_week(desk, person.id, MONDAY)

    april = desk.posted(APRIL_RUN)
    correction = desk.office.do(payroll.correct, march.id, date(2026, 4, 30), "Late").result
    desk.office.do(payroll.calculate, correction.id)

    assert (lines(desk, march, "overtime"), len(lines(desk, april, "overtime"))) == ([], 1)
    assert desk.slips(correction) == ()


@on_sqlite
def test_a_correction_takes_a_late_week_and_the_next_run_does_not(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    march = desk.posted()
    approved_week(desk, person.id, MONDAY)
    april = desk.run(APRIL_RUN)

    correction = corrected(desk, march)

    assert len(lines(desk, correction, "overtime")) == 1
    with pytest.raises(CalculateAgain):
        desk.other.do(payroll.approve, april.id)
    desk.office.do(payroll.calculate, april.id)
    assert lines(desk, april, "overtime") == []


@on_sqlite
def test_what_was_worked_before_the_first_run_is_not_paid_by_it(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    approved_week(desk, person.id, MONDAY - 4 * WEEK)

    assert lines(desk, desk.run(), "overtime") == []


@on_sqlite
def test_who_is_paid_by_the_hour_gets_the_hours_of_approved_weeks(desk: PayDesk) -> None:
    by_hour = Pay(eur("20"), PayBasis.HOUR)
    person = employ(desk, eur("20"), agreed=by_hour)
    written = employ(desk, eur("20"), "Liisa", agreed=by_hour)
    for one in (person, written):
        approved_week(desk, one.id, MONDAY)
    give(desk, written.id, "hours_worked", quantity=Decimal(10))

    run = desk.run()

    first, second = (
        {line.component: str(line.amount.amount) for line in slip.lines} for slip in desk.slips(run)
    )
    assert (first["hours_worked"], first["overtime"]) == ("750.00", "150.00")
    assert (second["hours_worked"], second["overtime"]) == ("200.00", "150.00")


def test_a_claim_is_paid_once_by_the_run_that_is_posted(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    claim = a_claim(desk, person.id)
    march, april = desk.run(), desk.run(APRIL_RUN)

    desk.other.do(payroll.approve, march.id)

    with pytest.raises(CalculateAgain):
        desk.other.do(payroll.approve, april.id)
    assert desk.office.ask(expenses.get, claim.id).state is ExpenseState.POSTED
    desk.office.do(payroll.post, march.id)
    paid = desk.office.ask(expenses.get, claim.id)
    assert (paid.state, paid.run_id, paid.paid_on) == (
        ExpenseState.PAID,
        march.id,
        date(2026, 3, 31),
    )
    assert (amount(desk, march, "mileage"), amount(desk, march, "expenses")) == ("116.60", "35.40")
    desk.office.do(payroll.calculate, april.id)
    assert lines(desk, april, "expenses") == []
    assert desk.slips(corrected(desk, march)) == ()


@on_sqlite
def test_a_claim_that_nobody_booked_waits_and_is_said(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    a_claim(desk, person.id, is_booked=False)

    run = desk.run()

    assert lines(desk, run, "expenses") == []
    told = {one.code for one in desk.office.ask(payroll.get, run.id).warnings}
    assert "payroll.claim-waiting" in told


def test_unpaid_leave_is_off_by_the_days_that_would_be_worked(desk: PayDesk) -> None:
    person = employ(desk, eur("2200"))
    unpaid = types(desk.office)["unpaid"]
    a_leave(desk, person.id, unpaid, date(2026, 3, 26), date(2026, 4, 1))

    march, april = desk.posted(), desk.posted(APRIL_RUN)

    assert amount(desk, march, "unpaid_leave") == "-400.00"
    (line,) = lines(desk, march, "unpaid_leave")
    off = next(why for why in line.why if why.name.startswith("off:"))
    assert (off.name, off.value) == ("off:2026-03-26/2026-03-31", "2200 × 4 / 22")
    assert "työpäivillä" in off.source
    assert amount(desk, april, "unpaid_leave") == "-110.00"


@on_sqlite
def test_who_is_away_all_the_time_gets_no_salary(database: Database) -> None:
    desk = pay_desk(database, SIAM)
    person = employ(desk, thb("31000"))
    unpaid = types(desk.office)["unpaid"]
    a_leave(desk, person.id, unpaid, date(2026, 3, 1), date(2026, 3, 31))
    one_day = employ(desk, thb("30000"), "Malee")
    a_leave(desk, one_day.id, unpaid, date(2026, 3, 5), date(2026, 3, 5))

    run = desk.run()

    assert [str(one.amount.amount) for one in lines(desk, run, "unpaid_leave")] == [
        "-31000.00",
        "-1000.00",
    ]


@on_sqlite
def test_leave_decided_after_its_run_is_said_and_corrected(desk: PayDesk) -> None:
    person = employ(desk, eur("2200"))
    unpaid = types(desk.office)["unpaid"]
    march = desk.posted()
    later = PayDesk(*(_on(one, date(2026, 5, 2)) for one in (desk.office, desk.other)))
    a_leave(later, person.id, unpaid, date(2026, 3, 26), date(2026, 3, 26))

    april = later.run(APRIL_RUN)
    told = [one for one in later.office.ask(payroll.get, april.id).warnings if "late" in one.code]
    correction = corrected(later, march)

    assert [one.facts["run"] for one in told] == [march.number]
    assert amount(later, correction, "unpaid_leave") == "-100.00"
    assert not [
        one for one in later.office.ask(payroll.get, april.id).warnings if "late" in one.code
    ]


@on_sqlite
def test_leave_approved_since_the_run_was_calculated_has_it_calculated_again(
    desk: PayDesk,
) -> None:
    person = employ(desk, eur("2200"))
    run = desk.run()
    a_leave(desk, person.id, types(desk.office)["unpaid"], MONDAY, MONDAY)

    with pytest.raises(CalculateAgain):
        desk.other.do(payroll.approve, run.id)


@on_sqlite
def test_a_component_pays_for_the_days_of_its_leave_instead_of_the_salary(desk: PayDesk) -> None:
    person = employ(desk, eur("2200"))
    kinds = types(desk.office)
    kind = next(one for one in desk.office.ask(leave_types.all_types) if one.code == "sick")
    desk.office.do(leave_types.change, replace(kind, component="bonus"))
    request = a_request(person.id, kinds["sick"], MONDAY, MONDAY + timedelta(1))
    kept = desk.office.do(leave_requests.write, request).result
    desk.office.do(leave_requests.submit, kept.id, kept.version)

    run = desk.run()

    assert amount(desk, run, "paid_apart") == "-200.00"
    (line,) = lines(desk, run, "bonus")
    assert (line.amount, line.quantity, line.price) == (eur("200"), Decimal(2), None)


def test_leave_that_is_left_is_paid_at_the_end_by_the_divisor_of_the_law(desk: PayDesk) -> None:
    person = employ(desk, eur("2500"))
    annual = types(desk.office)["annual"]
    ends = (date(2026, 4, 30), Leaving.RESIGNED)
    desk.office.do(employees.leave, person.id, person.version, *ends)
    run = desk.run(APRIL_RUN)
    told = {one.code for one in desk.office.ask(payroll.get, run.id).warnings}

    entry = desk.office.do(leave.pay_out, person.id, annual).result
    desk.office.do(payroll.calculate, run.id)

    assert "payroll.leave-left" in told
    (line,) = lines(desk, run, "holiday_compensation")
    assert (line.quantity, line.amount) == (-entry.days, eur(str(-entry.days * 100)))
    left = {one.code for one in desk.office.ask(payroll.get, run.id).warnings}
    assert "payroll.leave-left" not in left


@on_sqlite
def test_no_two_runs_pay_for_the_same_days(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    desk.run()

    with pytest.raises(AlreadyRun):
        desk.office.do(
            payroll.begin, RunForm(date(2026, 3, 30), date(2026, 4, 12), date(2026, 4, 15))
        )
