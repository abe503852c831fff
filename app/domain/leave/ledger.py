"""The ledger of leave: what is left, and what is due to be written so that it says the truth.

What is earned, taken, carried over and expired by a day follows from the employment, the leaves
and what was settled by hand. ``due`` gives the rows by which the ledger comes to say that: new
ones, and reversals of what is not so any more. No row is ever changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.leave.counting import NOTHING
from app.domain.leave.earning import Earned, Service, in_order
from app.domain.leave.finland import credited
from app.domain.leave.germany import earned_in_germany
from app.domain.leave.leave import Accrual, EntryKind, LeaveEntry, LeaveType
from app.domain.leave.replay import Replay, Slot, derived_slot
from app.domain.shared.ids import EmployeeId, LeaveEntryId, LeaveRequestId, new_id


@dataclass(frozen=True, slots=True)
class Taken:
    """The days of a leave that was approved, each with how much of it is taken."""

    request_id: LeaveRequestId
    days: tuple[tuple[date, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What a person has of one type of leave: the rows so far, the employment and the leaves.

    ``fixed_until`` is the day before which what was earned is not reckoned anew.
    """

    employee_id: EmployeeId
    kind: LeaveType
    service: Service
    taken: tuple[Taken, ...] = ()
    entries: tuple[LeaveEntry, ...] = ()
    fixed_until: date = date.min


def balance(entries: Iterable[LeaveEntry], day: date) -> Decimal:
    """Return what is left on a day: the sum of the ledger until that day (invariant 13)."""
    return sum((one.days for one in entries if one.day <= day), NOTHING)


def standing(entries: Sequence[LeaveEntry]) -> dict[LeaveEntryId, Decimal]:
    """Return what each row stands for after what was reversed of it."""
    stands = {one.id: one.days for one in entries if one.kind is not EntryKind.REVERSED}
    for one in entries:
        if one.kind is EntryKind.REVERSED and one.grant_id in stands:
            stands[one.grant_id] += one.days
    return stands


def opening(entries: Sequence[LeaveEntry]) -> LeaveEntry | None:
    """Return the row by which the ledger was opened last: nothing is earned before it."""
    stands = standing(entries)
    found = [one for one in entries if one.kind is EntryKind.OPENING and stands[one.id]]
    return max(found, key=lambda one: (one.day, one.id), default=None)


def earned(kind: LeaveType, service: Service, until: date) -> Iterator[Earned]:
    """Yield what a person earns of a type of leave until a day."""
    if kind.accrual is Accrual.FI_ANNUAL:
        yield from credited(kind, service, until)
    elif kind.accrual is Accrual.DE_ANNUAL:
        yield from earned_in_germany(kind, service, until)
    else:
        yield from in_order(kind, service, until)


def due(account: Account, until: date) -> tuple[LeaveEntry, ...]:
    """Return the rows that are to be added so that the ledger says the truth until a day."""
    accrued = tuple(_accruals(account, until))
    entries = (*account.entries, *accrued)
    replay = Replay(account.kind, account.service, until)
    derived = replay.run(_days_of(account.taken), entries, standing(entries))
    return (*accrued, *_differences(account, derived, until))


def expiring(account: Account, day: date) -> tuple[date, Decimal] | None:
    """Return which days of those left on a day expire next, and how many, or None."""
    entries = (*account.entries, *_accruals(account, day))
    replay = Replay(account.kind, account.service, day)
    replay.run(_days_of(account.taken), entries, standing(entries))
    ending = [one for one in replay.left() if one[0] is not None]
    next_on = min((last for last, _ in ending if last), default=None)
    if next_on is None:
        return None
    return next_on, sum((days for last, days in ending if last == next_on), NOTHING)


def _days_of(taken: Iterable[Taken]) -> Iterator[tuple[date, Decimal, LeaveRequestId]]:
    for one in taken:
        for day, days in one.days:
            yield day, days, one.request_id


def _accruals(account: Account, until: date) -> Iterator[LeaveEntry]:
    first = account.fixed_until
    opened = opening(account.entries)
    service = account.service
    if opened is not None:
        service = replace(service, opened_on=opened.day, opened=opened.days)
    kind = replace(account.kind, since=max(first, account.kind.since or date.min))
    wanted = {one.period: one for one in earned(kind, service, until)}
    stands = standing(account.entries)
    for entry in account.entries:
        if entry.kind is not EntryKind.ACCRUED or not first <= entry.day <= until:
            continue
        found = wanted.pop(entry.period, None)
        change = (found.days if found else NOTHING) - stands[entry.id]
        if change:
            yield reversal(entry, change, found.rule if found else "")
    for one in wanted.values():
        yield LeaveEntry(
            LeaveEntryId(new_id()),
            account.employee_id,
            account.kind.id,
            one.day,
            EntryKind.ACCRUED,
            one.days,
            expires_on=one.expires_on,
            period=one.period,
            reason=one.rule,
        )


def reversal(entry: LeaveEntry, days: Decimal, reason: str = "") -> LeaveEntry:
    """Return the row by which another stands for so many days more or less."""
    return replace(
        entry,
        id=LeaveEntryId(new_id()),
        kind=EntryKind.REVERSED,
        days=days,
        expires_on=None,
        grant_id=entry.id,
        reason=reason,
    )


def _differences(
    account: Account, derived: dict[Slot, LeaveEntry], until: date
) -> Iterator[LeaveEntry]:
    stands = standing(account.entries)
    for entry in account.entries:
        slot = derived_slot(entry)
        if slot is None or (entry.day > until and entry.kind is not EntryKind.TAKEN):
            continue
        wanted = derived.pop(slot, None)
        change = (wanted.days if wanted else NOTHING) - stands[entry.id]
        if change:
            yield reversal(entry, change)
    yield from (replace(one, employee_id=account.employee_id) for one in derived.values())
