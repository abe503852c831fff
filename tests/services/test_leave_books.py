"""The books of leave follow contracts and calendars, and the holidays of their country."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.employees.calendar import WorkCalendar
from app.domain.employees.contract import Contract, ContractKind, ContractState
from app.domain.shared.ids import CalendarId, ContractId, EmployeeId, new_id
from app.services.leave_books import LeaveBooks, Rests
from app.services.office import Office, no_progress
from tests.databases import on_sqlite
from tests.services.leaving import an_employee

BEGAN = date(2020, 5, 1)
HALF = WorkCalendar(CalendarId(7), 1, "Mornings", (240, 240, 240, 240, 240, 0, 0), "TH")


def a_contract(
    person: EmployeeId, starts_on: date, ends_on: date | None, calendar: CalendarId | None = None
) -> Contract:
    return Contract(
        ContractId(new_id()),
        1,
        person,
        ContractKind.PERMANENT,
        ContractState.SIGNED,
        starts_on,
        ends_on,
        "Clerk",
        Decimal("22.5"),
        None,
        calendar,
    )


@on_sqlite
def test_each_contract_has_its_week(office: Office) -> None:
    person = an_employee(office)
    with office.database.write() as unit:
        unit.calendars.add(HALF)
        unit.contracts.add(a_contract(person, BEGAN, date(2025, 12, 31)))
        unit.contracts.add(a_contract(person, date(2026, 1, 1), None, HALF.id))

    with office.database.read() as unit:
        desk = office.desk(unit, no_progress)
        service = LeaveBooks(desk).service(unit.employees.get(person))

    before, after = service.days_on(date(2025, 12, 31)), service.days_on(date(2026, 1, 5))
    assert before is not None
    assert after is not None
    assert before.minutes == (270, 270, 270, 270, 270, 0, 0)
    assert after.minutes == HALF.minutes
    assert not before.is_worked(date(2025, 12, 6))
    assert service.days_on(date(2020, 4, 30)) is None


def test_easter_saturday_is_no_weekday_in_finland_alone() -> None:
    saturday = date(2026, 4, 4)

    assert saturday in Rests("FI", "")
    assert saturday not in Rests("DE", "")
    assert saturday not in Rests("XX", "")
    assert date(2026, 4, 13) in Rests("TH", "")
    assert "2026-04-04" not in Rests("FI", "")
