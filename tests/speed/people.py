"""An office with people: departments, who leads whom, changes, contracts, what is private."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from app.domain.admin.company import Company
from app.domain.employees.belongings import Qualification
from app.domain.employees.contract import Contract, ContractKind, ContractState, Pay
from app.domain.employees.dating import Spot
from app.domain.employees.employee import (
    Department,
    Employee,
    EmployeeRecord,
    PersonName,
    Private,
    Profile,
)
from app.domain.employees.findable import findable
from app.domain.shared.ids import (
    ContractId,
    DepartmentId,
    EmployeeId,
    QualificationId,
    new_id,
)
from app.domain.shared.money import Money
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office
from app.storage.unit import Unit
from tests.builders import TODAY

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
DEPARTMENTS = ("Shop", "Kitchen", "Office", "Store", "Drivers")
GIVEN = ("Anna", "Mikko", "Sanna", "Oskari", "Emma", "Leo", "Aino")
POSITIONS = ("Clerk", "Cook", "Driver", "Accountant")
LED = 12
"""So many people have the same manager."""


class People:
    """Writes people of whom all is known, as many as are wanted."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._departments = [DepartmentId(new_id()) for _name in DEPARTMENTS]
        self._ids: list[EmployeeId] = []

    def write(self, wanted: int) -> list[EmployeeId]:
        """Write so many people and return them."""
        for department, name in zip(self._departments, DEPARTMENTS, strict=True):
            self._unit.departments.add(Department(department, 1, name))
        for number in range(wanted):
            self._person(number)
        return self._ids

    def _person(self, number: int) -> None:
        unit, person = self._unit, EmployeeId(new_id())
        began = date(2015 + number % 10, 1 + number % 12, 1)
        left = began + timedelta(800) if number % 9 == 0 else None
        employee = Employee(person, 1, f"EMP-{number:05}", began, left)
        unit.employees.add(employee)
        for place, position in enumerate(("Trainee", POSITIONS[number % len(POSITIONS)])):
            since = began + timedelta(200 * place)
            until = began + timedelta(200) if not place else None
            record = self._record(person, number, position, (since, until))
            unit.employees.add_record(record, Spot(None, None))
        unit.search.put(findable(employee, record.profile, TODAY))
        unit.contracts.add(_contract(person, began, number))
        card = Qualification(QualificationId(new_id()), 1, person, "First aid", expires_on=TODAY)
        unit.qualifications.add(card)
        self._ids.append(person)

    def _record(
        self, person: EmployeeId, number: int, position: str, held: tuple[date, date | None]
    ) -> EmployeeRecord:
        profile = Profile(
            PersonName(GIVEN[number % len(GIVEN)], f"Person {number}"),
            position,
            self._departments[number % len(DEPARTMENTS)],
            self._ids[number // LED] if number >= LED else None,
        )
        private = Private(identity_number=f"{number:06}-123A", phone="+358 40 1234567")
        place = 1 + (position != "Trainee")
        return EmployeeRecord(person, place, *held, AT, "Bench", "", profile, private)


def _contract(person: EmployeeId, began: date, number: int) -> Contract:
    return Contract(
        id=ContractId(new_id()),
        version=1,
        employee_id=person,
        kind=ContractKind.PERMANENT,
        state=ContractState.SIGNED,
        starts_on=began,
        ends_on=None,
        position=POSITIONS[number % len(POSITIONS)],
        hours=Decimal("37.5"),
        pay=Pay(Money(250000 + number, "EUR")),
        signed_on=began,
    )


def staffed(folder: Path, wanted: int) -> tuple[Office, list[EmployeeId]]:
    """Return an open office in which so many people work or worked, and who they are."""
    office = Office(create_office(folder / "A.backdesk"), FixedClock(TODAY), Actor("Maija"))
    with office.database.write() as unit:
        unit.company.add(Company("Lumo & Suoni Oy", "FI", "EUR", "fi"))
        ids = People(unit).write(wanted)
    return office, ids
