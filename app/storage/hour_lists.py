"""Lists of hours: entries and weeks, the newest first, or as a view orders and narrows them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from app.domain.hours.hours import WeekState, WorkKind
from app.domain.hours.measuring import ONE_DAY, minutes_between
from app.domain.hours.row import (
    EVERYTHING,
    NEWEST_ENTRIES,
    NEWEST_WEEKS,
    EntryRow,
    EntrySort,
    Sought,
    WeekRow,
    WeekSort,
)
from app.domain.hours.sheet import HoursBalance
from app.domain.shared.ids import EmployeeId, TimeEntryId, TimeWeekId
from app.domain.shared.paging import View, sort_of, states_of
from app.storage.contact_tables import contact
from app.storage.employee_tables import employee_record
from app.storage.hours_tables import time_entry, time_week
from app.storage.lists import (
    found_first,
    in_order,
    ordered,
    slices,
    spine_of,
    whole,
)
from app.storage.types import Rows

_SETTLED = frozenset({WeekState.APPROVED, WeekState.LOCKED})
_SIGNS = str.maketrans({"%": r"\%", "_": r"\_", "\\": r"\\"})


class HourLists:
    """Reads the list of entries on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self,
        view: View = NEWEST_ENTRIES,
        people: Collection[EmployeeId] | None = None,
        sought: Sought = EVERYTHING,
    ) -> array[int]:
        """Return the ids of the list in its order; of some people only, where they are named."""
        if _is_by_name(view):
            return self._by_name(view, people, sought)
        return spine_of(self._connection, _entries(view, people, sought))

    def first(
        self,
        view: View,
        size: int,
        people: Collection[EmployeeId] | None = None,
        sought: Sought = EVERYTHING,
    ) -> array[int]:
        """Return the first ids of the list in its order."""
        if _is_by_name(view):
            return self._by_name(view, people, sought, max(0, size))
        wanted = _entries(view, people, sought)
        return found_first(self._connection, wanted, time_entry.c.id, size, None)

    def rows(self, ids: Sequence[int], today: date) -> tuple[EntryRow, ...]:
        """Return the rows of these entries, in the order asked for."""
        found: dict[int, EntryRow] = {}
        for group in slices(ids):
            wanted: Rows = (
                select(
                    time_entry,
                    time_week.c.state,
                    employee_record.c.name,
                    contact.c.name.label("customer"),
                )
                .join(time_week, time_week.c.id == time_entry.c.week_id)
                .outerjoin(employee_record, _named(time_entry.c.employee_id, today))
                .outerjoin(contact, contact.c.id == time_entry.c.customer_id)
                .where(time_entry.c.id.in_(group))
            )
            for row in whole(self._connection, wanted):
                found[row.id] = _entry_row(row)
        return in_order(ids, found)

    def _by_name(
        self,
        view: View,
        people: Collection[EmployeeId] | None,
        sought: Sought,
        size: int | None = None,
    ) -> array[int]:
        """Return the ids person by person: each person's lie together in the index."""
        found: array[int] = array("q")
        for person in self._people(is_descending=view.is_descending):
            theirs = _entries(replace(view, sort=""), people, sought).where(
                time_entry.c.employee_id.in_((person,))
            )
            found.extend(spine_of(self._connection, theirs.limit(size)))
            if size is not None and len(found) >= size:
                return found[:size]
        return found

    def _people(self, *, is_descending: bool) -> Sequence[int]:
        key = employee_record.c
        name = key.name_key.desc() if is_descending else key.name_key.asc()
        wanted = select(key.employee_id).where(key.valid_until.is_(None))
        return self._connection.scalars(wanted.order_by(name, key.employee_id)).all()

    def counts(self) -> dict[WorkKind, int]:
        """Return how many entries there are of each kind."""
        kind = time_entry.c.kind
        found = self._connection.execute(select(kind, func.count()).group_by(kind))
        return {row[0]: int(row[1]) for row in found}


