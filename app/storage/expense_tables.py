"""The tables of expense claims."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

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

from app.domain.expenses.expense import ExpenseKind, ExpenseState, Paying
from app.domain.expenses.policy import Per
from app.domain.shared.quantities import (
    EXCHANGE_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
)
from app.storage.types import Day, EnumText, Flag, Id, Instant, Minor, Scaled, Whole, metadata


class _Claim(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[ExpenseState] = Column(EnumText(ExpenseState), nullable=False)
    employee_id: Named[int] = Column(Id, ForeignKey("employee.id"), nullable=False)
    purpose: Named[str] = Column(Text, nullable=False)
    paying: Named[Paying] = Column(EnumText(Paying), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    currency: Named[str] = Column(Text, nullable=False)
    gross_minor: Named[int] = Column(Minor, nullable=False)
    first_on: Named[date | None] = Column(Day)
    last_on: Named[date | None] = Column(Day)
    claimed_by: Named[str] = Column(Text, nullable=False)
    submitted_at: Named[datetime | None] = Column(Instant)
    decided_by: Named[str] = Column(Text, nullable=False)
    decided_at: Named[datetime | None] = Column(Instant)
    answer: Named[str] = Column(Text, nullable=False)
    entry_id: Named[int | None] = Column(Id, ForeignKey("journal_entry.id"))
    paid_on: Named[date | None] = Column(Day)
    paid_entry_id: Named[int | None] = Column(Id, ForeignKey("journal_entry.id"))
    run_id: Named[int | None] = Column(Id, ForeignKey("payroll_run.id"))


class _Limit(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    valid_from: Named[date] = Column(Day, nullable=False)
    most_minor: Named[int] = Column(Minor, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    per: Named[Per] = Column(EnumText(Per), nullable=False)
    kind: Named[ExpenseKind | None] = Column(EnumText(ExpenseKind))
    account_id: Named[int | None] = Column(Id, ForeignKey("account.id"))
    is_closed: Named[bool] = Column(Flag, nullable=False)


class _Line(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    claim_id: Named[int] = Column(Id, ForeignKey("expense_claim.id"), nullable=False)
    place: Named[int] = Column(Whole, nullable=False)
    kind: Named[ExpenseKind] = Column(EnumText(ExpenseKind), nullable=False)
    day: Named[date] = Column(Day, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    account_id: Named[int] = Column(Id, ForeignKey("account.id"), nullable=False)
    gross_minor: Named[int] = Column(Minor, nullable=False)
    vat_rate: Named[Decimal] = Column(Scaled(RATE_PLACES), nullable=False)
    vat_minor: Named[int] = Column(Minor, nullable=False)
    vat_code: Named[str] = Column(Text, nullable=False)
    quantity: Named[Decimal | None] = Column(Scaled(QUANTITY_PLACES))
    price: Named[Decimal | None] = Column(Scaled(PRICE_PLACES))
    tariff: Named[str] = Column(Text, nullable=False)
    document_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    foreign_minor: Named[int | None] = Column(Minor)
    foreign_currency: Named[str] = Column(Text, nullable=False)
    rate_of_exchange: Named[Decimal | None] = Column(Scaled(EXCHANGE_PLACES))
    reason: Named[str] = Column(Text, nullable=False)
    over_limit: Named[str] = Column(Text, nullable=False)


expense_claim = Table("expense_claim", metadata, _Claim)
expense_line = Table(
    "expense_line",
    metadata,
    _Line,
    UniqueConstraint("claim_id", "place"),
    CheckConstraint("vat_minor BETWEEN 0 AND gross_minor", name="vat-within-gross"),
)
expense_limit = Table("expense_limit", metadata, _Limit)
"""How much an expense may be, by the policy of the office, from a day on."""

Index("ix_expense_limit_account", expense_limit.c.account_id)
Index("ix_expense_claim_list", expense_claim.c.state, expense_claim.c.id)
Index("ix_expense_claim_employee", expense_claim.c.employee_id, expense_claim.c.id)
Index("ix_expense_claim_entry", expense_claim.c.entry_id)
Index("ix_expense_claim_run", expense_claim.c.run_id)
Index("ix_expense_line_document", expense_line.c.document_id)
Index("ix_expense_line_account", expense_line.c.account_id)
