"""Pay components and rates: what a payslip is made of, from when to when, and by whose rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.shared.ids import ComponentId, EmployeeId, PayItemId, RateTableId
from app.domain.shared.money import Money


class ComponentKind(Enum):
    """What a component does to a payslip.

    An earning adds to gross and net, a benefit to gross alone, a deduction lowers the net, a
    reimbursement adds to the net alone; what the employer bears touches neither.
    """

    EARNING = "earning"
    BENEFIT = "benefit"
    DEDUCTION = "deduction"
    REIMBURSEMENT = "reimbursement"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True)
class PayComponent:
    """A line that a payslip can have; ``formula`` is in the expression language of formulas.py.

    ``bases`` are the sums that the amount counts into (taxable, pension, unemployment, health,
    social). ``debit`` and ``credit`` are the uses or numbers of accounts. ``codes`` are those of
    the authorities' forms, by form. ``source`` is the rule it comes from.
    """

    id: ComponentId
    version: int
    code: str
    names: Mapping[str, str]
    kind: ComponentKind
    formula: str
    valid_from: date
    valid_until: date | None = None
    bases: frozenset[str] = frozenset()
    debit: str = ""
    credit: str = ""
    codes: Mapping[str, str] | None = None
    source: str = ""
    rank: int = 100


@dataclass(frozen=True, slots=True)
class Band:
    """Above ``above``, up to the next band, this rate in percent holds."""

    above: Decimal
    percent: Decimal


@dataclass(frozen=True, slots=True)
class RateTable:
    """A figure, or bands of a scale, that a law fixes for a time.

    ``checked_on`` is when somebody compared it with ``source``; None: nobody has, and a run warns.
    """

    id: RateTableId
    code: str
    valid_from: date
    valid_until: date | None
    value: Decimal | None
    bands: tuple[Band, ...]
    source: str
    checked_on: date | None
    country: str = ""


@dataclass(frozen=True, slots=True)
class PayItem:
    """What one person gets or is charged by a component, once or every period.

    Behind the wall. ``quantity`` times ``amount`` where both are given; ``rest`` is what is left
    of a loan, an advance or a garnishment.
    """

    id: PayItemId
    version: int
    employee_id: EmployeeId
    component: str
    first_on: date
    last_on: date | None
    amount: Money | None = None
    quantity: Decimal | None = None
    percent: Decimal | None = None
    rest: Money | None = None
    text: str = ""
    source: str = ""
