"""What belongs to an employment: qualifications, equipment handed out, and checklists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.shared.ids import (
    ChecklistId,
    ChecklistItemId,
    ChecklistTemplateId,
    DocumentId,
    EmployeeId,
    EquipmentId,
    QualificationId,
)
from app.domain.shared.money import Money


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
