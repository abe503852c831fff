"""Replaying a ledger: which days were taken from which grant, carried over, and expired.

Days that expire first are taken first. What is taken beyond all grants is taken from the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import TypeAlias

from app.domain.leave.counting import NOTHING
from app.domain.leave.earning import Service, year_of
from app.domain.leave.leave import EntryKind, LeaveEntry, LeaveType
from app.domain.leave.spans import ONE, Span, months_after
from app.domain.shared.ids import EmployeeId, LeaveEntryId, LeaveRequestId, new_id

Slot: TypeAlias = tuple[EntryKind, date, int, int]
"""What a row that follows from others is about: its kind and day, the grant and the request."""
TakenDay: TypeAlias = tuple[date, Decimal, LeaveRequestId]
_NOBODY = EmployeeId(0)
_GRANTING = (EntryKind.OPENING, EntryKind.ACCRUED, EntryKind.ADJUSTED)
_FIXED = (*_GRANTING, EntryKind.PAID_OUT)
_YEAR_TURNS, _GRANTED, _TAKEN = range(3)


def derived_slot(entry: LeaveEntry) -> Slot | None:
    """Return what a row is about, if it follows from others; None of one that was settled."""
    if entry.kind not in (EntryKind.TAKEN, EntryKind.CARRIED, EntryKind.EXPIRED):
        return None
    return entry.kind, entry.day, entry.grant_id or 0, entry.request_id or 0


@dataclass(slots=True)
class _Grant:
    """What is left of days that were granted; what is earned in one year of leave is one grant."""

    id: LeaveEntryId
    day: date
    expires_on: date | None
    left: Decimal
    year: date | None = None

    @property
    def order(self) -> tuple[date, date, int]:
        return self.expires_on or date.max, self.day, self.id


class Replay:
    """Goes through a ledger day by day until a day; leaves that are to come are taken too."""

    def __init__(self, kind: LeaveType, service: Service, until: date) -> None:
        self._kind = kind
        self._service = service
        self._until = min(until, service.ends_on or until)
        self._grants: list[_Grant] = []
        self._short = NOTHING
        self._derived: dict[Slot, LeaveEntry] = {}
        self._first_use: dict[tuple[int, int, date], date] = {}
        self._carried: dict[date, LeaveEntryId] = {}

    def run(
        self,
        taken: Iterable[TakenDay],
        entries: Sequence[LeaveEntry],
        stands: Mapping[LeaveEntryId, Decimal],
    ) -> dict[Slot, LeaveEntry]:
        """Return every row that follows, by what it is about."""
        self._carried = {
            one.day: one.id
            for one in entries
            if one.kind is EntryKind.CARRIED and one.grant_id is None
        }
        settled = [one for one in entries if one.kind in _FIXED and one.day <= self._until]
        leaves = sorted(taken)
        steps: list[tuple[date, int, int, LeaveEntry | TakenDay | Span]] = [
            *((one.day, _GRANTED, one.id, one) for one in settled),
            *((one[0], _TAKEN, one[2], one) for one in leaves),
            *((year.first, _YEAR_TURNS, 0, year) for year in self._turns(settled)),
        ]
        for day, _, _, step in sorted(steps, key=lambda one: one[:3]):
            self._expire(day)
            if isinstance(step, Span):
                self._carry(step)
            elif isinstance(step, LeaveEntry):
                self._settle(step, stands[step.id])
            else:
                self._take(step)
        self._expire(self._until)
        return self._derived

    def left(self) -> tuple[tuple[date | None, Decimal], ...]:
        """Return what is left of each grant, and until which day it can be taken."""
        return tuple((one.expires_on, one.left) for one in self._grants if one.left)

    def _turns(self, settled: Sequence[LeaveEntry]) -> Iterable[Span]:
        """Return the years of leave into which something may be carried."""
        rule = self._kind.carry_over
        if not settled or (rule.most is None and not rule.months):
            return ()
        day = min(one.day for one in settled)
        years: list[Span] = []
        year = year_of(self._kind, self._service.starts_on, day)
        while year.last < self._until:
            year = year_of(self._kind, self._service.starts_on, year.last + ONE)
            years.append(year)
        return takewhile(lambda one: one.first <= self._until, years)

    def _settle(self, entry: LeaveEntry, days: Decimal) -> None:
        if days < 0:
            self._use(entry.day, -days)
        elif days:
            covered = min(self._short, days)
            self._short -= covered
            self._grant_of(entry).left += days - covered

    def _grant_of(self, entry: LeaveEntry) -> _Grant:
        """Return the grant that a row is of, or adds to."""
        year = None
        if entry.kind is EntryKind.ACCRUED:
            year = year_of(self._kind, self._service.starts_on, entry.day).first
            for grant in self._grants:
                if (grant.year, grant.expires_on) == (year, entry.expires_on):
                    return grant
        made = _Grant(entry.id, entry.day, entry.expires_on, NOTHING, year)
        self._grants.append(made)
        return made

    def _take(self, taken: TakenDay) -> None:
        day, days, request_id = taken
        used = self._use(day, days)
        for grant_id, part in used:
            month = (request_id, grant_id or 0, day.replace(day=1))
            first = self._first_use.setdefault(month, day)
            self._add(EntryKind.TAKEN, first, -part, (grant_id, request_id))

    def _use(self, day: date, days: Decimal) -> list[tuple[LeaveEntryId | None, Decimal]]:
        """Use days of what expires first; what nobody granted yet is short."""
        used: list[tuple[LeaveEntryId | None, Decimal]] = []
        for grant in sorted(self._grants, key=lambda one: one.order):
            if not days:
                break
            if grant.left and grant.day <= day <= (grant.expires_on or day):
                part = min(grant.left, days)
                grant.left -= part
                days -= part
                used.append((grant.id, part))
        if days:
            self._short += days
            used.append((None, days))
        return used

    def _expire(self, before: date) -> None:
        """Let expire what could be taken until a day before another."""
        for grant in sorted(self._grants, key=lambda one: one.order):
            if grant.expires_on is None or not grant.left:
                continue
            after = grant.expires_on + ONE
            if after <= min(before, self._until):
                self._add(EntryKind.EXPIRED, after, -grant.left, (grant.id, None))
                grant.left = NOTHING

    def _carry(self, year: Span) -> None:
        """Carry what is left into a year: the latest days go on, what is too much expires."""
        rule = self._kind.carry_over
        going = [one for one in self._grants if one.left and one.expires_on is None]
        total = sum((one.left for one in going), NOTHING)
        room = total if rule.most is None else min(total, rule.most)
        for grant in sorted(going, key=lambda one: one.order, reverse=True):
            part = min(room, grant.left)
            room -= part
            self._add(EntryKind.CARRIED, year.first, -part, (grant.id, None))
            self._add(EntryKind.EXPIRED, year.first, part - grant.left, (grant.id, None))
            grant.left = NOTHING
        if carried := total if rule.most is None else min(total, rule.most):
            last = months_after(year.first, rule.months) - ONE if rule.months else None
            made = self._add(EntryKind.CARRIED, year.first, carried, (None, None), last)
            self._grants.append(_Grant(made, year.first, last, carried))

    def _add(
        self,
        kind: EntryKind,
        day: date,
        days: Decimal,
        about: tuple[LeaveEntryId | None, LeaveRequestId | None],
        expires_on: date | None = None,
    ) -> LeaveEntryId:
        """Add days to the row that is about the same; return its id."""
        grant_id, request_id = about
        slot = (kind, day, grant_id or 0, request_id or 0)
        known = self._derived.get(slot)
        is_grant = kind is EntryKind.CARRIED and grant_id is None
        made = self._carried.get(day) if is_grant else None
        row = LeaveEntry(
            known.id if known else made or LeaveEntryId(new_id()),
            _NOBODY,
            self._kind.id,
            day,
            kind,
            days + (known.days if known else NOTHING),
            expires_on=expires_on,
            grant_id=grant_id,
            request_id=request_id,
        )
        if row.days:
            self._derived[slot] = row
        return row.id
