"""The tables of recurring invoices: plans, and the periods that are done."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.recurring.plan import Makes, PlanState
from app.domain.recurring.schedule import Unit
from app.storage.sorting import SortKey
from app.storage.types import Day, EnumText, Flag, Id, Json, Minor, Whole, metadata


class _Plan(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[PlanState] = Column(EnumText(PlanState), nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    name_key: Named[str] = Column(SortKey, nullable=False)
    customer_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    form: Named[Any] = Column(Json, nullable=False)
    next_on: Named[date] = Column(Day, nullable=False)
    made: Named[int] = Column(Whole, nullable=False)
    due_on: Named[date | None] = Column(Day)
    ends_on: Named[date | None] = Column(Day)
    every: Named[int] = Column(Whole, nullable=False)
    unit: Named[Unit] = Column(EnumText(Unit), nullable=False)
    makes: Named[Makes] = Column(EnumText(Makes), nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    gross_minor: Named[int] = Column(Minor, nullable=False)
    has_rise: Named[bool] = Column(Flag, nullable=False)


class _Period(TypedColumns):
    plan_id: Named[int] = Column(Id, ForeignKey("recurring_plan.id"), primary_key=True)
    begins_on: Named[date] = Column(Day, primary_key=True)
    ends_on: Named[date] = Column(Day, nullable=False)
    invoice_id: Named[int | None] = Column(Id, ForeignKey("invoice.id"), unique=True)
    order_id: Named[int | None] = Column(Id, ForeignKey("sales_order.id"), unique=True)


recurring_plan = Table("recurring_plan", metadata, _Plan)
plan_period = Table("plan_period", metadata, _Period, sqlite_with_rowid=False)

Index("ix_recurring_plan_due", recurring_plan.c.due_on, recurring_plan.c.id)
Index("ix_recurring_plan_customer", recurring_plan.c.customer_id)
Index("ix_recurring_plan_name", recurring_plan.c.name_key, recurring_plan.c.id)
