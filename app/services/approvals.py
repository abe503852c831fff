"""Approvals: what waits for another person, shown to who may decide, and approved or refused.

What is approved is done in the name of who approved it, in the transaction that keeps the approval.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from app.domain.admin.approvals import (
    NO_REASON,
    Asked,
    AskedFile,
    Difference,
    decided,
    require_decidable,
    require_same,
    withdrawn,
)
from app.domain.admin.users import Approval, Decision
from app.domain.shared.ids import ApprovalId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal
from app.services.arguments import all_told
from app.services.issuing import require_right
from app.services.kept_arguments import given_back
from app.services.office import Desk, Errand
from app.services.permissions import Mark, Permission, command, errand, query
from app.services.second_looks import Call, SecondLooks
from app.storage.deeds import Deed
from app.storage.wall import BehindWall

MOST_SHOWN = 500
"""How many of what was decided the list goes back."""


class SecretNeeded(Refusal):
    """Who approves gives the password: it is not kept while the request waits."""

    code = "approvals.secret-needed"


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """A request as a list shows it: whether the asker of the list may decide, or asked for it."""

    approval: Approval
    name: str
    is_mine: bool
    may_decide: bool


@dataclass(frozen=True, slots=True)
class SeenApproval:
    """A request as a second pair looks at it; what is private is empty for who may not read it."""

    row: ApprovalRow
    amount: Money | None
    differences: tuple[Difference, ...]
    reason: str
    needs_password: bool
    is_hidden: bool = False
    files: tuple[AskedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Approved:
    """A request that was approved, and what came of it."""

    approval: Approval
    result: object


@query(Permission.COMPANY_READ)
def waiting(desk: Desk) -> tuple[ApprovalRow, ...]:
    """Return what waits and is the asker's own or may be seen, the longest waiting first."""
    return _rows(desk, desk.store.approvals.waiting())


@query(Permission.COMPANY_READ)
def history(desk: Desk) -> tuple[ApprovalRow, ...]:
    """Return what was decided and may be seen, the last first."""
    return _rows(desk, desk.store.approvals.decided(MOST_SHOWN))


@query(Permission.COMPANY_READ)
def count(desk: Desk) -> int:
    """Return how many requests wait for who asks."""
    return sum(row.may_decide for row in waiting(desk))


@query(Permission.COMPANY_READ)
def seen(desk: Desk, approval_id: ApprovalId) -> SeenApproval:
    """Return a request as a second pair looks at it; raises NotFound, also for one not to see."""
    one = desk.store.approvals.get(approval_id)
    (row,) = _rows(desk, (one,)) or (None,)
    if row is None:
        raise BehindWall(employee="")
    needs_password = "password" in _parameters(one.command)
    _function, mark = _called(one.command)
    may = row.is_mine or mark.permission in desk.who.role.permissions
    asked = _asked_or_none(desk, one) if may else None
    if asked is None:
        return SeenApproval(row, None, (), "", needs_password, is_hidden=True)
    reason = asked.arguments.get("reason")
    told = reason if isinstance(reason, str) else ""
    shown = (asked.amount, asked.differences, told, needs_password)
    return SeenApproval(row, *shown, files=asked.files)


@errand(Permission.COMPANY_READ)
def approve(errand: Errand, approval_id: ApprovalId, version: int, password: str = "") -> Approved:
    """Do what waits, in the approver's name, and keep the approval with it, both or none.

    Raises OwnAsking, NotWaiting, NotAllowed, Conflict, MovedOn, SecretNeeded, BehindWall and
    whatever the command refuses; then it still waits.
    """
    one, asked, contents = errand.ask(_open, approval_id, version)
    function, mark = _called(one.command)
    errand.office.who.role.require(mark.permission, one.command)
    with given_back(asked, contents) as given:
        arguments = _arguments(one, given, password)
        result = _done(errand, one, asked, _Doing(one.command, function, mark, arguments))
    return Approved(errand.ask(_get, approval_id), result)


@command(Permission.COMPANY_READ)
def refuse(desk: Desk, approval_id: ApprovalId, version: int, note: str) -> Approval:
    """Refuse what waits, and say why; raises Invalid, OwnAsking, NotWaiting, NotAllowed."""
    if not note.strip():
        require_right((NO_REASON.at("note"),))
    before = desk.store.approvals.current(approval_id, version)
    _function, mark = _called(before.command)
    after = decided(before, Decision.REFUSED, desk.who.name, desk.now, note)
    desk.who.role.require(mark.permission, before.command)
    desk.store.approvals.save(before, after)
    return after


@command(Permission.COMPANY_READ)
def withdraw(desk: Desk, approval_id: ApprovalId, version: int) -> Approval:
    """Take back what one asked for; raises NotYourAsking, NotWaiting, Conflict."""
    before = desk.store.approvals.current(approval_id, version)
    after = withdrawn(before, desk.who.name, desk.now)
    desk.store.approvals.save(before, after)
    return after


