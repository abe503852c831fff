"""Rows of the list of claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.expenses.expense import ExpenseState, Paying
from app.domain.shared.ids import EmployeeId, ExpenseClaimId
from app.domain.shared.money import Money
from app.domain.shared.paging import View


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row of the list of claims."""

    id: ExpenseClaimId
    version: int
    state: ExpenseState
    number: str
    employee_id: EmployeeId
    name: str
    purpose: str
    first_on: date | None
    last_on: date | None
    gross: Money
    paying: Paying
    decided_by: str
    paid_on: date | None
    submitted_on: date | None = None


class ClaimSort(Enum):
    """What the list of claims can be sorted by."""

    MADE = "made"
    NUMBER = "number"
    NAME = "name"
    GROSS = "gross"
    LAST_ON = "last_on"


NEWEST_CLAIMS = View(sort=ClaimSort.MADE.value, is_descending=True)
