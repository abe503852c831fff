"""What belongs to people: qualifications that run out, and equipment that is handed out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.employees.belongings import (
    Equipment,
    Qualification,
    check_equipment,
    check_qualification,
)
from app.domain.shared.ids import EmployeeId, EquipmentId, QualificationId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@dataclass(frozen=True, slots=True)
class Owned:
    """What belongs to a person."""

    qualifications: tuple[Qualification, ...]
    equipment: tuple[Equipment, ...]


@query(Permission.EMPLOYEES_READ)
def of(desk: Desk, employee_id: EmployeeId) -> Owned:
    """Return the qualifications and the equipment of a person."""
    store = desk.store
    return Owned(store.qualifications.of(employee_id), store.equipment.of(employee_id))


@command(Permission.EMPLOYEES_CHANGE)
def qualify(desk: Desk, one: Qualification) -> Qualification:
    """Write a qualification of a person: an id of 0 asks for one; raises Invalid, Conflict."""
    _require(check_qualification(one))
    kept = replace(one, name=one_line(one.name), issuer=one_line(one.issuer))
    store = desk.store.qualifications
    desk.store.employees.get(kept.employee_id)
    if not kept.id:
        new = replace(kept, id=QualificationId(new_id()), version=1)
        store.add(new)
        return new
    before = store.current(kept.id, kept.version)
    after = replace(kept, version=before.version + 1, employee_id=before.employee_id)
    store.save(before, after)
    return after


@command(Permission.EMPLOYEES_CHANGE)
def unqualify(desk: Desk, qualification_id: QualificationId, version: int) -> Qualification:
    """Remove a qualification that was written by mistake; raises NotFound, Conflict."""
    gone = desk.store.qualifications.current(qualification_id, version)
    desk.store.qualifications.remove(gone)
    return gone


@command(Permission.EMPLOYEES_CHANGE)
def equip(desk: Desk, one: Equipment) -> Equipment:
    """Write equipment of a person: an id of 0 asks for one; raises Invalid, Conflict."""
    _require(check_equipment(one))
    kept = replace(one, name=one_line(one.name), serial=one_line(one.serial))
    store = desk.store.equipment
    desk.store.employees.get(kept.employee_id)
    if not kept.id:
        new = replace(kept, id=EquipmentId(new_id()), version=1)
        store.add(new)
        return new
    before = store.current(kept.id, kept.version)
    after = replace(kept, version=before.version + 1, employee_id=before.employee_id)
    store.save(before, after)
    return after


@command(Permission.EMPLOYEES_CHANGE)
def give_back(
    desk: Desk, equipment_id: EquipmentId, version: int, day: date | None = None
) -> Equipment:
    """Note that equipment came back; raises Invalid, NotFound, Conflict."""
    before = desk.store.equipment.current(equipment_id, version)
    after = replace(before, version=version + 1, returned_on=day or desk.today)
    _require(check_equipment(after))
    desk.store.equipment.save(before, after)
    return after


@command(Permission.EMPLOYEES_CHANGE)
def unequip(desk: Desk, equipment_id: EquipmentId, version: int) -> Equipment:
    """Remove equipment that was written by mistake; raises NotFound, Conflict."""
    gone = desk.store.equipment.current(equipment_id, version)
    desk.store.equipment.remove(gone)
    return gone


def _require(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Invalid(problems)
