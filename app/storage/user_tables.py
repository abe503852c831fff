"""The tables of users: accounts, the office's own roles, second looks and closed days."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.admin.users import Decision, SecondPair
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Minor, Whole, metadata


class _User(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False, unique=True)
    full_name: Named[str] = Column(Text, nullable=False)
    roles: Named[Any] = Column(Json, nullable=False)
    employee_id: Named[int | None] = Column(Id, ForeignKey("employee.id"))
    limits: Named[Any] = Column(Json, nullable=False)
    is_active: Named[bool] = Column(Flag, nullable=False)


class _Role(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False, unique=True)
    permissions: Named[Any] = Column(Json, nullable=False)


class _SecondPair(TypedColumns):
    what: Named[SecondPair] = Column(EnumText(SecondPair), primary_key=True)
    least: Named[int | None] = Column(Minor)


class _Approval(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    what: Named[SecondPair] = Column(EnumText(SecondPair), nullable=False)
    record: Named[str] = Column(Text, nullable=False)
    command: Named[str] = Column(Text, nullable=False)
    arguments: Named[str] = Column(Text, nullable=False)
    asked_by: Named[str] = Column(Text, nullable=False)
    asked_at: Named[datetime] = Column(Instant, nullable=False)
    decision: Named[Decision] = Column(EnumText(Decision), nullable=False)
    decided_by: Named[str] = Column(Text, nullable=False)
    decided_at: Named[datetime | None] = Column(Instant)
    note: Named[str] = Column(Text, nullable=False)


class _DayClosing(TypedColumns):
    day: Named[date] = Column(Day, primary_key=True)
    seq: Named[int] = Column(Id, ForeignKey("audit.seq"), nullable=False)
    proof: Named[str] = Column(Text, nullable=False)
    totals: Named[Any] = Column(Json, nullable=False)
    closed_at: Named[datetime] = Column(Instant, nullable=False)
    closed_by: Named[str] = Column(Text, nullable=False)


user_account = Table("user_account", metadata, _User)
user_role = Table("user_role", metadata, _Role)
second_pair = Table("second_pair", metadata, _SecondPair)
approval = Table("approval", metadata, _Approval)
day_closing = Table("day_closing", metadata, _DayClosing)

Index("ix_approval_decision", approval.c.decision, approval.c.asked_at)
