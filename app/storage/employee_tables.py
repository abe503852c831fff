"""The tables of employees, their contracts, and what belongs to an employment.

A ``sealed`` column holds what wall.py sealed with the key of the person.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Named,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from app.domain.employees.belongings import Occasion
from app.domain.employees.contract import ContractKind, ContractState
from app.domain.employees.employee import Leaving
from app.storage.sorting import SortKey
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Minor, Scaled, Whole, metadata

HOURS = Scaled(2)


class _PersonKey(TypedColumns):
    employee_id: Named[int] = Column(Id, primary_key=True)
    sealed: Named[str] = Column(Text, nullable=False)


class _Employee(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    number: Named[str] = Column(Text, nullable=False, unique=True)
    starts_on: Named[date] = Column(Day, nullable=False)
    ends_on: Named[date | None] = Column(Day)
    leaving: Named[Leaving | None] = Column(EnumText(Leaving))
    user_name: Named[str] = Column(Text, nullable=False)
    pin: Named[str | None] = Column(Text)


class _Record(TypedColumns):
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), primary_key=True)
    number: Named[int] = Column(Whole, primary_key=True)
    valid_from: Named[date] = Column(Day, nullable=False)
    valid_until: Named[date | None] = Column(Day)
    recorded_at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    name_key: Named[str] = Column(SortKey, nullable=False)
    position: Named[str] = Column(Text, nullable=False)
    department_id: Named[int | None] = Column(Id, ForeignKey("department.id"))
    manager_id: Named[int | None] = Column(Id, ForeignKey("employee.id"))
    profile: Named[Any] = Column(Json, nullable=False)
    sealed: Named[str] = Column(Text, nullable=False)


class _Department(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    name_key: Named[str] = Column(SortKey, nullable=False)
    parent_id: Named[int | None] = Column(Id, ForeignKey("department.id"))
    head_id: Named[int | None] = Column(Id, ForeignKey("employee.id"))
    cost_centre: Named[str] = Column(Text, nullable=False)
    is_closed: Named[bool] = Column(Flag, nullable=False)


class _Calendar(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    minutes: Named[Any] = Column(Json, nullable=False)
    country: Named[str] = Column(Text, nullable=False)
    region: Named[str] = Column(Text, nullable=False)
    is_default: Named[bool] = Column(Flag, nullable=False)


class _Contract(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    kind: Named[ContractKind] = Column(EnumText(ContractKind), nullable=False)
    state: Named[ContractState] = Column(EnumText(ContractState), nullable=False)
    starts_on: Named[date] = Column(Day, nullable=False)
    ends_on: Named[date | None] = Column(Day)
    position: Named[str] = Column(Text, nullable=False)
    hours: Named[Decimal] = Column(HOURS, nullable=False)
    sealed: Named[str] = Column(Text, nullable=False)
    calendar_id: Named[int | None] = Column(Id, ForeignKey("work_calendar.id"))
    probation_until: Named[date | None] = Column(Day)
    notice_days: Named[int] = Column(Whole, nullable=False)
    agreement: Named[str] = Column(Text, nullable=False)
    signed_on: Named[date | None] = Column(Day)
    document_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    letter_id: Named[int | None] = Column(Id, ForeignKey("letter_out.id"))
    follows_id: Named[int | None] = Column(Id, ForeignKey("contract.id"))
    reason: Named[str] = Column(Text, nullable=False)


class _Qualification(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    issuer: Named[str] = Column(Text, nullable=False)
    reference: Named[str] = Column(Text, nullable=False)
    issued_on: Named[date | None] = Column(Day)
    expires_on: Named[date | None] = Column(Day)
    document_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    note: Named[str] = Column(Text, nullable=False)


class _Equipment(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    serial: Named[str] = Column(Text, nullable=False)
    handed_on: Named[date | None] = Column(Day)
    returned_on: Named[date | None] = Column(Day)
    worth_minor: Named[int | None] = Column(Minor)
    currency: Named[str] = Column(Text, nullable=False)
    note: Named[str] = Column(Text, nullable=False)


class _Template(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    occasion: Named[Occasion] = Column(EnumText(Occasion), nullable=False)
    steps: Named[Any] = Column(Json, nullable=False)
    is_closed: Named[bool] = Column(Flag, nullable=False)


class _Checklist(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    occasion: Named[Occasion] = Column(EnumText(Occasion), nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    day: Named[date] = Column(Day, nullable=False)
    is_open: Named[bool] = Column(Flag, nullable=False)


class _Item(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    checklist_id: Named[int] = Column(Id, ForeignKey("checklist.id"), nullable=False)
    place: Named[int] = Column(Whole, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    due_on: Named[date | None] = Column(Day)
    role: Named[str] = Column(Text, nullable=False)
    done_on: Named[date | None] = Column(Day)
    done_by: Named[str] = Column(Text, nullable=False)
    left_out: Named[str] = Column(Text, nullable=False)


person_key = Table("person_key", metadata, _PersonKey)
"""The key of each person, sealed with that of the personnel office: when it is destroyed nobody
reads what was sealed with it, here or in the audit, and the chain of the audit still holds."""
employee = Table(
    "employee",
    metadata,
    _Employee,
    CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends-after-start"),
)
employee_record = Table(
    "employee_record",
    metadata,
    _Record,
    CheckConstraint(
        "valid_until IS NULL OR valid_until >= valid_from", name="until-not-before-from"
    ),
)
"""``valid_until`` is the first day on which the record does not hold any more. A record that
another of the same day took the place of has the day as both: it holds on no day."""
department = Table("department", metadata, _Department)
work_calendar = Table("work_calendar", metadata, _Calendar)
contract = Table(
    "contract",
    metadata,
    _Contract,
    CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends-after-start"),
)
qualification = Table("qualification", metadata, _Qualification)
equipment = Table("equipment", metadata, _Equipment)
checklist_template = Table("checklist_template", metadata, _Template)
checklist = Table("checklist", metadata, _Checklist)
checklist_item = Table("checklist_item", metadata, _Item, UniqueConstraint("checklist_id", "place"))

Index("ix_employee_ends", employee.c.ends_on, employee.c.id)
Index("ix_employee_record_day", employee_record.c.employee_id, employee_record.c.valid_from)
Index("ix_employee_record_name", employee_record.c.name_key, employee_record.c.employee_id)
Index("ix_employee_record_department", employee_record.c.department_id)
Index("ix_employee_record_manager", employee_record.c.manager_id)
Index("ix_department_parent", department.c.parent_id)
Index("ix_contract_employee", contract.c.employee_id, contract.c.starts_on)
Index("ix_contract_ends", contract.c.state, contract.c.ends_on)
Index("ix_contract_probation", contract.c.state, contract.c.probation_until)
Index("ix_contract_document", contract.c.document_id)
Index("ix_qualification_employee", qualification.c.employee_id)
Index("ix_qualification_expires", qualification.c.expires_on)
Index("ix_qualification_document", qualification.c.document_id)
Index("ix_equipment_employee", equipment.c.employee_id)
Index("ix_checklist_employee", checklist.c.employee_id)
Index("ix_checklist_open", checklist.c.is_open, checklist.c.day)
