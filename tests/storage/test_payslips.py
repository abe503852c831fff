"""Payslips are sealed, read by run and person, and put anew while a run is calculated."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.payroll.payroll import PayrollRun, Payslip, Period, RunState
from app.domain.shared.ids import EmployeeId, PayrollRunId, PayslipId, new_id
from app.domain.shared.refusals import NotFound
from app.storage.database import Database
from app.storage.unit import Unit
from app.storage.wall import BehindWall
from tests.payrolls import a_contract, a_payee, a_slip, eur
from tests.storage.test_employees import add_person

SLIP = a_slip(a_payee(a_contract(eur("4711.23"))))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def a_run(unit: Unit, month: int, state: RunState = RunState.POSTED) -> PayrollRun:
    first, last = date(2026, month, 1), date(2026, month, 28)
    approved = datetime(2026, month, 25, tzinfo=UTC)
    new = PayrollRunId(new_id())
    run = PayrollRun(new, 1, state, Period.MONTH, first, last, last, "EUR", approved_at=approved)
    unit.payroll_runs.add(run)
    return run


def slip_of(run: PayrollRun, person: EmployeeId) -> Payslip:
    return replace(SLIP, id=PayslipId(new_id()), run_id=run.id, employee_id=person)


def test_the_payslips_of_a_run_are_read_behind_the_wall(database: Database) -> None:
    with database.write() as unit:
        person, run = add_person(unit).id, a_run(unit, 3)
        slip = slip_of(run, person)
        unit.payslips.put(run.id, [slip])

        assert unit.payslips.of_run(run.id) == ()
        with pytest.raises(BehindWall):
            unit.payslips.get(slip.id)
        unit.wall.let_in()
        assert unit.payslips.of_run(run.id) == (slip,)
        assert unit.payslips.of_runs([run.id]) == (slip,)
        assert unit.payslips.get(slip.id) == slip
        with pytest.raises(NotFound):
            unit.payslips.get(PayslipId(1))


def test_what_is_put_anew_takes_the_place_of_what_was_there(database: Database) -> None:
    with database.write() as unit:
        person, run = add_person(unit).id, a_run(unit, 3, RunState.CALCULATED)
        unit.payslips.put(run.id, [slip_of(run, person)])
        before = unit.payslips.seal_of(run.id)
        again = slip_of(run, person)
        unit.payslips.put(run.id, [again])

        unit.wall.let_in()
        assert unit.payslips.of_run(run.id) == (again,)
        assert unit.payslips.seal_of(run.id) != before
        unit.payslips.put(run.id, ())
        assert unit.payslips.of_run(run.id) == ()


def test_the_latest_is_that_of_the_run_approved_last_in_the_year(database: Database) -> None:
    with database.write() as unit:
        person = add_person(unit).id
        runs = [a_run(unit, 2), a_run(unit, 4), a_run(unit, 5, RunState.CALCULATED)]
        slips = [slip_of(run, person) for run in runs]
        for run, slip in zip(runs, slips, strict=True):
            unit.payslips.put(run.id, [slip])
        unit.wall.let_in()

        assert unit.payslips.latest([person], *YEAR) == {person: slips[1]}
        assert unit.payslips.latest([person], date(2025, 1, 1), date(2025, 12, 31)) == {}
        assert unit.payslips.of_person(person) == tuple(slips[:2])
