"""Finding pay: runs and payslips are made findable for whoever may read them."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.payroll.findable import findable_run, findable_slip
from app.domain.payroll.payroll import KIND, PayrollRun, Payslip
from app.services.office import Desk
from app.services.pay_names import Names


class FindablePay:
    """Keeps runs and payslips in the search at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._search = desk.store.search

    def put(self, run: PayrollRun) -> None:
        """Make a run findable as it is now."""
        self._search.put(findable_run(run))

    def put_slips(self, run: PayrollRun, slips: Sequence[Payslip]) -> None:
        """Make the payslips of a run findable by name and number, for good once it is approved."""
        names = Names(self._desk, [one.employee_id for one in slips], run.last_on)
        self._search.put_many(findable_slip(one, run, names.of(one.employee_id)) for one in slips)

    def forget(self, run: PayrollRun) -> None:
        """Forget a run that came to nothing; its payslips were never findable."""
        self._search.remove(KIND, run.id)
