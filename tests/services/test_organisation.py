"""Everybody stands once under who leads them, as of a day."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.employees.employee import Standing
from app.domain.employees.row import EmployeeRow
from app.domain.shared.ids import EmployeeId
from app.services import employees, organisation
from app.services.office import Office
from app.services.organisation import Chart
from tests.databases import on_sqlite
from tests.employing import STARTS, a_form


@on_sqlite
def test_who_is_led_stands_under_who_leads(office: Office) -> None:
    head = office.do(employees.add, a_form("Zoe", "Aalto")).result
    for name in ("Boon", "Anna"):
        office.do(employees.add, a_form(name, manager_id=head.id))

    found = office.ask(organisation.chart)

    assert [(one.row.name, one.depth, one.leads) for one in found] == [
        ("Zoe Aalto", 0, 2),
        ("Anna Salonen", 1, 0),
        ("Boon Salonen", 1, 0),
    ]
    assert office.ask(organisation.chart, STARTS - timedelta(1)) == ()
    assert office.ask(organisation.page).startswith(b"%PDF")


def test_a_circle_in_old_data_loses_nobody() -> None:
    def row(one: int, manager: int | None) -> EmployeeRow:
        leads = None if manager is None else EmployeeId(manager)
        day = date(2024, 1, 1)
        known = (EmployeeId(one), str(one), str(one), "", "", "", day, None, Standing.EMPLOYED)
        return EmployeeRow(*known, manager_id=leads)

    rows = (row(1, None), row(2, 3), row(3, 2), row(4, 99))

    assert [one.id for one in Chart(rows).placed()] == [1, 4, 2, 3]
