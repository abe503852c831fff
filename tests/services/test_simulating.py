"""A run is tried before it is begun: beside last time, with whom it leaves out, keeping nothing."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.payroll.left_out import LeftOut
from app.services import employees, payroll, simulating
from app.services.payroll import RunForm
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.employing import CLERK, a_form, as_role
from tests.payrolling import APRIL_RUN, MARCH_RUN, PayDesk, employ, give, pay_desk
from tests.payrolls import eur

JUNE_RUN = RunForm(date(2026, 6, 1), date(2026, 6, 30), date(2026, 6, 30))


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


@on_sqlite
def test_a_simulation_stands_beside_the_run_before_and_keeps_nothing(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    posted = desk.posted()
    give(desk, person.id, "bonus", amount=eur("500"), first_on=date(2026, 4, 1))

    found = desk.office.ask(simulating.simulated, APRIL_RUN)

    assert found.last == posted
    assert found.before is not None
    assert found.totals.gross - found.before.gross == eur("500")
    assert len(desk.office.ask(payroll.runs)) == 1
    assert found.warnings


@on_sqlite
def test_without_a_run_before_there_is_nothing_to_compare_with(desk: PayDesk) -> None:
    employ(desk, eur("3200"))

    found = desk.office.ask(simulating.simulated, MARCH_RUN)

    assert (found.last, found.before) == (None, None)
    assert [row.compared.before for row in found.rows] == [None]


@on_sqlite
def test_who_works_then_and_gets_nothing_is_told_with_why(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    without = desk.office.do(employees.add, a_form("Boon", "Jaidee")).result
    run = desk.run()

    (tried,) = desk.office.ask(simulating.simulated, JUNE_RUN).left_out
    (told,) = desk.office.ask(simulating.left_out, run.id)

    assert tried == told
    assert (told.employee_id, told.name, told.why) == (
        without.id,
        "Boon Jaidee",
        LeftOut.NO_CONTRACT,
    )
    assert as_role(desk.office, CLERK).ask(simulating.left_out, run.id) == ()
