"""Leave: its types, its ledger, and what people ask for.

A balance is never kept by itself: on any day it is the sum of the ledger until that day
(invariant 13). What the ledger says is never changed: a mistake is reversed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.shared.ids import (
    DepartmentId,
    DocumentId,
    EmployeeId,
    LeaveBlockId,
    LeaveEntryId,
    LeaveRequestId,
    LeaveTypeId,
)

KIND = "leave-request"
DAY_PLACES = 2
"""Days of leave are kept in hundredths."""


class Accrual(Enum):
    """How a type of leave is earned.

    FI_ANNUAL: 2 or 2.5 days for each full holiday credit month, the credit year ending 31 March
    (Annual Holidays Act 162/2005, s. 5 and 6). BY_SERVICE: so many days a year by completed years
    of service (Thai Labour Protection Act s. 30). YEARLY: as many at the start of each year of
    leave; MONTHLY: a twelfth of them each month. DE_ANNUAL: the whole year or its twelfths
    (Bundesurlaubsgesetz s. 4 and 5). NONE: nothing is earned.
    """

    NONE = "none"
    YEARLY = "yearly"
    MONTHLY = "monthly"
    BY_SERVICE = "by-service"
    FI_ANNUAL = "fi-annual"
    DE_ANNUAL = "de-annual"


class Counting(Enum):
    """Which days of an absence are days of leave; holidays never are, but with CALENDAR."""

    WORKING = "working"
    SIX_DAYS = "six-days"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Allowance:
    """From ``years`` completed years of service on, so many days a year."""

    years: int
    days: Decimal


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What is left at the end of a year of leave goes on, at most ``most`` days (None: all).

    It expires ``months`` months after the year began (0: never): on the day before.
    """

    most: Decimal | None = Decimal(0)
    months: int = 0


@dataclass(frozen=True, slots=True)
class LeaveType:
    """A type of leave; ``year_begins`` is the first month of its year.

    ``is_health`` puts the reason of an absence behind the wall: others see that the person is
    away. ``component`` is the pay component by which payroll takes the days over. ``since`` is the
    day from which the ledger is kept: nothing is earned before. Of an absence of this type
    ``as_work`` days a year of leave count as at work when leave is earned (None: all of them).
    """

    id: LeaveTypeId
    version: int
    code: str
    names: Mapping[str, str]
    accrual: Accrual
    counting: Counting = Counting.WORKING
    allowances: tuple[Allowance, ...] = ()
    carry_over: CarryOver = CarryOver()
    year_begins: int = 1
    is_paid: bool = True
    is_health: bool = False
    needs_approval: bool = True
    may_go_below: bool = False
    proof_after: int = 0
    component: str = ""
    colour: int = 0
    since: date | None = None
    as_work: int | None = None
    is_closed: bool = False

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else as it is written at all."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))


class EntryKind(Enum):
    """Why the ledger of leave moves; what is taken or expires counts below zero."""

    OPENING = "opening"
    ACCRUED = "accrued"
    CARRIED = "carried"
    EXPIRED = "expired"
    TAKEN = "taken"
    REVERSED = "reversed"
    ADJUSTED = "adjusted"
    PAID_OUT = "paid-out"


@dataclass(frozen=True, slots=True)
class LeaveEntry:
    """One movement of the ledger, on the day from which it counts.

    ``grant_id`` is the entry whose days are taken, expire or are reversed: so each day says where
    it came from. ``expires_on`` is the last day on which granted days can be taken.
    """

    id: LeaveEntryId
    employee_id: EmployeeId
    type_id: LeaveTypeId
    day: date
    kind: EntryKind
    days: Decimal
    expires_on: date | None = None
    grant_id: LeaveEntryId | None = None
    request_id: LeaveRequestId | None = None
    period: str = ""
    reason: str = ""
    recorded_at: datetime | None = None
    who: str = ""


class RequestState(Enum):
    """Where a request stands (DOMAIN: draft→submitted→approved/rejected; →taken; →cancelled)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    TAKEN = "taken"
    CANCELLED = "cancelled"


class Part(Enum):
    """Which part of its first or last day a leave takes."""

    WHOLE = "whole"
    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class LeaveRequest:
    """What somebody asks for: first and last day inclusive, and how many days of leave it is.

    ``type_id`` and ``reason`` are None and empty where the reader stands before the wall.
    ``stand_in_id`` is who does the work meanwhile.
    """

    id: LeaveRequestId
    version: int
    state: RequestState
    employee_id: EmployeeId
    type_id: LeaveTypeId | None
    first_on: date
    last_on: date
    days: Decimal
    first_part: Part = Part.WHOLE
    last_part: Part = Part.WHOLE
    is_health: bool = False
    reason: str = ""
    stand_in_id: EmployeeId | None = None
    proof_id: DocumentId | None = None
    asked_by: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class LeaveBlock:
    """Days on which a department, or everybody, takes no leave; ``most_away`` may all the same."""

    id: LeaveBlockId
    version: int
    name: str
    first_on: date
    last_on: date
    department_id: DepartmentId | None = None
    most_away: int = 0
