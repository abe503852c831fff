"""Requests for leave: asked for, decided by another, and taken; what was approved is reversed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.employees.approving import require_other
from app.domain.leave import asking
from app.domain.leave.asking import HOLDING, Asked, Colleague, Decision
from app.domain.leave.counting import NOTHING
from app.domain.leave.leave import Accrual, LeaveRequest, LeaveType, RequestState
from app.domain.leave.ledger import balance, due
from app.domain.leave.proof import BY_HAND
from app.domain.leave.row import Outlook, RequestRow
from app.domain.leave.spans import Span
from app.domain.shared.ids import EmployeeId, LeaveRequestId, LeaveTypeId
from app.domain.shared.paging import View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict
from app.services.issuing import require_right
from app.services.leave_books import LeaveBooks
from app.services.office import Desk
from app.services.permissions import Permission, command, query

OPEN = (RequestState.DRAFT, RequestState.SUBMITTED)


@query(Permission.LEAVE_READ)
def outlook(desk: Desk, request: LeaveRequest) -> Outlook:
    """Return what would become of a request: how many days, what is left, what is in its way."""
    return _Requests(desk).outlook(request)


@query(Permission.LEAVE_READ)
def get(desk: Desk, request_id: LeaveRequestId) -> RequestRow:
    """Return a request with its names; raises NotFound."""
    return _Requests(desk).rows((desk.store.leave_requests.get(request_id),))[0]


@query(Permission.LEAVE_READ)
def people(desk: Desk) -> Mapping[EmployeeId, str]:
    """Return the name of everybody who works here, or will, for whom leave can be asked."""
    lists, today = desk.store.employee_lists, desk.today
    return {one.id: one.name for one in lists.rows(lists.spine(View(), today), today)}


@query(Permission.LEAVE_READ)
def to_decide(desk: Desk) -> tuple[RequestRow, ...]:
    """Return the requests that wait for an answer, the next leave first."""
    found = desk.store.leave_requests.in_states((RequestState.SUBMITTED,))
    return _Requests(desk).rows(found)


@query(Permission.LEAVE_READ)
def of_person(desk: Desk, employee_id: EmployeeId) -> tuple[RequestRow, ...]:
    """Return every request of a person, the latest leave first."""
    found = desk.store.leave_requests.of((employee_id,), tuple(RequestState))
    return _Requests(desk).rows(reversed(found.get(employee_id, ())))


@command(Permission.LEAVE_REQUEST, private=True)
def write(desk: Desk, new: LeaveRequest) -> LeaveRequest:
    """Keep a new request as a draft, under its id; raises Invalid, NotFound, Conflict."""
    return _Requests(desk).write(new)


@command(Permission.LEAVE_REQUEST, private=True)
def change(desk: Desk, changed: LeaveRequest) -> LeaveRequest:
    """Change a draft; ``changed.version`` is the one read; raises Invalid, IllegalTransition."""
    return _Requests(desk).change(changed)


@command(Permission.LEAVE_REQUEST)
def submit(desk: Desk, request_id: LeaveRequestId, version: int) -> LeaveRequest:
    """Ask for a leave; what needs nobody's approval is approved at once. Raises Invalid."""
    return _Requests(desk).submit(request_id, version)


@command(Permission.LEAVE_REQUEST)
def withdraw(desk: Desk, request_id: LeaveRequestId, version: int) -> LeaveRequest:
    """Give up what was not decided yet; raises IllegalTransition, Conflict."""
    before = desk.store.leave_requests.current(request_id, version)
    asking.require_state(before, OPEN, RequestState.CANCELLED)
    after = asking.moved(before, RequestState.CANCELLED)
    desk.store.leave_requests.save(before, after)
    return after


@command(Permission.LEAVE_APPROVE)
def approve(desk: Desk, request_id: LeaveRequestId, version: int, answer: str = "") -> LeaveRequest:
    """Grant a leave and take its days; raises OwnApproval, Invalid, IllegalTransition."""
    return _Requests(desk).decide(request_id, version, RequestState.APPROVED, answer)


@command(Permission.LEAVE_APPROVE)
def reject(desk: Desk, request_id: LeaveRequestId, version: int, answer: str) -> LeaveRequest:
    """Refuse a leave, with a reason; raises OwnApproval, WithoutAnswer, IllegalTransition."""
    return _Requests(desk).decide(request_id, version, RequestState.REJECTED, answer)


@command(Permission.LEAVE_APPROVE)
def cancel(desk: Desk, request_id: LeaveRequestId, version: int, answer: str) -> LeaveRequest:
    """Take an approved leave back, with a reason: its days are reversed in the ledger."""
    return _Requests(desk).decide(request_id, version, RequestState.CANCELLED, answer)


