"""Differences: a correction pays what was missing, and what was too much is owed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.payroll.differences import OVERPAID, compared, corrected
from app.domain.payroll.payroll import Payslip
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money
from tests.payrolls import a_card, a_contract, a_payee, a_slip, amounts, an_item, eur

PAYEE = a_payee(a_contract(eur("3000")), card=a_card())
RAISED = replace(PAYEE, contracts=(a_contract(eur("3200")),))


def slip_of(minor: int) -> Payslip:
    return a_slip(replace(PAYEE, contracts=(a_contract(Money(minor, "EUR")),)))


def test_a_rise_that_was_forgotten_is_paid_as_its_difference() -> None:
    slip = corrected(a_slip(RAISED, number=2), [a_slip(PAYEE)], RAISED)

    assert amounts(slip)["salary"] == "200.00"
    assert amounts(slip)["withholding"] == "37.00"
    assert slip.net == a_slip(RAISED).net - a_slip(PAYEE).net
    assert slip.lines[0].why[-1].name == "difference:paid"


def test_what_was_paid_too_much_is_owed_and_nothing_is_paid() -> None:
    slip = corrected(a_slip(PAYEE, number=2), [a_slip(RAISED)], PAYEE)

    assert slip.net == eur("0")
    assert slip.lines[-1].component == OVERPAID
    assert slip.lines[-1].amount == a_slip(RAISED).net - a_slip(PAYEE).net


def test_a_line_that_fell_away_comes_back_as_its_opposite() -> None:
    paid = a_slip(replace(PAYEE, items=(an_item("bonus", eur("100")),)))

    assert amounts(corrected(a_slip(PAYEE), [paid], PAYEE))["bonus"] == "-100.00"


def test_nothing_differs_nothing_is_paid() -> None:
    assert corrected(a_slip(PAYEE), [a_slip(PAYEE)], PAYEE).lines == ()


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=4))
@settings(max_examples=20)
def test_the_first_run_and_its_corrections_add_up_to_what_is_right(pays: list[int]) -> None:
    paid = [slip_of(pays[0])]
    for pay in pays[1:]:
        paid.append(corrected(slip_of(pay), paid, PAYEE))

    gross = sum(slip.gross.minor for slip in paid)
    assert gross == slip_of(pays[-1]).gross.minor
    assert all(slip.net.minor >= 0 for slip in paid[1:])


def test_this_month_stands_beside_the_last_the_largest_difference_first() -> None:
    other = replace(a_slip(PAYEE), employee_id=EmployeeId(2))
    now, before = [a_slip(RAISED), other], [a_slip(PAYEE), other]

    first, second = compared(now, before)

    assert (first.employee_id, second.employee_id) == (1, 2)
    assert first.lines[0][1] == eur("200")
    assert second.lines == ()
    assert second.share == 0
    assert not first.is_striking


def test_somebody_new_or_gone_is_striking() -> None:
    (new,) = compared([a_slip(PAYEE)], [])
    (gone,) = compared([], [a_slip(PAYEE)])

    assert new.is_striking
    assert gone.is_striking
    assert gone.lines[0][1] == -eur("3000")
