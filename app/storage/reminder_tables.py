"""The tables of reminders: runs, their letters, what is in each, and how invoices stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.reminders.run import LetterState, RunState, Way
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Minor, Whole, metadata


class _Run(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[RunState] = Column(EnumText(RunState), nullable=False)
    day: Named[date] = Column(Day, nullable=False)
    terms: Named[Any] = Column(Json, nullable=False)
    made_by: Named[str] = Column(Text, nullable=False)
    made_at: Named[datetime] = Column(Instant, nullable=False)


class _Reminder(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    run_id: Named[int] = Column(Id, ForeignKey("reminder_run.id"), nullable=False)
    position: Named[int] = Column(Whole, nullable=False)
    contact_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    name: Named[str] = Column(Text, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    state: Named[LetterState] = Column(EnumText(LetterState), nullable=False)
    level: Named[int] = Column(Whole, nullable=False)
    wanted_level: Named[int | None] = Column(Whole)
    language: Named[str] = Column(Text, nullable=False)
    way: Named[Way] = Column(EnumText(Way), nullable=False)
    email: Named[str] = Column(Text, nullable=False)
    pay_by: Named[date | None] = Column(Day)
    principal_minor: Named[int] = Column(Minor, nullable=False)
    credit_minor: Named[int] = Column(Minor, nullable=False)
    interest_minor: Named[int] = Column(Minor, nullable=False)
    fee_minor: Named[int] = Column(Minor, nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    facts: Named[Mapping[str, str]] = Column(Json, nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    reference: Named[str] = Column(Text, nullable=False)
    document_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    issued_on: Named[date | None] = Column(Day)


class _Item(TypedColumns):
    reminder_id: Named[int] = Column(Id, ForeignKey("reminder.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    invoice_id: Named[int] = Column(Id, ForeignKey("invoice.id"), nullable=False)
    number: Named[str] = Column(Text, nullable=False)
    due_on: Named[date] = Column(Day, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    open_minor: Named[int] = Column(Minor, nullable=False)
    days: Named[int] = Column(Whole, nullable=False)
    interest_minor: Named[int] = Column(Minor, nullable=False)
    fee_minor: Named[int] = Column(Minor, nullable=False)
    level: Named[int] = Column(Whole, nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    facts: Named[Mapping[str, str]] = Column(Json, nullable=False)
    stood: Named[Any | None] = Column(Json)


class _Dispatch(TypedColumns):
    reminder_id: Named[int] = Column(Id, ForeignKey("reminder.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    way: Named[Way] = Column(EnumText(Way), nullable=False)
    sent_to: Named[str] = Column(Text, nullable=False)
    sha256: Named[str] = Column(Text, nullable=False)
    at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    audit_seq: Named[int] = Column(Id, nullable=False)


class _Standing(TypedColumns):
    invoice_id: Named[int] = Column(Id, ForeignKey("invoice.id"), primary_key=True)
    level: Named[int] = Column(Whole, nullable=False)
    reminded_on: Named[date | None] = Column(Day)
    dispute: Named[str] = Column(Text, nullable=False)
    disputed_on: Named[date | None] = Column(Day)
    is_stopped: Named[bool] = Column(Flag, nullable=False)
    interest_minor: Named[int] = Column(Minor, nullable=False)
    fee_minor: Named[int] = Column(Minor, nullable=False)
    interest_paid_minor: Named[int] = Column(Minor, nullable=False)
    fee_paid_minor: Named[int] = Column(Minor, nullable=False)


reminder_run = Table("reminder_run", metadata, _Run)
reminder = Table("reminder", metadata, _Reminder)
reminder_item = Table("reminder_item", metadata, _Item, sqlite_with_rowid=False)
reminder_dispatch = Table("reminder_dispatch", metadata, _Dispatch, sqlite_with_rowid=False)
invoice_standing = Table("invoice_standing", metadata, _Standing, sqlite_with_rowid=False)

Index("ix_reminder_place", reminder.c.run_id, reminder.c.position, unique=True)
Index("ix_reminder_state", reminder.c.run_id, reminder.c.state, reminder.c.position)
Index("ix_reminder_contact", reminder.c.contact_id, reminder.c.issued_on)
Index("ix_reminder_reference", reminder.c.reference)
Index("ix_reminder_document", reminder.c.document_id)
Index("ix_reminder_item_invoice", reminder_item.c.invoice_id)
