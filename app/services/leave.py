"""Leave: what everybody has left on any day, why, and what is settled by hand.

What is due by a day counts before it is written: so a balance never waits for a routine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from app.domain.employees.approving import require_other
from app.domain.employees.employee import Employee
from app.domain.employees.row import EmployeeRow
from app.domain.leave.asking import BOOKED, moved
from app.domain.leave.counting import NOTHING
from app.domain.leave.earning import year_of
from app.domain.leave.leave import Accrual, EntryKind, LeaveEntry, LeaveType, RequestState
from app.domain.leave.ledger import Account, balance, due, expiring, reversal, standing
from app.domain.leave.proof import (
    BY_HAND,
    NotByHand,
    NothingToPayOut,
    Proof,
    Settling,
    proof_lines,
    settling_problems,
)
from app.domain.leave.row import LeaveRow
from app.domain.leave.spans import Span
from app.domain.shared.ids import EmployeeId, LeaveEntryId, LeaveTypeId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.paging import Spine, View
from app.domain.shared.refusals import NotFound
from app.formats.leave_laws import law
from app.services.issuing import require_right
from app.services.leave_books import LeaveBooks
from app.services.office import Desk, Errand
from app.services.permissions import Permission, command, errand, query

AT_ONCE = 200
"""So many people's ledgers are written in one transaction."""


@query(Permission.LEAVE_READ)
def spine(desk: Desk, view: View, day: date | None = None) -> Spine:
    """Return the ids of who works here on a day, in the order of the view."""
    return desk.store.employee_lists.spine(view, day or desk.today)


@query(Permission.LEAVE_READ)
def first(
    desk: Desk, view: View, size: int, type_id: LeaveTypeId | None = None, day: date | None = None
) -> tuple[LeaveRow, ...]:
    """Return the first rows of the list."""
    ids = desk.store.employee_lists.first(view, size, day or desk.today)
    return rows(desk, ids, type_id, day)


@query(Permission.LEAVE_READ)
def rows(
    desk: Desk, ids: Sequence[int], type_id: LeaveTypeId | None = None, day: date | None = None
) -> tuple[LeaveRow, ...]:
    """Return what these people have on a day of a type, else of the first that has a ledger."""
    on, kind = day or desk.today, _kind(desk, type_id)
    if kind is None:
        return ()
    names = {one.id: one for one in desk.store.employee_lists.rows(ids, on)}
    people = [
        one for one in desk.store.employees.get_all(list(map(EmployeeId, ids))) if one.id in names
    ]
    accounts = LeaveBooks(desk).accounts(people, kind)
    return tuple(_row(account, names[account.employee_id], on) for account in accounts)


@query(Permission.LEAVE_READ)
def balances(
    desk: Desk, type_id: LeaveTypeId, day: date | None = None
) -> Mapping[EmployeeId, Decimal]:
    """Return what everybody has left of a type on a day."""
    on, kind = day or desk.today, desk.store.leave_types.get(type_id)
    found = {one[0]: left for one, left in desk.store.leave_ledger.balances(on, type_id).items()}
    settled = desk.store.leave_ledger.settled(type_id)
    unsettled = [one for one in desk.store.employees.all() if settled.get(one.id, date.min) < on]
    for account in LeaveBooks(desk).accounts(unsettled, kind):
        found[account.employee_id] = balance((*account.entries, *due(account, on)), on)
    return found


@query(Permission.LEAVE_READ)
def proof(
    desk: Desk, employee_id: EmployeeId, type_id: LeaveTypeId, day: date | None = None
) -> Proof:
    """Return why a person has so many days left on a day: every row with its rule."""
    on, kind = day or desk.today, desk.store.leave_types.get(type_id)
    employee = desk.store.employees.get(employee_id)
    (account,) = LeaveBooks(desk).accounts((employee,), kind)
    entries = [
        *((one, False) for one in account.entries),
        *((one, True) for one in due(account, on)),
    ]
    requests = desk.store.leave_requests.of((employee_id,), BOOKED).get(employee_id, ())
    leaves = {one.id: Span(one.first_on, one.last_on) for one in requests}
    country = desk.store.company.get().country
    return Proof(
        employee_id,
        desk.store.employees.record_on(employee_id, on).profile.name.written,
        employee.number,
        employee.starts_on,
        kind,
        on,
        tuple(proof_lines(entries, on, leaves)),
        law(country).source_of(kind.code),
    )


@command(Permission.LEAVE_APPROVE)
def settle_by_hand(
    desk: Desk, employee_id: EmployeeId, type_id: LeaveTypeId, settling: Settling
) -> LeaveEntry:
    """Open a ledger with what a person had, or add and take away days, with a reason.

    Raises Invalid, NotFound, OwnApproval.
    """
    require_right(settling_problems(settling))
    employee, kind = _other(desk, employee_id), desk.store.leave_types.get(type_id)
    _require_ledger(kind)
    entry = LeaveEntry(
        LeaveEntryId(new_id()),
        employee_id,
        type_id,
        settling.day,
        EntryKind.OPENING if settling.is_opening else EntryKind.ADJUSTED,
        settling.days,
        expires_on=settling.expires_on,
        reason=one_line(settling.reason),
    )
    _write(desk, employee, kind, entry)
    return entry


