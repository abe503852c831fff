"""Expense claims: receipts, kilometres and daily allowances, approved by somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.shared.ids import (
    AccountId,
    DocumentId,
    EmployeeId,
    EntryId,
    ExpenseClaimId,
    ExpenseLineId,
    PayrollRunId,
)
from app.domain.shared.money import Money
from app.domain.shared.quantities import Quantity, Rate, UnitPrice

KIND = "expense-claim"


class ExpenseState(Enum):
    """Where a claim stands (DOMAIN: draft→submitted→approved→posted→paid; rejected→draft)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    POSTED = "posted"
    PAID = "paid"


class ExpenseKind(Enum):
    """What an expense is reckoned from."""

    RECEIPT = "receipt"
    MILEAGE = "mileage"
    PER_DIEM = "per-diem"


class Paying(Enum):
    """How a claim is paid back."""

    BANK = "bank"
    PAYROLL = "payroll"


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """One expense, in the currency of the books.

    A receipt has ``gross`` and the rate of the VAT in it; kilometres and days have ``quantity``
    times ``price`` and no VAT. ``foreign`` is what was paid abroad, ``rate_of_exchange`` what one
    unit of it was worth. ``over_limit`` is why it is over what the policy allows.
    """

    id: ExpenseLineId
    place: int
    kind: ExpenseKind
    day: date
    text: str
    account_id: AccountId
    gross: Money
    vat_rate: Rate
    vat: Money
    vat_code: str = ""
    quantity: Quantity | None = None
    price: UnitPrice | None = None
    tariff: str = ""
    document_id: DocumentId | None = None
    foreign: Money | None = None
    rate_of_exchange: Decimal | None = None
    reason: str = ""
    over_limit: str = ""


@dataclass(frozen=True, slots=True)
class ExpenseClaim:
    """What one person claims; ``number`` is given when it is submitted."""

    id: ExpenseClaimId
    version: int
    state: ExpenseState
    employee_id: EmployeeId
    purpose: str
    lines: tuple[ExpenseLine, ...]
    paying: Paying = Paying.BANK
    number: str = ""
    first_on: date | None = None
    last_on: date | None = None
    claimed_by: str = ""
    submitted_at: datetime | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    answer: str = ""
    entry_id: EntryId | None = None
    paid_on: date | None = None
    paid_entry_id: EntryId | None = None
    run_id: PayrollRunId | None = None
