"""Totals: what the payslips of a run add up to, as the books and the bank see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.payroll.payroll import Payslip
from app.domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class RunTotals:
    """Gross − deductions + reimbursements = net, over everybody."""

    gross: Money
    deductions: Money
    reimbursed: Money
    net: Money
    employer: Money


def totals_of(slips: Sequence[Payslip], currency: str) -> RunTotals:
    """Add payslips up."""
    names = ("gross", "deductions", "reimbursed", "net", "employer")
    sums = (sum(getattr(one, name).minor for one in slips) for name in names)
    return RunTotals(*(Money(minor, currency) for minor in sums))
