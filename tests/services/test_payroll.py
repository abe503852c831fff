"""Payroll runs: to the cent, by four eyes, booked once, and corrected by new runs alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.domain.employees.contract import Pay
from app.domain.payroll.payroll import PayrollRun, RunState
from app.domain.payroll.running import ApprovedByOneself, CalculateAgain, OnlyHandedOver
from app.domain.shared.money import Money
from app.domain.shared.refusals import IllegalTransition, Invalid
from app.formats.pain import NAMESPACE
from app.services import accounting, contracts, pay_files, pay_items, payroll, simulating
from app.services.office import Office
from app.services.payroll import AlreadyRun
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.chances import few
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role, terms
from tests.payrolling import (
    APRIL_RUN,
    MARCH_RUN,
    SIAM,
    PayDesk,
    employ,
    give,
    give_card,
    of_two,
    pay_desk,
    rates_of_journey_23,
    thb,
)
from tests.payrolls import amounts, eur


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def booked(office: Office, run: PayrollRun) -> dict[str, int]:
    with office.database.read() as unit:
        assert run.entry_id is not None
        chart = {one.id: one for one in unit.ledger.accounts()}
        sides = unit.ledger.entry(run.entry_id).postings
        return {chart[one.account_id].number: one.amount.minor for one in sides}


def test_journey_23_in_finland_is_right_to_the_cent(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    give_card(desk, person.id)
    rates_of_journey_23(desk)

    run = desk.posted()

    (slip,) = desk.slips(run)
    assert amounts(slip) == {
        "salary": "3200.00",
        "withholding": "592.00",
        "tyel": "228.80",
        "unemployment_employee": "18.88",
        "health_employer": "59.84",
    }
    assert slip.net == eur("2360.32")
    assert (run.number, run.state) == ("PR-2026-001", RunState.POSTED)
    assert booked(desk.office, run) == {
        "5000": 320000,
        "2955": -236032,
        "2920": -59200,
        "2930": -22880,
        "2935": -1888,
        "6200": 5984,
        "2925": -5984,
    }


@on_sqlite
def test_journey_23_in_thailand_is_right_to_the_satang(database: Database) -> None:
    desk = pay_desk(database, SIAM)
    employ(desk, thb("42000"))

    run = desk.posted()

    (slip,) = desk.slips(run)
    assert amounts(slip)["withholding"] == "904.17"
    assert slip.net == thb("40220.83")
    assert booked(desk.office, run)["213100"] == -4022083


def test_who_calculated_does_not_approve_and_nothing_is_approved_twice(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.run()

    with pytest.raises(ApprovedByOneself):
        desk.office.do(payroll.approve, run.id)
    desk.other.do(payroll.approve, run.id)
    with pytest.raises(IllegalTransition):
        desk.other.do(payroll.approve, run.id)
    with pytest.raises(IllegalTransition):
        desk.office.do(payroll.calculate, run.id)


def test_a_run_is_posted_once_and_paid_once(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.posted()

    with pytest.raises(IllegalTransition):
        desk.office.do(payroll.post, run.id)
    paid = desk.office.do(payroll.pay, run.id, date(2026, 3, 31)).result
    with pytest.raises(IllegalTransition):
        desk.office.do(payroll.pay, run.id, date(2026, 3, 31))
    with pytest.raises(Invalid):
        desk.office.do(payroll.report, run.id, date(2026, 4, 2), " ")
    told = desk.office.do(payroll.report, run.id, date(2026, 4, 2), "IR-1").result
    assert (paid.state, told.state, told.evidence) == (RunState.PAID, RunState.REPORTED, "IR-1")
    rows = desk.office.ask(accounting.chart, date(2026, 12, 31))
    (payable,) = [one for one in rows if one.number == "2955"]
    assert payable.balance_minor == 0


def test_nobody_is_paid_twice_for_the_same_days(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.run()

    with pytest.raises(AlreadyRun):
        desk.office.do(payroll.begin, replace(MARCH_RUN, first_on=date(2026, 3, 31)))
    desk.office.do(payroll.discard, run.id)
    assert desk.office.do(payroll.begin, MARCH_RUN).result.state is RunState.DRAFT


def test_a_run_of_nobody_is_refused(desk: PayDesk) -> None:
    run = desk.office.do(payroll.begin, MARCH_RUN).result

    with pytest.raises(Invalid) as refused:
        desk.office.do(payroll.calculate, run.id)

    assert [one.code for one in refused.value.problems] == ["payroll.nobody-paid"]


def test_a_negative_net_is_refused_for_all_at_once_and_nothing_is_half_kept(desk: PayDesk) -> None:
    first, second = employ(desk, eur("3200")), employ(desk, eur("3000"), "Boon")
    for person in (first, second):
        give(desk, person.id, "union_fee", amount=eur("9000"))
    run = desk.office.do(payroll.begin, MARCH_RUN).result

    with pytest.raises(Invalid) as refused:
        desk.office.do(payroll.calculate, run.id)

    problems = refused.value.problems
    assert [(one.field, one.code) for one in problems] == [
        (first.number, "payroll.negative-net"),
        (second.number, "payroll.negative-net"),
    ]
    card = desk.office.ask(payroll.get, run.id)
    assert (card.run.state, card.rows) == (RunState.DRAFT, ())


def test_who_leaves_in_the_middle_of_a_month_is_paid_by_days(desk: PayDesk) -> None:
    employ(desk, eur("3100"), ends_on=date(2026, 3, 10))

    (slip,) = desk.slips(desk.run())

    assert slip.gross == eur("986.36")


def test_a_loan_goes_down_when_the_run_is_approved_and_ends(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    give_card(desk, person.id)
    loan = give(desk, person.id, "loan", amount=eur("100"), rest=eur("150"))
    desk.posted()
    (after,) = desk.office.ask(pay_items.of, person.id)
    assert (after.id, after.rest) == (loan.id, eur("50"))

    (slip,) = desk.slips(desk.posted(APRIL_RUN))

    assert amounts(slip)["loan"] == "50.00"
    assert desk.office.ask(pay_items.of, person.id)[0].rest == eur("0")


def test_the_sums_of_the_year_go_on_from_run_to_run(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    desk.posted()

    (slip,) = desk.slips(desk.posted(APRIL_RUN))

    assert slip.year["gross"] == eur("6400")


def test_a_correction_pays_the_difference_in_a_run_of_its_own(desk: PayDesk) -> None:
    person = employ(desk, eur("3000"))
    give_card(desk, person.id)
    wrong = desk.posted()
    (contract,) = desk.office.ask(contracts.of, person.id)
    draft = desk.office.do(contracts.next_version, contract.id, date(2026, 3, 1)).result
    raised = (terms(date(2026, 3, 1)), Pay(eur("3200")))
    changed = desk.office.do(contracts.change, draft.id, draft.version, *raised).result
    desk.office.do(contracts.sign_draft, changed.id, changed.version)

    run = desk.office.do(payroll.correct, wrong.id, date(2026, 4, 15), "Raise forgotten").result
    desk.office.do(payroll.calculate, run.id)
    desk.other.do(payroll.approve, run.id)
    posted = desk.office.do(payroll.post, run.id).result

    (slip,) = desk.slips(posted)
    assert amounts(slip)["salary"] == "200.00"
    assert slip.year["gross"] == eur("3200")
    assert (posted.number, posted.corrects_id) == ("PR-2026-002", wrong.id)


def test_only_what_was_posted_is_corrected_and_with_a_reason(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.run()
    with pytest.raises(IllegalTransition):
        desk.office.do(payroll.correct, run.id, date(2026, 4, 15), "Why not")
    desk.other.do(payroll.approve, run.id)
    desk.office.do(payroll.post, run.id)

    with pytest.raises(Invalid):
        desk.office.do(payroll.correct, run.id, date(2026, 4, 15), " ")


def test_what_was_calculated_before_another_run_was_approved_is_calculated_again(
    desk: PayDesk,
) -> None:
    employ(desk, eur("3200"))
    march, april = desk.run(), desk.run(APRIL_RUN)
    with desk.office.database.write() as unit:
        before = unit.payroll_runs.get(april.id)
        early = replace(before, calculated_at=before.calculated_at.replace(year=2025), version=9)  # type: ignore[union-attr]  # it was calculated
        unit.payroll_runs.save(before, early)
        unit.changes.taken()
    desk.other.do(payroll.approve, march.id)

    with pytest.raises(CalculateAgain):
        desk.other.do(payroll.approve, april.id)
    desk.office.do(payroll.calculate, april.id)
    assert desk.other.do(payroll.approve, april.id).result.state is RunState.APPROVED


def test_this_month_stands_beside_the_last_and_can_be_tried_first(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    desk.posted()
    give(desk, person.id, "bonus", amount=eur("500"), first_on=date(2026, 4, 1))

    (tried,) = desk.office.ask(simulating.simulated, APRIL_RUN).rows
    run = desk.run(APRIL_RUN)
    (row,) = desk.office.ask(payroll.comparison, run.id)

    assert (row.number, row.name) == (person.number, "Aino Salonen")
    assert [(line.component, str(more.amount)) for line, more in row.compared.lines][:1] == [
        ("bonus", "500.00")
    ]
    assert tried.compared.lines == row.compared.lines
    assert len(desk.office.ask(payroll.runs)) == 2


def test_what_nobody_checked_warns_before_a_run_is_approved(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.run()

    codes = {one.code for one in desk.office.ask(payroll.get, run.id).warnings}

    assert codes == {"payroll.rate-unchecked", "payroll.rate-of-office"}


def test_who_stands_before_the_wall_sees_the_run_and_nobody_s_pay(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.run()
    clerk = as_role(desk.office, CLERK, day=date(2026, 4, 30))

    card = clerk.ask(payroll.get, run.id)

    assert (card.is_masked, card.rows, card.totals) == (True, (), None)
    with pytest.raises(BehindWall):
        clerk.ask(payroll.payslip, desk.slips(run)[0].id)
    with pytest.raises(BehindWall):
        clerk.ask(simulating.simulated, APRIL_RUN)
    with pytest.raises(BehindWall):
        clerk.do(payroll.approve, run.id)
    assert clerk.ask(payroll.comparison, run.id) == ()


@on_sqlite
def test_where_the_adviser_reckons_the_net_nothing_is_posted(database: Database) -> None:
    desk = pay_desk(database, replace(SIAM, country="DE", currency="EUR", language="de"))
    employ(desk, eur("3200"))
    run = desk.run()
    desk.other.do(payroll.approve, run.id)

    with pytest.raises(OnlyHandedOver):
        desk.office.do(payroll.post, run.id)


@on_sqlite
@settings(max_examples=few(4), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.integers(100_000, 900_000),
            st.sampled_from(["expenses", "bonus", "union_fee", "phone_benefit", "mileage"]),
            st.integers(0, 50_000),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_gross_less_deductions_is_net_is_what_the_bank_pays_and_the_books_owe(
    database: Database, people: list[tuple[int, str, int]]
) -> None:
    desk = pay_desk(database) if not _has_company(database) else of_two(database)
    month = _next_month(desk)
    for minor, component, more in people:
        person = employ(desk, Money(minor, "EUR"))
        if more:
            give(desk, person.id, component, amount=Money(more, "EUR"))

    run = desk.posted(month)

    card = desk.office.ask(payroll.get, run.id)
    assert card.totals is not None
    totals = card.totals
    assert totals.gross - totals.deductions + totals.reimbursed == totals.net
    assert booked(desk.office, run)["2955"] == -totals.net.minor
    assert sum(booked(desk.office, run).values()) == 0
    assert totals.net.minor == sum(one.net.minor for one in desk.slips(run))
    root = etree.fromstring(desk.office.ask(pay_files.bank_file, run.id).content)
    paid = [Decimal(one.text or "0") for one in root.iter(f"{{{NAMESPACE}}}InstdAmt")]
    assert sum(paid) == totals.net.amount


def _has_company(database: Database) -> bool:
    with database.read() as unit:
        return bool(unit.ledger.accounts())


def _next_month(desk: PayDesk) -> payroll.RunForm:
    first = date(2026, 1 + len(desk.office.ask(payroll.runs)), 1)
    return payroll.RunForm(first, first.replace(day=28), first.replace(day=28))