class WeekLists:
    """Reads the list of weeks, and what they come to, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self, view: View = NEWEST_WEEKS, people: Collection[EmployeeId] | None = None
    ) -> array[int]:
        """Return the ids of the list in its order; of some people only, where they are named."""
        return spine_of(self._connection, _weeks(view, people))

    def first(
        self, view: View, size: int, people: Collection[EmployeeId] | None = None
    ) -> array[int]:
        """Return the first ids of the list in its order."""
        wanted = _weeks(view, people)
        return found_first(self._connection, wanted, time_week.c.id, size, None)

    def rows(self, ids: Sequence[int], today: date) -> tuple[WeekRow, ...]:
        """Return the rows of these weeks, in the order asked for."""
        found: dict[int, WeekRow] = {}
        for group in slices(ids):
            wanted: Rows = (
                select(time_week, employee_record.c.name)
                .outerjoin(employee_record, _named(time_week.c.employee_id, today))
                .where(time_week.c.id.in_(group))
            )
            for row in whole(self._connection, wanted):
                found[row.id] = WeekRow(
                    TimeWeekId(row.id),
                    row.version,
                    EmployeeId(row.employee_id),
                    row.name or "",
                    row.monday,
                    row.state,
                    row.worked,
                    row.due,
                    row.paid,
                    row.submitted_at,
                    row.decided_by,
                )
        return in_order(ids, found)

    def counts(self) -> dict[WeekState, int]:
        """Return how many weeks stand where."""
        state = time_week.c.state
        found = self._connection.execute(select(state, func.count()).group_by(state))
        return {row[0]: int(row[1]) for row in found}

    def balances(self, last_monday: date) -> dict[EmployeeId, HoursBalance]:
        """Return what the account of each person stands at after the weeks until one."""
        key = time_week.c
        sums = (func.count(), func.sum(key.worked), func.sum(key.due), func.sum(key.paid))
        wanted: Rows = (
            select(key.employee_id, *sums, func.max(key.monday))
            .where(key.monday <= last_monday)
            .group_by(key.employee_id)
        )
        return {
            EmployeeId(row[0]): HoursBalance(
                EmployeeId(row[0]), "", row[1], int(row[2]), int(row[3]), int(row[4]), row[5]
            )
            for row in whole(self._connection, wanted)
        }


def _is_by_name(view: View) -> bool:
    return sort_of(EntrySort, view.sort, EntrySort.BEGAN_AT) is EntrySort.NAME


def _entry_row(row: Any) -> EntryRow:
    ended = row.ended_at
    minutes = 0 if ended is None else minutes_between(row.began_at, ended) - row.pause
    return EntryRow(
        TimeEntryId(row.id),
        TimeWeekId(row.week_id),
        EmployeeId(row.employee_id),
        row.name or "",
        row.day,
        row.began_at,
        ended,
        row.pause,
        minutes,
        row.kind,
        row.note,
        row.customer or "",
        row.state,
        row.is_clocked,
    )


def _named(person: Any, day: date) -> Any:
    """Return the condition on which a record says how a person is called on a day.

    Who comes later is called by no record yet, who left by the last.
    """
    key = employee_record.c
    return and_(
        key.employee_id == person,
        key.valid_from <= day,
        or_(key.valid_until.is_(None), key.valid_until > day),
    )


def _entries(
    view: View, people: Collection[EmployeeId] | None, sought: Sought = EVERYTHING
) -> Select[int]:
    key = time_entry.c
    wanted = _of(sought, select(key.id))
    if view.only:
        wanted = wanted.where(key.kind.in_(states_of(WorkKind, view.only)))
    words = view.words.strip()
    if words and people is not None:
        like = f"%{words.translate(_SIGNS)}%"
        noted = func.lower(key.note).like(like.casefold(), escape="\\")
        wanted = wanted.where(or_(key.employee_id.in_(people), noted))
    elif people is not None:
        wanted = wanted.where(key.employee_id.in_(people))
    asked = view if view.sort else NEWEST_ENTRIES
    return ordered(wanted, key.began_at, key.id, asked)


def _of(sought: Sought, wanted: Select[int]) -> Select[int]:
    """Return a list narrowed to a person, to days, and to weeks that stand so."""
    key = time_entry.c
    if sought.employee_id is not None:
        wanted = wanted.where(key.employee_id == sought.employee_id)
    if sought.first is not None:
        began = datetime.combine(sought.first, time(), UTC) - ONE_DAY
        wanted = wanted.where(key.began_at >= began, key.day >= sought.first)
    if sought.last is not None:
        ended = datetime.combine(sought.last, time(), UTC) + 2 * ONE_DAY
        wanted = wanted.where(key.began_at < ended, key.day <= sought.last)
    if sought.state is not None:
        wanted = wanted.where(_in_weeks(sought.state))
    return wanted


def _in_weeks(state: WeekState) -> ColumnElement[bool]:
    """Return the condition that an entry is in a week that stands so.

    Of settled weeks there are many, so that each entry in its order is asked for its week; of the
    others few, whose entries are gathered.
    """
    week = time_week.c
    if state in _SETTLED:
        return exists().where(week.id == time_entry.c.week_id, week.state == state)
    return time_entry.c.week_id.in_(select(week.id).where(week.state == state))


def _weeks(view: View, people: Collection[EmployeeId] | None) -> Select[int]:
    key = time_week.c
    asked = view if view.sort else NEWEST_WEEKS
    wanted = select(key.id)
    if view.only:
        wanted = wanted.where(key.state.in_(states_of(WeekState, view.only)))
    if people is not None:
        wanted = wanted.where(key.employee_id.in_(people))
    sort = sort_of(WeekSort, asked.sort, WeekSort.MONDAY)
    if sort is WeekSort.NAME:
        named = employee_record.c
        here = and_(named.employee_id == key.employee_id, named.valid_until.is_(None))
        return ordered(wanted.outerjoin(employee_record, here), named.name_key, key.id, asked)
    return ordered(wanted, key.state if sort is WeekSort.STATE else key.monday, key.id, asked)
