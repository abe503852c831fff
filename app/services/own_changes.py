"""Changes of one's own data: asked for with a PIN, accepted or refused by the personnel office."""

from __future__ import annotations

from datetime import date

from app.domain.employees.approving import require_other
from app.domain.employees.employee import Private
from app.domain.employees.own_changes import (
    Asked,
    ChangeState,
    Details,
    OwnChange,
    changed,
    check_details,
    details_of,
    tidied_details,
)
from app.domain.shared.ids import EmployeeId, OwnChangeId, new_id
from app.domain.shared.problems import Problem, Rule
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.own import Own
from app.services.people import People
from app.services.permissions import Permission, command, query

WITHOUT_ANSWER = Rule("own.without-answer")


@query(Permission.SELF_USE)
def mine(desk: Desk) -> tuple[OwnChange, ...]:
    """Return what one asked to have changed, the latest first."""
    return desk.store.own_changes.of(Own(desk).id)


@query(Permission.SELF_USE)
def check(desk: Desk, wished: Details) -> tuple[Problem, ...]:
    """Return what is wrong with a change of one's own data, each at its field."""
    return check_details(_Changing(desk).asked(Own(desk).id, wished, ""), desk.today)


@command(Permission.SELF_USE, private=True)
def ask(desk: Desk, wished: Details, note: str = "") -> OwnChange:
    """Ask to have one's own data changed; raises Invalid."""
    me = Own(desk).id
    asked = _Changing(desk).asked(me, wished, note)
    require_right(check_details(asked, desk.today))
    new = OwnChange(OwnChangeId(new_id()), 1, me, ChangeState.ASKED, desk.now, asked)
    desk.store.own_changes.add(new)
    return new


@command(Permission.SELF_USE)
def withdraw(desk: Desk, change_id: OwnChangeId, version: int) -> OwnChange:
    """Give up what was not decided yet; raises NotOwn, IllegalTransition, Conflict."""
    Own(desk).require(desk.store.own_changes.get(change_id).employee_id)
    before = desk.store.own_changes.current(change_id, version)
    after = before.moved(ChangeState.WITHDRAWN)
    desk.store.own_changes.save(before, after)
    return after


@command(Permission.EMPLOYEES_PRIVATE)
def show(desk: Desk, employee_id: EmployeeId) -> tuple[OwnChange, ...]:
    """Show what a person asked to have changed and waits for an answer, the oldest first.

    The audit notes who looked, not at what.
    """
    return tuple(one for one in desk.store.own_changes.waiting() if one.employee_id == employee_id)


@command(Permission.EMPLOYEES_PRIVATE)
def accept(
    desk: Desk, change_id: OwnChangeId, version: int, valid_from: date | None = None
) -> OwnChange:
    """Change what a person asked for, from a day, and nothing else.

    Raises OwnApproval, Invalid, IllegalTransition, Conflict.
    """
    return _Changing(desk).accept(change_id, version, valid_from or desk.today)


@command(Permission.EMPLOYEES_PRIVATE, private=True)
def refuse(desk: Desk, change_id: OwnChangeId, version: int, answer: str) -> OwnChange:
    """Refuse what a person asked for, and say why; raises OwnApproval, Invalid, Conflict."""
    if not answer.strip():
        require_right((WITHOUT_ANSWER.at("answer"),))
    return _Changing(desk).decide(change_id, version, ChangeState.REFUSED, answer)


class _Changing:
    """Decides about such changes at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def asked(self, person: EmployeeId, wished: Details, note: str) -> Asked:
        """Return what is asked for beside what stands today."""
        private = self._store.employees.record_on(person, self._desk.today).private
        before = details_of(private or Private())
        return Asked(before, tidied_details(wished), note.strip())

    def accept(self, change_id: OwnChangeId, version: int, day: date) -> OwnChange:
        after = self.decide(change_id, version, ChangeState.ACCEPTED, "")
        employee = self._store.employees.get(after.employee_id)
        held = self._store.employees.record_on(employee.id, day).private or Private()
        assert after.asked is not None
        require_right(check_details(after.asked, self._desk.today))
        People(self._desk).keep_private(employee, changed(held, after.asked), day)
        return after

    def decide(
        self, change_id: OwnChangeId, version: int, state: ChangeState, answer: str
    ) -> OwnChange:
        before = self._store.own_changes.current(change_id, version)
        employee = self._store.employees.get(before.employee_id)
        require_other(employee, self._desk.who.name, self._desk.who.employee_id)
        after = before.decided(state, self._desk.who.name, self._desk.now, answer)
        self._store.own_changes.save(before, after)
        return after
