"""The tables of leave: types, the ledger, requests, and days on which nobody is to be away."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.leave.leave import DAY_PLACES, Accrual, Counting, EntryKind, Part, RequestState
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Scaled, Whole, metadata

DAYS = Scaled(DAY_PLACES)


class _Type(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    code: Named[str] = Column(Text, nullable=False, unique=True)
    names: Named[Any] = Column(Json, nullable=False)
    accrual: Named[Accrual] = Column(EnumText(Accrual), nullable=False)
    counting: Named[Counting] = Column(EnumText(Counting), nullable=False)
    allowances: Named[Any] = Column(Json, nullable=False)
    carry_over: Named[Any] = Column(Json, nullable=False)
    year_begins: Named[int] = Column(Whole, nullable=False)
    is_paid: Named[bool] = Column(Flag, nullable=False)
    is_health: Named[bool] = Column(Flag, nullable=False)
    needs_approval: Named[bool] = Column(Flag, nullable=False)
    may_go_below: Named[bool] = Column(Flag, nullable=False)
    proof_after: Named[int] = Column(Whole, nullable=False)
    component: Named[str] = Column(Text, nullable=False)
    colour: Named[int] = Column(Whole, nullable=False)
    since: Named[date | None] = Column(Day)
    as_work: Named[int | None] = Column(Whole)
    is_closed: Named[bool] = Column(Flag, nullable=False)


class _Settled(TypedColumns):
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), primary_key=True)
    type_id: Named[int] = Column(Id, ForeignKey("leave_type.id"), primary_key=True)
    until: Named[date] = Column(Day, nullable=False)


class _Request(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[RequestState] = Column(EnumText(RequestState), nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    type_id: Named[int | None] = Column(Id, ForeignKey("leave_type.id"))
    first_on: Named[date] = Column(Day, nullable=False)
    last_on: Named[date] = Column(Day, nullable=False)
    days: Named[Decimal] = Column(DAYS, nullable=False)
    first_part: Named[Part] = Column(EnumText(Part), nullable=False)
    last_part: Named[Part] = Column(EnumText(Part), nullable=False)
    is_health: Named[bool] = Column(Flag, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)
    sealed: Named[str] = Column(Text, nullable=False)
    stand_in_id: Named[int | None] = Column(Id, ForeignKey("employee.id"))
    proof_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    asked_by: Named[str] = Column(Text, nullable=False)
    decided_by: Named[str] = Column(Text, nullable=False)
    decided_at: Named[datetime | None] = Column(Instant)
    answer: Named[str] = Column(Text, nullable=False)


class _Entry(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    type_id: Named[int] = Column(Id, ForeignKey("leave_type.id"), nullable=False)
    day: Named[date] = Column(Day, nullable=False)
    kind: Named[EntryKind] = Column(EnumText(EntryKind), nullable=False)
    days: Named[Decimal] = Column(DAYS, nullable=False)
    expires_on: Named[date | None] = Column(Day)
    grant_id: Named[int | None] = Column(Id, ForeignKey("leave_entry.id"))
    request_id: Named[int | None] = Column(Id, ForeignKey("leave_request.id"))
    period: Named[str] = Column(Text, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)
    recorded_at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)


class _Block(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    first_on: Named[date] = Column(Day, nullable=False)
    last_on: Named[date] = Column(Day, nullable=False)
    department_id: Named[int | None] = Column(Id, ForeignKey("department.id"))
    most_away: Named[int] = Column(Whole, nullable=False)


leave_type = Table("leave_type", metadata, _Type)
leave_settled = Table("leave_settled", metadata, _Settled, sqlite_with_rowid=False)
"""Until which day everything that was due stands in the ledger of a person."""
leave_request = Table(
    "leave_request",
    metadata,
    _Request,
    CheckConstraint("last_on >= first_on", name="last-after-first"),
    CheckConstraint("days >= 0", name="days-not-negative"),
)
"""Of a request whose type is of health, type and reason stand in ``sealed`` alone."""
leave_entry = Table("leave_entry", metadata, _Entry)
leave_block = Table(
    "leave_block",
    metadata,
    _Block,
    CheckConstraint("last_on >= first_on", name="last-after-first"),
)

Index("ix_leave_request_employee", leave_request.c.employee_id, leave_request.c.first_on)
Index("ix_leave_request_days", leave_request.c.first_on, leave_request.c.last_on)
Index("ix_leave_request_state", leave_request.c.state, leave_request.c.first_on)
Index("ix_leave_request_proof", leave_request.c.proof_id)
Index(
    "ix_leave_entry_balance",
    leave_entry.c.employee_id,
    leave_entry.c.type_id,
    leave_entry.c.day,
    leave_entry.c.id,
)
Index("ix_leave_entry_request", leave_entry.c.request_id)
Index("ix_leave_entry_grant", leave_entry.c.grant_id)
Index("ix_leave_block_days", leave_block.c.first_on, leave_block.c.last_on)
