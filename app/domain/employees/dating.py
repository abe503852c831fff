"""Dating: where on the line of time of a person a new record stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.employees.employee import EmployeeRecord


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a new record goes: the one that it cuts off, and until when it holds itself."""

    cut: EmployeeRecord | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Written:
    """A record, and what held on its first day before it was written."""

    record: EmployeeRecord
    before: EmployeeRecord | None


def holds(record: EmployeeRecord, day: date) -> bool:
    """Say whether a record is the one that holds on a day."""
    return record.valid_from <= day and (record.valid_until is None or day < record.valid_until)


def holding(records: Sequence[EmployeeRecord], day: date) -> EmployeeRecord | None:
    """Return the record that holds on a day; before the first of all that first one."""
    found = next((one for one in records if holds(one, day)), None)
    return found or min(_living(records), key=_begins, default=None)


def spot(records: Sequence[EmployeeRecord], day: date) -> Spot:
    """Return where a record that holds from a day goes: what is dated later stays as it is."""
    cut = next((one for one in records if holds(one, day)), None)
    if cut is not None:
        return Spot(cut, cut.valid_until)
    return Spot(None, min((one.valid_from for one in _living(records)), default=None))


def later(records: Sequence[EmployeeRecord], day: date) -> tuple[EmployeeRecord, ...]:
    """Return the records that begin after a day, the nearest first: they stay as they are."""
    return tuple(sorted((one for one in _living(records) if one.valid_from > day), key=_begins))


def _living(records: Sequence[EmployeeRecord]) -> list[EmployeeRecord]:
    """Return the records that hold on some day."""
    return [one for one in records if one.valid_until != one.valid_from]


def _begins(record: EmployeeRecord) -> date:
    return record.valid_from


def written_after(records: Sequence[EmployeeRecord]) -> tuple[Written, ...]:
    """Return each record with the one that held on its day before it was written, in their order.

    Of a day before all that was known the first one is what was known.
    """
    known: list[EmployeeRecord] = []
    found = []
    for record in sorted(records, key=lambda one: one.number):
        found.append(Written(record, holding(known, record.valid_from)))
        place = spot(known, record.valid_from)
        known = [
            replace(one, valid_until=record.valid_from) if one is place.cut else one
            for one in known
        ]
        known.append(replace(record, valid_until=place.valid_until))
    return tuple(found)
