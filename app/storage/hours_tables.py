"""The tables of hours: weeks and the entries in them."""

from __future__ import annotations

from datetime import date, datetime
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

from app.domain.hours.hours import WeekState, WorkKind
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Whole, metadata


class _Week(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    monday: Named[date] = Column(Day, nullable=False)
    state: Named[WeekState] = Column(EnumText(WeekState), nullable=False)
    due: Named[int] = Column(Whole, nullable=False)
    worked: Named[int] = Column(Whole, nullable=False)
    overtime: Named[Any] = Column(Json, nullable=False)
    submitted_at: Named[datetime | None] = Column(Instant)
    submitted_by: Named[str] = Column(Text, nullable=False)
    decided_at: Named[datetime | None] = Column(Instant)
    decided_by: Named[str] = Column(Text, nullable=False)
    note: Named[str] = Column(Text, nullable=False)
    paid: Named[int] = Column(Whole, nullable=False)


class _Rule(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    valid_from: Named[date] = Column(Day, nullable=False)
    agreement: Named[str] = Column(Text, nullable=False)
    rules: Named[Any] = Column(Json, nullable=False)
    is_closed: Named[bool] = Column(Flag, nullable=False)


class _Entry(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    week_id: Named[int] = Column(Id, ForeignKey("time_week.id"), nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    day: Named[date] = Column(Day, nullable=False)
    began_at: Named[datetime] = Column(Instant, nullable=False)
    ended_at: Named[datetime | None] = Column(Instant)
    pause: Named[int] = Column(Whole, nullable=False)
    kind: Named[WorkKind] = Column(EnumText(WorkKind), nullable=False)
    note: Named[str] = Column(Text, nullable=False)
    customer_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    is_clocked: Named[bool] = Column(Flag, nullable=False)


time_week = Table("time_week", metadata, _Week, UniqueConstraint("employee_id", "monday"))
time_entry = Table(
    "time_entry",
    metadata,
    _Entry,
    CheckConstraint("ended_at IS NULL OR ended_at > began_at", name="ends-after-begin"),
    CheckConstraint("pause >= 0", name="pause-not-negative"),
)
overtime_rule = Table("overtime_rule", metadata, _Rule)
"""What the office agreed on beside the law of its country, from a day on."""

Index("ix_time_week_list", time_week.c.state, time_week.c.monday, time_week.c.id)
Index("ix_time_week_monday", time_week.c.monday, time_week.c.employee_id)
Index("ix_time_entry_week", time_entry.c.week_id, time_entry.c.began_at)
Index("ix_time_entry_employee", time_entry.c.employee_id, time_entry.c.began_at)
Index("ix_time_entry_began", time_entry.c.began_at, time_entry.c.id)
Index("ix_time_entry_day", time_entry.c.day, time_entry.c.id)
Index("ix_time_entry_customer", time_entry.c.customer_id)
Index(
    "ux_time_entry_running",
    time_entry.c.employee_id,
    unique=True,
    sqlite_where=time_entry.c.ended_at.is_(None),
    postgresql_where=time_entry.c.ended_at.is_(None),
)
"""A person has one running clock at most."""