@command(Permission.LEAVE_APPROVE)
def take_back(desk: Desk, entry_id: LeaveEntryId, employee_id: EmployeeId, reason: str) -> None:
    """Reverse a row that was settled by hand; raises NotByHand, NotFound, OwnApproval."""
    employee = _other(desk, employee_id)
    for kind in desk.store.leave_types.all():
        entries = desk.store.leave_ledger.of((employee_id,), kind.id).get(employee_id, ())
        found = next((one for one in entries if one.id == entry_id), None)
        if found is None:
            continue
        stands = standing(entries).get(entry_id, NOTHING)
        if found.kind not in BY_HAND or not stands:
            raise NotByHand(id=entry_id)
        _write(desk, employee, kind, reversal(found, -stands, one_line(reason)))
        return
    raise NotFound(record="leave-entry", id=entry_id)


@command(Permission.LEAVE_APPROVE)
def pay_out(desk: Desk, employee_id: EmployeeId, type_id: LeaveTypeId) -> LeaveEntry:
    """Write that what is left at the end of an employment is paid; raises NothingToPayOut."""
    employee, kind = _other(desk, employee_id), desk.store.leave_types.get(type_id)
    if employee.ends_on is None:
        raise NothingToPayOut(number=employee.number)
    books = LeaveBooks(desk)
    books.write((employee,), kind, max(desk.today, employee.ends_on))
    entries = desk.store.leave_ledger.of((employee_id,), type_id).get(employee_id, ())
    left = balance(entries, date.max)
    if left <= 0:
        raise NothingToPayOut(number=employee.number)
    entry = LeaveEntry(
        LeaveEntryId(new_id()), employee_id, type_id, employee.ends_on, EntryKind.PAID_OUT, -left
    )
    desk.store.leave_ledger.add((books.stamped(entry),))
    return entry


@errand(Permission.LEAVE_APPROVE)
def settle(work: Errand) -> int:
    """Write what is due of every type until today, and return how many rows that were.

    Leaves whose last day is over are noted as taken.
    """
    written = 0
    work.do(_turn)
    for kind in work.ask(lambda desk: desk.store.leave_types.all()):
        people = [] if kind.is_health else work.ask(_unsettled, kind)
        for at in range(0, len(people), AT_ONCE):
            written += work.do(_settle, people[at : at + AT_ONCE], kind)
            work.progress(at, len(people))
    return written


def _turn(desk: Desk) -> None:
    """Note approved leaves whose last day is over as taken."""
    approved = desk.store.leave_requests.in_states((RequestState.APPROVED,))
    ended = [one for one in approved if one.last_on < desk.today]
    for one in ended:
        desk.store.leave_requests.save(one, moved(one, RequestState.TAKEN))
    if ended:
        desk.note("leave.turn", len(ended), desk.store.changes)


def _settle(desk: Desk, people: Sequence[Employee], kind: LeaveType) -> int:
    written = LeaveBooks(desk).write(people, kind, desk.today)
    if written:
        desk.note("leave.settle", kind.code, desk.store.changes)
    return written


def _unsettled(desk: Desk, kind: LeaveType) -> list[Employee]:
    """Return who may have something due of a type: who earns it, or was granted it by hand."""
    settled = desk.store.leave_ledger.settled(kind.id)
    everybody = desk.store.employees.all()
    if kind.accrual is Accrual.NONE:
        held = {one[0] for one in desk.store.leave_ledger.balances(date.max, kind.id)}
        everybody = tuple(one for one in everybody if one.id in held)
    return [one for one in everybody if settled.get(one.id, date.min) < desk.today]


def _row(account: Account, named: EmployeeRow, day: date) -> LeaveRow:
    entries = (*account.entries, *due(account, day))
    year = year_of(account.kind, account.service.starts_on, max(day, account.service.starts_on))
    stands = standing(entries)
    taken = [(one.day, -stands[one.id]) for one in entries if one.kind is EntryKind.TAKEN]
    ending = expiring(account, day)
    return LeaveRow(
        account.employee_id,
        named.number,
        named.name,
        named.department,
        balance(entries, day),
        sum((days for on, days in taken if year.first <= on <= day), NOTHING),
        sum((days for on, days in taken if on > day), NOTHING),
        ending[1] if ending else NOTHING,
        ending[0] if ending else None,
    )


def _kind(desk: Desk, type_id: LeaveTypeId | None) -> LeaveType | None:
    if type_id is not None:
        return desk.store.leave_types.get(type_id)
    kinds = desk.store.leave_types.all()
    return next((one for one in kinds if not (one.is_closed or one.is_health)), None)


def _other(desk: Desk, employee_id: EmployeeId) -> Employee:
    employee = desk.store.employees.get(employee_id)
    require_other(employee, desk.who.name, desk.who.employee_id)
    return employee


def _require_ledger(kind: LeaveType) -> None:
    if kind.is_health:
        raise NotByHand(id=kind.id)


def _write(desk: Desk, employee: Employee, kind: LeaveType, entry: LeaveEntry) -> None:
    """Add a row, and what follows from it."""
    books = LeaveBooks(desk)
    desk.store.leave_ledger.add((books.stamped(entry),))
    books.write((employee,), kind, desk.today)
