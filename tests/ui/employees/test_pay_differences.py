"""What differs is said in words: lines, the figures behind them, and corrections."""

from __future__ import annotations

from dataclasses import replace

from app.domain.payroll.differences import corrected
from app.ui.employees.pay_differences import correction_rows, difference_rows, summary
from tests.payrolls import a_card, a_contract, a_payee, a_slip, eur

PAYEE = a_payee(a_contract(eur("3000")), card=a_card())
RAISED = replace(PAYEE, contracts=(a_contract(eur("3200")),))
BEFORE, NOW = a_slip(PAYEE), a_slip(RAISED, number=2)


def test_a_line_that_differs_is_followed_by_the_figures_behind_it() -> None:
    salary, pay, *_others = difference_rows(NOW, BEFORE)

    assert (salary.what, salary.before, salary.now, salary.difference) == (
        "Salary",
        "3,000.00",
        "3,200.00",
        "+200.00",
    )
    assert (pay.what.strip(), pay.before, pay.now) == (
        "Agreed pay of the days worked",
        "3,000",
        "3,200",
    )


def test_who_is_new_has_lines_without_reasons_and_who_is_as_before_has_none() -> None:
    assert all(row.is_line for row in difference_rows(NOW, None))
    (nothing,) = difference_rows(NOW, NOW)
    assert nothing.what == "Nothing differs from last time"


def test_the_largest_differences_are_told_in_one_line() -> None:
    assert summary(NOW, BEFORE).startswith("Salary +200.00, Withholding tax +37.00")
    assert (summary(NOW, None), summary(None, BEFORE)) == ("new", "gone")


def test_a_correction_stands_beside_what_was_paid_so_far() -> None:
    slip = corrected(NOW, [BEFORE], RAISED)

    salary = correction_rows(slip)[0]

    assert (salary.before, salary.now, salary.difference) == ("3,000.00", "3,200.00", "+200.00")
