"""What reports stand on: names, numbers and codes; nothing for who stands before the wall."""

from __future__ import annotations

from app.domain.shared.ids import PayrollRunId
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.reported_pay import ReportedPay
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import employ, pay_desk
from tests.payrolls import eur


@query(Permission.PAYROLL_READ)
def told_of(desk: Desk, run_id: PayrollRunId) -> tuple[tuple[str, str, str, int], ...]:
    """Return of each payslip: number, name, the first code, and how many the year has."""
    pay = ReportedPay(desk, desk.store.payroll_runs.get(run_id))
    return tuple(
        (
            pay.number(slip.employee_id),
            pay.name(slip.employee_id).written,
            next(code for _, code in pay.coded(slip, "incomes_register")),
            len(pay.year),
        )
        for slip in pay.slips
    )


@on_sqlite
def test_a_report_knows_people_and_codes_behind_the_wall_alone(database: Database) -> None:
    desk = pay_desk(database)
    person = employ(desk, eur("3200"))
    run = desk.posted()

    assert desk.office.ask(told_of, run.id) == ((person.number, "Aino Salonen", "201", 1),)
    assert as_role(desk.office, CLERK).ask(told_of, run.id) == ()