class _Requests:
    """Handles requests at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._books = LeaveBooks(desk)

    def write(self, new: LeaveRequest) -> LeaveRequest:
        kept = self._counted(
            replace(
                new,
                version=1,
                state=RequestState.DRAFT,
                asked_by=self._desk.who.name,
                decided_by="",
                decided_at=None,
                answer="",
            )
        )
        require_right(self._problems(kept))
        self._store.leave_requests.add(kept)
        return kept

    def change(self, changed: LeaveRequest) -> LeaveRequest:
        before = self._store.leave_requests.current(changed.id, changed.version)
        if before.employee_id != changed.employee_id:
            raise Conflict(record="leave-request", id=changed.id)
        after = self._counted(asking.changed(before, changed))
        require_right(self._problems(after))
        self._store.leave_requests.save(before, after)
        return after

    def submit(self, request_id: LeaveRequestId, version: int) -> LeaveRequest:
        before = self._store.leave_requests.current(request_id, version)
        require_right(self._problems(before))
        after = asking.moved(before, RequestState.SUBMITTED)
        self._store.leave_requests.save(before, after)
        kind = self._kind(before)
        if kind is not None and not kind.needs_approval:
            return self._book(after, RequestState.APPROVED, "")
        return after

    def decide(
        self, request_id: LeaveRequestId, version: int, state: RequestState, answer: str
    ) -> LeaveRequest:
        before = self._store.leave_requests.current(request_id, version)
        employee = self._store.employees.get(before.employee_id)
        require_other(employee, self._desk.who.name, self._desk.who.employee_id)
        if state is RequestState.CANCELLED:
            asking.require_state(before, (RequestState.APPROVED,), state)
        if state is RequestState.APPROVED and before.type_id is not None:
            require_right(self._problems(before))
        return self._book(before, state, answer)

    def outlook(self, request: LeaveRequest) -> Outlook:
        """Return what would become of a request."""
        counted = self._counted(request)
        before = self._left(counted, is_with=False)
        after = None if before is None else before - counted.days
        return Outlook(counted.days, before, after, self._problems(counted))

    def rows(self, requests: Iterable[LeaveRequest]) -> tuple[RequestRow, ...]:
        """Return requests with the names that go with them."""
        found = tuple(requests)
        ids = list(dict.fromkeys(one.employee_id for one in found))
        named = {one.id: one for one in self._store.employee_lists.rows(ids, self._desk.today)}
        return tuple(
            RequestRow(
                one,
                named[one.employee_id].name if one.employee_id in named else "",
                named[one.employee_id].department if one.employee_id in named else "",
                named[one.employee_id].department_id if one.employee_id in named else None,
                self._kind(one),
            )
            for one in found
        )

    def _book(self, before: LeaveRequest, state: RequestState, answer: str) -> LeaveRequest:
        by = Decision(self._desk.who.name, self._desk.now, answer)
        after = asking.decided(before, state, by)
        self._store.leave_requests.save(before, after)
        employee = self._store.employees.get(before.employee_id)
        for kind in self._books.kinds.values():
            is_own = kind.id == before.type_id and not kind.is_health
            if is_own or kind.accrual is Accrual.FI_ANNUAL:
                self._books.write((employee,), kind, self._desk.today)
        return after

    def _kind(self, request: LeaveRequest) -> LeaveType | None:
        return self._books.kinds.get(request.type_id or LeaveTypeId(0))

    def _counted(self, request: LeaveRequest) -> LeaveRequest:
        """Return a request with the days that it is, and whether it is about health."""
        employee, kind = self._store.employees.get(request.employee_id), self._kind(request)
        if kind is None or request.last_on < request.first_on:
            return replace(request, days=NOTHING)
        days = self._books.days_of(request, kind, self._books.service(employee))
        total = sum((part for _, part in days), NOTHING)
        return replace(request, days=total, is_health=kind.is_health)

    def _problems(self, request: LeaveRequest) -> tuple[Problem, ...]:
        employee = self._store.employees.get(request.employee_id)
        employed = Span(employee.starts_on, employee.ends_on or date.max)
        kind = self._kind(request)
        left = self._left(request, is_with=True)
        others = self._store.leave_requests.of((request.employee_id,), HOLDING)
        return (
            *asking.problems(Asked(request, kind, employed, left)),
            *asking.own_overlaps(request, others.get(request.employee_id, ())),
            *self._staffing(request),
        )

    def _staffing(self, request: LeaveRequest) -> Iterable[Problem]:
        blocks = self._store.leave_blocks.all()
        first, last = request.first_on, request.last_on
        if not any(one.first_on <= last and one.last_on >= first for one in blocks):
            return ()
        with self._store.housework():
            found = self.rows(self._store.leave_requests.between(first, last, HOLDING))
        away = [
            Colleague(
                row.request.employee_id,
                row.department_id,
                row.name,
                Span(row.request.first_on, row.request.last_on),
            )
            for row in found
        ]
        named = self._store.employee_lists.rows((request.employee_id,), self._desk.today)
        department = named[0].department_id if named else None
        return tuple(asking.staffing(request, department, blocks, away))

    def _left(self, request: LeaveRequest, *, is_with: bool) -> Decimal | None:
        """Return what is left of a type when a leave ends, with what was asked for besides.

        None where nothing of the type is counted in a ledger.
        """
        kind = self._kind(request)
        if kind is None or kind.is_health:
            return None
        employee = self._store.employees.get(request.employee_id)
        (account,) = self._books.accounts((employee,), kind)
        if kind.accrual is Accrual.NONE and not any(one.kind in BY_HAND for one in account.entries):
            return None
        day = max(request.last_on, self._desk.today)
        booked = any(one.request_id == request.id for one in account.taken)
        left = balance((*account.entries, *due(account, day)), day)
        asked = self._store.leave_requests.of((employee.id,), (RequestState.SUBMITTED,))
        left -= sum(
            (
                one.days
                for one in asked.get(employee.id, ())
                if one.type_id == kind.id and one.id != request.id
            ),
            NOTHING,
        )
        left -= sum((part for one in account.taken for on, part in one.days if on > day), NOTHING)
        return left if booked or not is_with else left - request.days
