"""What belongs to an employment: qualifications, equipment handed out, and checklists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from app.domain.shared.ids import (
    ChecklistId,
    ChecklistItemId,
    ChecklistTemplateId,
    DocumentId,
    EmployeeId,
    EquipmentId,
    QualificationId,
    new_id,
)
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import NotFound, Refusal

NO_NAME = Rule("belongings.no-name")
EXPIRES_FIRST = Rule("belongings.expires-first", "issued", "expires")
BACK_FIRST = Rule("belongings.back-first", "handed", "returned")
NO_STEPS = Rule("checklists.no-steps")


class NoReason(Refusal):
    """What is left out is left out for a reason that is written down."""

    code = "checklists.no-reason"


class StepDone(Refusal):
    """The step was done or left out already."""

    code = "checklists.step-done"


@dataclass(frozen=True, slots=True)
class Qualification:
    """What a person may or can do; ``expires_on`` is the last day on which it holds."""

    id: QualificationId
    version: int
    employee_id: EmployeeId
    name: str
    issuer: str = ""
    reference: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    document_id: DocumentId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a person was handed and gives back at the end."""

    id: EquipmentId
    version: int
    employee_id: EmployeeId
    name: str
    serial: str = ""
    handed_on: date | None = None
    returned_on: date | None = None
    worth: Money | None = None
    note: str = ""


class Occasion(Enum):
    """When a checklist is worked through."""

    JOINING = "joining"
    LEAVING = "leaving"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a template: what to do, so many days from the day that the list is about."""

    text: str
    days: int = 0
    role: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistTemplate:
    """The steps of an occasion, in their order."""

    id: ChecklistTemplateId
    version: int
    name: str
    occasion: Occasion
    steps: tuple[Step, ...]
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A step for one person; done by whom and when, or left out with a reason."""

    id: ChecklistItemId
    place: int
    text: str
    due_on: date | None = None
    role: str = ""
    done_on: date | None = None
    done_by: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The steps of one person's joining or leaving; ``day`` is the first or last day of work."""

    id: ChecklistId
    version: int
    employee_id: EmployeeId
    occasion: Occasion
    name: str
    day: date
    items: tuple[ChecklistItem, ...]


def check_qualification(one: Qualification) -> tuple[Problem, ...]:
    """Return what is wrong with a qualification, each at its field."""
    found = [] if one.name.strip() else [NO_NAME.at("name")]
    if one.issued_on and one.expires_on and one.expires_on < one.issued_on:
        days = {"issued": one.issued_on, "expires": one.expires_on}
        found.append(EXPIRES_FIRST.at("expires_on", **days))
    return tuple(found)


def check_equipment(one: Equipment) -> tuple[Problem, ...]:
    """Return what is wrong with equipment, each at its field."""
    found = [] if one.name.strip() else [NO_NAME.at("name")]
    if one.handed_on and one.returned_on and one.returned_on < one.handed_on:
        days = {"handed": one.handed_on, "returned": one.returned_on}
        found.append(BACK_FIRST.at("returned_on", **days))
    return tuple(found)


def check_template(one: ChecklistTemplate) -> tuple[Problem, ...]:
    """Return what is wrong with a template, each at its field."""
    return tuple(_faults_of_template(one))


def _faults_of_template(one: ChecklistTemplate) -> Iterator[Problem]:
    if not one.name.strip():
        yield NO_NAME.at("name")
    if not any(step.text.strip() for step in one.steps):
        yield NO_STEPS.at("steps")


def begun(template: ChecklistTemplate, employee_id: EmployeeId, day: date) -> Checklist:
    """Return the checklist of a person from a template; each step is due by its days from a day."""
    items = tuple(
        ChecklistItem(
            id=ChecklistItemId(new_id()),
            place=place,
            text=one_line(step.text),
            due_on=_moved(day, step.days),
            role=one_line(step.role),
        )
        for place, step in enumerate(template.steps)
        if step.text.strip()
    )
    checklist_id = ChecklistId(new_id())
    return Checklist(checklist_id, 1, employee_id, template.occasion, template.name, day, items)


def ticked(checklist: Checklist, item_id: ChecklistItemId, day: date, who: str) -> Checklist:
    """Return a checklist on which a step is done; raises NotFound, StepDone."""
    item = _open_item(checklist, item_id)
    return _with(checklist, replace(item, done_on=day, done_by=who))


def left_out(checklist: Checklist, item_id: ChecklistItemId, reason: str) -> Checklist:
    """Return a checklist on which a step is left out; raises NotFound, StepDone, NoReason."""
    item = _open_item(checklist, item_id)
    if not one_line(reason):
        raise NoReason
    return _with(checklist, replace(item, left_out=one_line(reason)))


def taken_back(checklist: Checklist, item_id: ChecklistItemId) -> Checklist:
    """Return a checklist on which a step is to be done again; raises NotFound."""
    item = _item(checklist, item_id)
    return _with(checklist, replace(item, done_on=None, done_by="", left_out=""))


def is_open(item: ChecklistItem) -> bool:
    """Say whether a step is still to be done."""
    return item.done_on is None and not item.left_out


def _moved(day: date, days: int) -> date:
    """Return a day so many days later, within what a calendar has."""
    furthest = (date.max - day).days if days > 0 else (date.min - day).days
    return day + timedelta(days=min(days, furthest) if days > 0 else max(days, furthest))


def _item(checklist: Checklist, item_id: ChecklistItemId) -> ChecklistItem:
    found = next((one for one in checklist.items if one.id == item_id), None)
    if found is None:
        raise NotFound(record="checklist", id=item_id)
    return found


def _open_item(checklist: Checklist, item_id: ChecklistItemId) -> ChecklistItem:
    item = _item(checklist, item_id)
    if not is_open(item):
        raise StepDone(text=item.text)
    return item


def _with(checklist: Checklist, item: ChecklistItem) -> Checklist:
    items = tuple(item if one.id == item.id else one for one in checklist.items)
    return replace(checklist, items=items)
