"""Payroll runs and payslips: calculated, approved by somebody else, posted, paid and reported.

An approved run is never changed: a correction is a new run (DOMAIN).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.employees.employee import PayAccount
from app.domain.payroll.component import ComponentKind
from app.domain.shared.ids import (
    DocumentId,
    EmployeeId,
    EntryId,
    PayItemId,
    PayrollRunId,
    PayslipId,
    TaxCardId,
)
from app.domain.shared.money import Money

KIND = "payroll-run"


class RunState(Enum):
    """Where a run stands (DOMAIN: draft→calculated→approved→posted→paid→reported; discarded)."""

    DRAFT = "draft"
    CALCULATED = "calculated"
    APPROVED = "approved"
    POSTED = "posted"
    PAID = "paid"
    REPORTED = "reported"
    DISCARDED = "discarded"


class Period(Enum):
    """What a run pays for."""

    MONTH = "month"
    HALF_MONTH = "half-month"
    TWO_WEEKS = "two-weeks"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class TaxCard:
    """By what a person's tax is withheld; behind the wall.

    In Finland ``percent`` up to ``limit`` of the year and ``percent_above`` above it (tax card);
    in Thailand ``allowances`` of the year lower what is taxed (form L.Y.01); in the US the
    answers of form W-4 stand in ``answers``.
    """

    id: TaxCardId
    version: int
    employee_id: EmployeeId
    valid_from: date
    valid_until: date | None
    percent: Decimal | None = None
    limit: Money | None = None
    percent_above: Decimal | None = None
    allowances: Money | None = None
    answers: Mapping[str, str] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """One step of how an amount came about: a figure, its name, and the rule it comes from."""

    name: str
    value: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class PayLine:
    """One line of a payslip; ``why`` is how it was reckoned, in order.

    ``rest`` is what is left afterwards of a loan, an advance or a garnishment.
    """

    component: str
    names: Mapping[str, str]
    kind: ComponentKind
    amount: Money
    quantity: Decimal | None = None
    price: Decimal | None = None
    bases: frozenset[str] = frozenset()
    why: tuple[Why, ...] = ()
    text: str = ""
    item_id: PayItemId | None = None
    rest: Money | None = None


@dataclass(frozen=True, slots=True)
class Payslip:
    """What one person gets in a run; gross − deductions + reimbursements = net, to the cent.

    Behind the wall. ``basis`` are the sums of the bases; ``year`` those of the year with this.
    ``handed`` are the marks of what hours, leave and expenses handed over for it.
    """

    id: PayslipId
    run_id: PayrollRunId
    employee_id: EmployeeId
    lines: tuple[PayLine, ...]
    gross: Money
    deductions: Money
    reimbursed: Money
    net: Money
    employer: Money
    account: PayAccount
    basis: Mapping[str, Money]
    year: Mapping[str, Money]
    document_id: DocumentId | None = None
    warnings: tuple[str, ...] = ()
    handed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PayrollRun:
    """A pay day: the days that it pays for, inclusive, and where it stands.

    ``corrects_id`` is the run that this one corrects; its payslips are differences. ``people`` is
    how many payslips it has.
    """

    id: PayrollRunId
    version: int
    state: RunState
    period: Period
    first_on: date
    last_on: date
    pay_on: date
    currency: str
    number: str = ""
    name: str = ""
    corrects_id: PayrollRunId | None = None
    reason: str = ""
    calculated_at: datetime | None = None
    calculated_by: str = ""
    approved_at: datetime | None = None
    approved_by: str = ""
    entry_id: EntryId | None = None
    paid_on: date | None = None
    paid_entry_id: EntryId | None = None
    pay_file_id: DocumentId | None = None
    reported_on: date | None = None
    evidence: str = ""
    people: int = 0
