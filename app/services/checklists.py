"""Checklists: the steps of joining and leaving, from templates, ticked one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.employees.belongings import (
    Checklist,
    ChecklistTemplate,
    begun,
    check_template,
    left_out,
    taken_back,
    ticked,
)
from app.domain.shared.ids import (
    ChecklistId,
    ChecklistItemId,
    ChecklistTemplateId,
    EmployeeId,
    new_id,
)
from app.domain.shared.lines import one_line
from app.domain.shared.refusals import Conflict, Invalid
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@query(Permission.EMPLOYEES_READ)
def templates(desk: Desk) -> tuple[ChecklistTemplate, ...]:
    """Return every template, those that are closed too, as they came in."""
    return desk.store.checklist_templates.all()


@query(Permission.EMPLOYEES_READ)
def of(desk: Desk, employee_id: EmployeeId) -> tuple[Checklist, ...]:
    """Return the checklists of a person, in the order they were begun."""
    return desk.store.checklists.of(employee_id)


@command(Permission.EMPLOYEES_CHANGE)
def write_template(desk: Desk, one: ChecklistTemplate) -> ChecklistTemplate:
    """Write a template: an id of 0 asks for one; raises Invalid, Conflict."""
    problems = check_template(one)
    if problems:
        raise Invalid(problems)
    kept = replace(one, name=one_line(one.name))
    store = desk.store.checklist_templates
    if not kept.id:
        new = replace(kept, id=ChecklistTemplateId(new_id()), version=1)
        store.add(new)
        return new
    before = store.current(kept.id, kept.version)
    after = replace(kept, version=before.version + 1)
    store.save(before, after)
    return after


@command(Permission.EMPLOYEES_CHANGE)
def begin(
    desk: Desk,
    employee_id: EmployeeId,
    template_id: ChecklistTemplateId,
    day: date | None = None,
) -> Checklist:
    """Begin a checklist of a person: each step is due by its days from the day; or NotFound."""
    employee = desk.store.employees.get(employee_id)
    template = desk.store.checklist_templates.get(template_id)
    new = begun(template, employee_id, day or employee.ends_on or employee.starts_on)
    desk.store.checklists.add(new)
    return new


@command(Permission.EMPLOYEES_CHANGE)
def tick(
    desk: Desk, checklist_id: ChecklistId, version: int, item_id: ChecklistItemId
) -> Checklist:
    """Note that a step is done, today and by whom; raises NotFound, StepDone, Conflict."""
    lists = Lists(desk)
    before = lists.current(checklist_id, version)
    return lists.keep(before, ticked(before, item_id, desk.today, desk.who.name))


@command(Permission.EMPLOYEES_CHANGE)
def leave_out(
    desk: Desk, checklist_id: ChecklistId, version: int, item_id: ChecklistItemId, reason: str
) -> Checklist:
    """Leave a step out for a reason; raises NotFound, StepDone, NoReason, Conflict."""
    lists = Lists(desk)
    before = lists.current(checklist_id, version)
    return lists.keep(before, left_out(before, item_id, reason))


@command(Permission.EMPLOYEES_CHANGE)
def take_back(
    desk: Desk, checklist_id: ChecklistId, version: int, item_id: ChecklistItemId
) -> Checklist:
    """Let a step be done again; raises NotFound, Conflict."""
    lists = Lists(desk)
    before = lists.current(checklist_id, version)
    return lists.keep(before, taken_back(before, item_id))


class Lists:
    """Keeps checklists at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store.checklists

    def current(self, checklist_id: ChecklistId, version: int) -> Checklist:
        """Return a checklist as it was read before; raises NotFound, or Conflict if it changed."""
        found = self._store.get(checklist_id)
        if found.version != version:
            raise Conflict(record="checklist", id=checklist_id)
        return found

    def keep(self, before: Checklist, after: Checklist) -> Checklist:
        """Replace a checklist and return it as kept."""
        return self._store.save(before, after)
