"""The tables of payroll: components, rates, what each person gets, runs and payslips.

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

from app.domain.payroll.component import ComponentKind
from app.domain.payroll.payroll import Period, RunState
from app.domain.shared.quantities import QUANTITY_PLACES
from app.storage.types import Day, EnumText, Id, Instant, Json, Scaled, Whole, metadata


class _Component(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    names: Named[Any] = Column(Json, nullable=False)
    kind: Named[ComponentKind] = Column(EnumText(ComponentKind), nullable=False)
    formula: Named[str] = Column(Text, nullable=False)
    valid_from: Named[date] = Column(Day, nullable=False)
    valid_until: Named[date | None] = Column(Day)
    bases: Named[Any] = Column(Json, nullable=False)
    debit: Named[str] = Column(Text, nullable=False)
    credit: Named[str] = Column(Text, nullable=False)
    codes: Named[Any] = Column(Json, nullable=False)
    source: Named[str] = Column(Text, nullable=False)
    rank: Named[int] = Column(Whole, nullable=False)


class _Rate(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    code: Named[str] = Column(Text, nullable=False)
    valid_from: Named[date] = Column(Day, nullable=False)
    valid_until: Named[date | None] = Column(Day)
    value: Named[Decimal | None] = Column(Scaled(QUANTITY_PLACES))
    bands: Named[Any] = Column(Json, nullable=False)
    source: Named[str] = Column(Text, nullable=False)
    checked_on: Named[date | None] = Column(Day)
    country: Named[str] = Column(Text, nullable=False)


class _Item(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    component: Named[str] = Column(Text, nullable=False)
    first_on: Named[date] = Column(Day, nullable=False)
    last_on: Named[date | None] = Column(Day)
    sealed: Named[str] = Column(Text, nullable=False)


class _TaxCard(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    valid_from: Named[date] = Column(Day, nullable=False)
    valid_until: Named[date | None] = Column(Day)
    sealed: Named[str] = Column(Text, nullable=False)


class _Run(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[RunState] = Column(EnumText(RunState), nullable=False)
    period: Named[Period] = Column(EnumText(Period), nullable=False)
    first_on: Named[date] = Column(Day, nullable=False)
    last_on: Named[date] = Column(Day, nullable=False)
    pay_on: Named[date] = Column(Day, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    name: Named[str] = Column(Text, nullable=False)
    corrects_id: Named[int | None] = Column(Id, ForeignKey("payroll_run.id"))
    reason: Named[str] = Column(Text, nullable=False)
    calculated_at: Named[datetime | None] = Column(Instant)
    calculated_by: Named[str] = Column(Text, nullable=False)
    approved_at: Named[datetime | None] = Column(Instant)
    approved_by: Named[str] = Column(Text, nullable=False)
    entry_id: Named[int | None] = Column(Id, ForeignKey("journal_entry.id"))
    paid_on: Named[date | None] = Column(Day)
    paid_entry_id: Named[int | None] = Column(Id, ForeignKey("journal_entry.id"))
    pay_file_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    reported_on: Named[date | None] = Column(Day)
    evidence: Named[str] = Column(Text, nullable=False)
    people: Named[int] = Column(Whole, nullable=False)


class _Payslip(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    run_id: Named[int] = Column(Id, ForeignKey("payroll_run.id"), nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    document_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    sealed: Named[str] = Column(Text, nullable=False)


pay_component = Table("pay_component", metadata, _Component, UniqueConstraint("code", "valid_from"))
pay_rate = Table("pay_rate", metadata, _Rate, UniqueConstraint("code", "valid_from"))
pay_item = Table("pay_item", metadata, _Item)
tax_card = Table("tax_card", metadata, _TaxCard, UniqueConstraint("employee_id", "valid_from"))
payroll_run = Table(
    "payroll_run",
    metadata,
    _Run,
    CheckConstraint("last_on >= first_on", name="last-after-first"),
)
payslip = Table("payslip", metadata, _Payslip, UniqueConstraint("run_id", "employee_id"))

Index("ix_pay_item_employee", pay_item.c.employee_id, pay_item.c.first_on)
Index("ix_payroll_run_list", payroll_run.c.pay_on, payroll_run.c.id)
Index("ix_payroll_run_state", payroll_run.c.state, payroll_run.c.pay_on)
Index("ix_payroll_run_corrects", payroll_run.c.corrects_id)
Index("ix_payslip_employee", payslip.c.employee_id, payslip.c.id)
Index("ix_payslip_document", payslip.c.document_id)
