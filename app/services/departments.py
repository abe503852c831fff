"""Departments: the parts of the firm, one within another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.employees.employee import Department
from app.domain.employees.managing import is_circle
from app.domain.shared.ids import DepartmentId, EmployeeId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Invalid
from app.services.office import Desk
from app.services.people import People
from app.services.permissions import Permission, command, query

NO_NAME = Rule("departments.no-name")
NAME_TAKEN = Rule("departments.name-taken", "name")
CIRCLE = Rule("departments.circle", "name")


@dataclass(frozen=True, slots=True)
class DepartmentsSeen:
    """Every department, and the names of those who work here."""

    rows: tuple[Department, ...]
    people: Mapping[EmployeeId, str]


@query(Permission.EMPLOYEES_READ)
def rows(desk: Desk) -> tuple[Department, ...]:
    """Return every department, those that are closed too, as they came in."""
    return desk.store.departments.all()


@query(Permission.EMPLOYEES_READ)
def seen(desk: Desk) -> DepartmentsSeen:
    """Return the departments and who may head one, by name."""
    return DepartmentsSeen(desk.store.departments.all(), People(desk).names(desk.today))


@query(Permission.EMPLOYEES_READ)
def check(desk: Desk, department: Department) -> tuple[Problem, ...]:
    """Return all that is wrong with a department, each at its field."""
    others = [one for one in desk.store.departments.all() if one.id != department.id]
    problems = []
    name = one_line(department.name)
    if not name:
        problems.append(NO_NAME.at("name"))
    if any(one.name.casefold() == name.casefold() and not one.is_closed for one in others):
        problems.append(NAME_TAKEN.at("name", name=name))
    parents = {one.id: one.parent_id for one in others}
    parent = department.parent_id
    if parent is not None and is_circle(department.id, parent, parents):
        found = next((one.name for one in others if one.id == parent), name)
        problems.append(CIRCLE.at("parent_id", name=found))
    return tuple(problems)


@command(Permission.EMPLOYEES_CHANGE)
def add(desk: Desk, department: Department) -> Department:
    """Add a department; its id is given by whoever adds it, 0 asks for one; raises Invalid."""
    new_one = replace(department, id=department.id or DepartmentId(new_id()), version=1)
    kept = _required(desk, new_one)
    desk.store.departments.add(kept)
    return kept


@command(Permission.EMPLOYEES_CHANGE)
def change(desk: Desk, department: Department) -> Department:
    """Replace a department, of the version that was read; raises Invalid, Conflict."""
    before = desk.store.departments.current(department.id, department.version)
    after = replace(_required(desk, department), version=before.version + 1)
    desk.store.departments.save(before, after)
    return after


def _required(desk: Desk, department: Department) -> Department:
    if department.parent_id is not None:
        desk.store.departments.get(department.parent_id)
    if department.head_id is not None:
        desk.store.employees.get(department.head_id)
    problems = check(desk, department)
    if problems:
        raise Invalid(problems)
    tidy = (one_line(department.name), one_line(department.cost_centre))
    return replace(department, name=tidy[0], cost_centre=tidy[1])
