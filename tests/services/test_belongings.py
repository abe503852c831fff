"""Qualifications and equipment are written, changed, given back and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.employees.belongings import Equipment, Qualification
from app.domain.shared.ids import EmployeeId, EquipmentId, QualificationId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import belongings, employees
from app.services.office import Office
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import a_form


@on_sqlite
def test_a_qualification_is_written_changed_and_removed(office: Office) -> None:
    person = office.do(employees.add, a_form()).result.id
    new = Qualification(QualificationId(0), 1, person, " First aid ", expires_on=TODAY)

    made = office.do(belongings.qualify, new).result
    longer = office.do(belongings.qualify, replace(made, expires_on=None)).result

    assert (made.name, longer.version) == ("First aid", 2)
    with pytest.raises(Conflict):
        office.do(belongings.qualify, made)
    with pytest.raises(NotFound):
        office.do(belongings.qualify, replace(new, employee_id=EmployeeId(1)))
    office.do(belongings.unqualify, longer.id, longer.version)
    assert office.ask(belongings.of, person).qualifications == ()


@on_sqlite
def test_equipment_comes_back_after_it_was_handed_out(office: Office) -> None:
    person = office.do(employees.add, a_form()).result.id
    new = Equipment(EquipmentId(0), 1, person, "Phone", handed_on=TODAY)
    made = office.do(belongings.equip, new).result

    with pytest.raises(Invalid):
        office.do(belongings.give_back, made.id, 1, TODAY - timedelta(1))
    back = office.do(belongings.give_back, made.id, 1).result
    again = office.do(belongings.equip, replace(back, serial=" X-1 ")).result

    assert (back.returned_on, again.serial) == (TODAY, "X-1")
    assert office.ask(belongings.of, person).equipment == (again,)
    office.do(belongings.unequip, again.id, again.version)
    assert office.ask(belongings.of, person).equipment == ()
