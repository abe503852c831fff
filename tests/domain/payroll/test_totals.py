"""Totals of a run: what is added up agrees with each payslip."""

from __future__ import annotations

from app.domain.payroll.totals import totals_of
from tests.payrolls import a_contract, a_payee, a_slip, eur


def test_the_totals_are_the_sums_of_the_payslips() -> None:
    slips = [a_slip(a_payee(a_contract(eur(pay)))) for pay in ("1000", "2500")]

    found = totals_of(slips, "EUR")

    assert found.gross == eur("3500")
    assert found.gross - found.deductions + found.reimbursed == found.net
    assert totals_of((), "EUR").net == eur("0")