@dataclass(frozen=True, slots=True)
class _Doing:
    """What is done on approval."""

    name: str
    function: Callable[..., Any]
    mark: Mark
    arguments: dict[str, Any]


def _done(errand: Errand, one: Approval, asked: Asked, doing: _Doing) -> object:
    """Do what was approved, as a step of the errand or as an errand of its own."""
    if not doing.mark.is_errand:
        return errand.do(_do, one.id, one.version, asked, doing)
    errand.is_approved = True
    errand.begins = partial(_decide, approval_id=one.id, version=one.version)
    result: object = doing.function(errand, **doing.arguments)
    if errand.begins is not None:
        errand.do(_nothing)
    return result


def _do(desk: Desk, approval_id: ApprovalId, version: int, asked: Asked, doing: _Doing) -> object:
    """Keep the approval and do the command, as it was asked for and nothing else."""
    _decide(desk, approval_id, version)
    desk.is_approving = True
    result = doing.function(desk, **doing.arguments)
    call = Call(doing.function, doing.mark, (), doing.arguments)
    require_same(SecondLooks(desk).rules, asked, (*call.needs, *desk.needs))
    if doing.mark.is_audited:
        told = [[], {}] if doing.mark.is_private else all_told((), doing.arguments)
        deed = Deed(desk.now, desk.who.name, doing.name, told)
        desk.store.audit.record(deed, desk.store.changes.taken())
    return result


def _decide(desk: Desk, approval_id: ApprovalId, version: int) -> None:
    """Keep the approval, with a row of the audit that says who asked and who approved."""
    before = desk.store.approvals.current(approval_id, version)
    after = decided(before, Decision.APPROVED, desk.who.name, desk.now)
    desk.store.approvals.save(before, after)
    facts = {"asked_by": before.asked_by, "approved_by": desk.who.name, "command": before.command}
    told = [[before.record], facts]
    deed = Deed(desk.now, desk.who.name, "approvals.approve", told)
    desk.store.audit.record(deed, desk.store.changes.taken())
    desk.is_approving = True


def _open(
    desk: Desk, approval_id: ApprovalId, version: int
) -> tuple[Approval, Asked, tuple[bytes, ...]]:
    one = desk.store.approvals.current(approval_id, version)
    require_decidable(one, desk.who.name)
    _function, mark = _called(one.command)
    desk.who.role.require(mark.permission, one.command)
    asked = SecondLooks(desk).opened(one)
    return one, asked, SecondLooks(desk).contents(one, asked)


def _get(desk: Desk, approval_id: ApprovalId) -> Approval:
    return desk.store.approvals.get(approval_id)


def _nothing(_desk: Desk) -> None:
    """Do nothing: the approval alone is kept."""


def _arguments(one: Approval, kept: Mapping[str, object], password: str) -> dict[str, Any]:
    from app.services import door  # noqa: PLC0415  the door lists this module too

    function, mark = _called(one.command)
    given = dict(kept)
    if "password" in _parameters(one.command):
        if not password:
            raise SecretNeeded(command=one.command)
        given["password"] = password
    return door.Doorway(one.command, function, mark).arguments(given)


def _called(name: str) -> tuple[Callable[..., Any], Mark]:
    """Return a service function by its name, a command before a query; raises NoSuchCommand."""
    from app.services import door  # noqa: PLC0415  as above

    try:
        way = door.doorway(name, is_command=True)
    except door.NoSuchCommand:
        way = door.doorway(name, is_command=False)
    return way.function, way.mark


def _parameters(name: str) -> Iterable[str]:
    function, _mark = _called(name)
    return function.__annotations__


def _rows(desk: Desk, found: Iterable[Approval]) -> tuple[ApprovalRow, ...]:
    """Return the requests that the asker's own name or rights let him or her see."""
    held = desk.who.role.permissions
    rows = []
    for one in found:
        is_mine = one.asked_by.casefold() == desk.who.name.casefold()
        _function, mark = _called(one.command)
        may = mark.permission in held
        if is_mine or may or Permission.AUDIT_READ in held:
            asked = _asked_or_none(desk, one) if is_mine or may else None
            is_waiting = one.decision is Decision.WAITING
            bare = replace(one, arguments="")
            name = asked.name if asked is not None else ""
            rows.append(ApprovalRow(bare, name, is_mine, may and is_waiting and not is_mine))
    return tuple(rows)


def _asked_or_none(desk: Desk, one: Approval) -> Asked | None:
    """Return what a request holds, or nothing for who may not read what is private in it."""
    try:
        return SecondLooks(desk).opened(one)
    except BehindWall:
        return None
