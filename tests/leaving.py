"""Leave in tests: types, employments and ledgers with what usually holds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from app.domain.leave.counting import Days
from app.domain.leave.earning import Service, Week
from app.domain.leave.leave import (
    Accrual,
    Allowance,
    CarryOver,
    Counting,
    EntryKind,
    LeaveEntry,
    LeaveType,
)
from app.domain.leave.ledger import Account, Taken, due
from app.domain.leave.spans import Span
from app.domain.shared.ids import EmployeeId, LeaveEntryId, LeaveRequestId, LeaveTypeId, new_id

FULL = (480, 480, 480, 480, 480, 0, 0)
ANNA = EmployeeId(11)
ANNUAL = LeaveTypeId(21)


def days(text: str | int) -> Decimal:
    return Decimal(text)


def a_type(
    accrual: Accrual = Accrual.YEARLY,
    allowances: tuple[tuple[int, str], ...] = ((0, "20"),),
    carry: CarryOver | None = None,
    since: date | None = None,
    counting: Counting = Counting.WORKING,
) -> LeaveType:
    """Return a type of leave that is earned in a way."""
    return LeaveType(
        ANNUAL,
        1,
        "annual",
        {"en": "Annual leave"},
        accrual,
        counting,
        tuple(Allowance(years, Decimal(one)) for years, one in allowances),
        carry or CarryOver(),
        since=since,
    )


def a_service(
    starts_on: date, ends_on: date | None = None, minutes: tuple[int, ...] = FULL
) -> Service:
    """Return an employment of one week of work from its first day on."""
    return Service(starts_on, ends_on, (Week(Span(starts_on, date.max), Days(minutes)),))


def a_grant(
    day: date, amount: str, kind: EntryKind = EntryKind.OPENING, expires_on: date | None = None
) -> LeaveEntry:
    """Return a row that grants days."""
    return LeaveEntry(
        LeaveEntryId(new_id()), ANNA, ANNUAL, day, kind, Decimal(amount), expires_on=expires_on
    )


def a_leave(number: int, first: date, many: int) -> Taken:
    """Return a leave of so many whole days, one after the other."""
    taken = tuple(first + timedelta(days=at) for at in range(many))
    return Taken(LeaveRequestId(number), tuple((day, Decimal(1)) for day in taken))


def settled(account: Account, until: date) -> Account:
    """Return an account with what is due until a day."""
    return Account(
        account.employee_id,
        account.kind,
        account.service,
        account.taken,
        (*account.entries, *due(account, until)),
        account.fixed_until,
    )
