"""By which words pay runs and payslips are found: days, numbers and names, never an amount."""

from __future__ import annotations

from app.domain.payroll.payroll import KIND, PayrollRun, Payslip
from app.domain.shared.search import SearchItem

PAYSLIP = "payslip"


def findable_run(run: PayrollRun) -> SearchItem:
    """Return a run as the search knows it: by its number, its name and why it corrects another."""
    detail = " · ".join(part for part in (run.name, run.reason) if part and run.number)
    words = f"{run.first_on:%Y-%m} {run.pay_on.isoformat()} {run.reason}"
    return SearchItem(KIND, run.id, run.number or run.name, detail, words, day=run.pay_on)


def findable_slip(slip: Payslip, run: PayrollRun, person: tuple[str, str]) -> SearchItem:
    """Return a payslip as the search knows it; ``person`` is the number and the name."""
    number, name = person
    detail = " · ".join(part for part in (run.number, run.name, number) if part)
    return SearchItem(PAYSLIP, slip.id, name or number, detail, day=run.pay_on)
