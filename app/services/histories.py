"""Histories: what was changed of a person, as the office may know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.employees.dating import Written, written_after
from app.domain.employees.employee import Profile
from app.domain.shared.ids import EmployeeId
from app.services.office import Desk
from app.services.people import People

PRIVATE = "private"
"""The name of all that is private: it is told that it was changed, never from what to what."""

PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact of a person before and after a change, by the name of its field."""

    field: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """One change: from which day it holds, written when, by whom and why."""

    id: int
    valid_from: date
    valid_until: date | None
    recorded_at: datetime
    who: str
    reason: str
    differences: tuple[Difference, ...]
    is_first: bool = False


class Histories:
    """Tells at one desk what became of people."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._people = People(desk)

    def of(self, employee_id: EmployeeId) -> tuple[Past, ...]:
        """Return every change of a person in the order in which they were written."""
        records = self._store.employees.records(employee_id)
        return tuple(map(self._past, written_after(records)))

    def _past(self, written: Written) -> Past:
        one = written.record
        return Past(
            id=one.number,
            valid_from=one.valid_from,
            valid_until=one.valid_until,
            recorded_at=one.recorded_at,
            who=one.who,
            reason=one.reason,
            differences=tuple(self._differences(written)),
            is_first=written.before is None,
        )

    def _differences(self, written: Written) -> Iterator[Difference]:
        if written.before is None:
            return
        day = written.record.valid_from
        before = self._told(written.before.profile, day)
        after = self._told(written.record.profile, day)
        for field, text in after.items():
            if text != before[field]:
                yield Difference(field, before[field], text)
        if written.before.profile.photo_id != written.record.profile.photo_id:
            yield Difference(PHOTO)
        if written.before.private != written.record.private:
            yield Difference(PRIVATE)

    def _told(self, profile: Profile, day: date) -> dict[str, str]:
        return {
            "name": profile.name.written,
            "called": profile.name.called,
            "title": profile.name.title,
            "position": profile.position,
            "department": self._people.department_name(profile.department_id),
            "manager": self._people.name(profile.manager_id, day),
            "workplace": profile.workplace,
            "work_email": profile.work_email,
            "work_phone": profile.work_phone,
            "language": profile.language,
        }
