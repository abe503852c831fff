"""What hinders the erasure of an employee is counted, and what goes is gone for good."""

from __future__ import annotations

from app.domain.admin.erasure_plan import Hindrance
from app.domain.employees.belongings import Equipment
from app.domain.employees.employee import Private
from app.domain.shared.ids import EquipmentId
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import IDENTITY, hire
from tests.trade import opened_books


def test_equipment_that_is_out_hinders_and_goes_when_it_came_back(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)
    person, other = hire(office), hire(office)
    with database.write() as unit:
        unit.wall.let_in()
        for number, one in enumerate((person, other), 1):
            unit.equipment.add(Equipment(EquipmentId(number), 1, one.id, "Phone"))
        assert unit.people_erasures.hindrances(person.id) == (Hindrance("equipment-out", 1),)
        back = unit.equipment.get(1)
        unit.equipment.save(back, Equipment(back.id, 2, person.id, "Phone", returned_on=TODAY))
        assert unit.people_erasures.hindrances(person.id) == ()

        unit.people_erasures.forget(person.id)

        assert unit.equipment.of(person.id) == ()
        assert len(unit.equipment.of(other.id)) == 1
        assert {one.private for one in unit.employees.records(person.id)} == {Private()}
        kept = unit.employees.records(other.id)[-1].private
        assert kept is not None and kept.identity_number == IDENTITY


def test_what_stays_is_counted(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)
    person = hire(office)

    with database.read() as unit:
        counts = dict(unit.people_erasures.kept(person.id))

    assert counts["contract"] == 1
    assert counts["payslip"] == 0
