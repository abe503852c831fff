"""Pay runs and payslips are found by whoever may read them, and by nobody else."""

from __future__ import annotations

import pytest

from app.services import payroll, search
from app.services.office import Office
from app.services.permissions import Permission, Role
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import eur

NO_PAYROLL = Role("no payroll", frozenset(Permission) - {Permission.PAYROLL_READ})


@pytest.fixture
def desk(database: Database) -> PayDesk:
    desk = pay_desk(database)
    employ(desk, eur("4711.23"))
    return desk


def found(office: Office, words: str) -> set[tuple[str, str]]:
    hits = office.ask(search.find, words)
    return {(hit.kind, hit.title) for hit in hits if hit.kind in {"payroll-run", "payslip"}}


def test_a_run_is_found_once_begun_and_its_payslips_once_approved(desk: PayDesk) -> None:
    run = desk.run()
    assert found(desk.office, "2026-03") == {("payroll-run", "2026-03")}
    assert found(desk.office, "aino") == set()

    desk.other.do(payroll.approve, run.id)
    posted = desk.office.do(payroll.post, run.id).result

    assert found(desk.office, "aino") == {("payslip", "Aino Salonen")}
    assert found(desk.office, posted.number) == {
        ("payroll-run", posted.number),
        ("payslip", "Aino Salonen"),
    }


@on_sqlite
def test_who_may_not_read_finds_neither(desk: PayDesk) -> None:
    posted = desk.posted()

    assert found(as_role(desk.office, CLERK), posted.number) == {("payroll-run", posted.number)}
    assert found(as_role(desk.office, NO_PAYROLL), posted.number) == set()
    assert found(desk.office, "4711,23") == set()


@on_sqlite
def test_a_run_that_came_to_nothing_is_found_no_more(desk: PayDesk) -> None:
    run = desk.run()

    desk.office.do(payroll.discard, run.id)

    assert found(desk.office, "2026-03") == set()
