"""Contracts of employment: what is agreed, from when to when, in which version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.shared.ids import CalendarId, ContractId, DocumentId, EmployeeId, LetterId
from app.domain.shared.money import Money


class ContractKind(Enum):
    """For how long is agreed."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed-term"
    ON_CALL = "on-call"
    APPRENTICE = "apprentice"


class ContractState(Enum):
    """Where a contract stands; a later version takes the place of a signed one."""

    DRAFT = "draft"
    SIGNED = "signed"
    REPLACED = "replaced"
    ENDED = "ended"
    DISCARDED = "discarded"


class PayBasis(Enum):
    """What the agreed pay is for."""

    MONTH = "month"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Pay:
    """What is agreed to be paid; behind the wall.

    ``grade`` is that of the collective agreement. ``overtime`` is the hourly pay that overtime is
    reckoned from where it is agreed by itself.
    """

    amount: Money
    basis: PayBasis = PayBasis.MONTH
    grade: str = ""
    overtime: Money | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract; ``ends_on`` and ``probation_until`` are last days, inclusive.

    ``hours`` a week are agreed; ``calendar_id`` says on which days. ``pay`` is None where the
    reader stands before the wall. ``follows_id`` is the version that this one replaces.
    """

    id: ContractId
    version: int
    employee_id: EmployeeId
    kind: ContractKind
    state: ContractState
    starts_on: date
    ends_on: date | None
    position: str
    hours: Decimal
    pay: Pay | None
    calendar_id: CalendarId | None = None
    probation_until: date | None = None
    notice_days: int = 0
    agreement: str = ""
    signed_on: date | None = None
    document_id: DocumentId | None = None
    letter_id: LetterId | None = None
    follows_id: ContractId | None = None
    reason: str = ""


def masked(contract: Contract) -> Contract:
    """Return a contract as everybody may see it who may read of people."""
    return replace(contract, pay=None)
