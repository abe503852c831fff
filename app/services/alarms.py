"""Alarms: probations, terms, qualifications and steps of checklists that come to their day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.employees.alarms import Alarm, AlarmKind, window
from app.domain.employees.belongings import is_open
from app.domain.employees.employee import Standing
from app.domain.shared.ids import EmployeeId
from app.services.office import Desk
from app.services.permissions import Permission, query

_STAYING = (AlarmKind.STEP, AlarmKind.WISH, AlarmKind.CLAIM)
"""What is told of people who left, too."""


@query(Permission.EMPLOYEES_READ)
def due(desk: Desk) -> tuple[Alarm, ...]:
    """Return what of people runs out within a month or ran out, the nearest day first."""
    return Alarms(desk).found()


@query(Permission.EMPLOYEES_READ)
def count(desk: Desk) -> int:
    """Return how many alarms there are."""
    return len(Alarms(desk).found())


class Alarms:
    """Looks at one desk for what comes to its day; of those who left nothing is told but steps."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._held = desk.who.role.permissions
        self._today = desk.today
        self._first, self._last = window(desk.today)

    def found(self) -> tuple[Alarm, ...]:
        """Return every alarm with the name of its person, the nearest day first."""
        raw = [*self._contracts(), *self._qualifications(), *self._steps(), *self._wishes()]
        raw += self._claims()
        people = tuple({employee_id for _kind, employee_id, _day, _text in raw})
        rows = self._store.employee_lists.rows(people, self._today)
        names = {row.id: row.name for row in rows}
        left = {row.id for row in rows if row.standing is Standing.LEFT}
        alarms = [
            Alarm(kind, person, names.get(person, ""), day, text)
            for kind, person, day, text in raw
            if person not in left or kind in _STAYING
        ]
        return tuple(sorted(alarms, key=lambda one: (one.day, one.name, one.kind.value)))

    def _contracts(self) -> Iterator[tuple[AlarmKind, EmployeeId, date, str]]:
        for one in self._store.contracts.ending(self._today, self._last):
            until = one.probation_until
            if until is not None and self._today <= until <= self._last:
                yield AlarmKind.PROBATION, one.employee_id, until, one.position
            if one.ends_on is not None and self._today <= one.ends_on <= self._last:
                yield AlarmKind.TERM, one.employee_id, one.ends_on, one.position

    def _qualifications(self) -> Iterator[tuple[AlarmKind, EmployeeId, date, str]]:
        for one in self._store.qualifications.due("expires_on", self._first, self._last):
            if one.expires_on is not None:
                yield AlarmKind.QUALIFICATION, one.employee_id, one.expires_on, one.name

    def _steps(self) -> Iterator[tuple[AlarmKind, EmployeeId, date, str]]:
        for checklist in self._store.checklists.open():
            for item in checklist.items:
                is_near = item.due_on is not None and item.due_on <= self._last
                if is_open(item) and item.due_on is not None and is_near:
                    yield AlarmKind.STEP, checklist.employee_id, item.due_on, item.text

    def _wishes(self) -> Iterator[tuple[AlarmKind, EmployeeId, date, str]]:
        for one in self._store.own_changes.waiting():
            yield AlarmKind.WISH, one.employee_id, one.asked_at.date(), ""

    def _claims(self) -> Iterator[tuple[AlarmKind, EmployeeId, date, str]]:
        """Yield the expense claims that wait for a decision, as far as the asker may see them."""
        if Permission.EXPENSES_READ not in self._held:
            return
        for one in self._store.expense_lists.waiting(self._today):
            since = one.submitted_on or self._today
            yield AlarmKind.CLAIM, one.employee_id, since, one.number
