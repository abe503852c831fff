"""Asking: what becomes of a request for leave, and what stands in its way.

DOMAIN: draft→submitted→approved/rejected; approved→taken; approved→cancelled. What was approved is
not edited: it is cancelled, and asked for anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from app.domain.leave.counting import Absence, problems_of
from app.domain.leave.leave import LeaveBlock, LeaveRequest, LeaveType, Part, RequestState
from app.domain.leave.spans import Span
from app.domain.shared.ids import DepartmentId, EmployeeId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import IllegalTransition, Refusal

NO_DAYS = Rule("leave.no-days")
WITHOUT_TYPE = Rule("leave.without-type")
TYPE_CLOSED = Rule("leave.type-closed", "type")
NOT_EMPLOYED = Rule("leave.not-employed", "first")
NOT_ENOUGH = Rule("leave.not-enough", "short")
OWN_OVERLAP = Rule("leave.own-overlap", "first", "last")
BLOCKED = Rule("leave.blocked", "name", is_warning=True)
MANY_AWAY = Rule("leave.many-away", "name", "most", "who", is_warning=True)
WITHOUT_PROOF = Rule("leave.without-proof", "days", is_warning=True)

_MOVES: dict[RequestState, frozenset[RequestState]] = {
    RequestState.DRAFT: frozenset({RequestState.SUBMITTED, RequestState.CANCELLED}),
    RequestState.SUBMITTED: frozenset(
        {RequestState.APPROVED, RequestState.REJECTED, RequestState.CANCELLED}
    ),
    RequestState.APPROVED: frozenset({RequestState.TAKEN, RequestState.CANCELLED}),
}
HOLDING = (RequestState.SUBMITTED, RequestState.APPROVED, RequestState.TAKEN)
"""The states in which a request keeps its days."""
BOOKED = (RequestState.APPROVED, RequestState.TAKEN)
"""The states in which a person is away, and the days are in the ledger."""


class WithoutAnswer(Refusal):
    """Who rejects or cancels a leave says why."""

    code = "leave.without-answer"


def require_state(
    request: LeaveRequest, states: Collection[RequestState], wanted: RequestState
) -> None:
    """Raise IllegalTransition unless a request is in one of these states."""
    if request.state not in states:
        raise IllegalTransition(record="leave", state=request.state.value, wanted=wanted.value)


def moved(request: LeaveRequest, state: RequestState) -> LeaveRequest:
    """Return a request in its next state; raises IllegalTransition."""
    if state not in _MOVES.get(request.state, frozenset()):
        raise IllegalTransition(record="leave", state=request.state.value, wanted=state.value)
    return replace(request, state=state, version=request.version + 1)


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided, when, and what was answered."""

    who: str
    at: datetime
    answer: str = ""


def decided(request: LeaveRequest, state: RequestState, by: Decision) -> LeaveRequest:
    """Return a request as it was decided; raises WithoutAnswer, IllegalTransition."""
    if state is not RequestState.APPROVED and not by.answer.strip():
        raise WithoutAnswer(id=request.id)
    after = moved(request, state)
    return replace(after, decided_by=by.who, decided_at=by.at, answer=by.answer.strip())


def changed(request: LeaveRequest, new: LeaveRequest) -> LeaveRequest:
    """Return a draft with what a form has; raises IllegalTransition of one that was submitted."""
    require_state(request, (RequestState.DRAFT,), RequestState.DRAFT)
    return replace(new, version=request.version + 1, state=request.state, asked_by=request.asked_by)


def absence_of(request: LeaveRequest) -> Absence:
    """Return the days of a request."""
    return Absence(request.first_on, request.last_on, request.first_part, request.last_part)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, and what is known of the person: the type, the days, what is left after it.

    ``left`` is the balance on the last day with the leave taken, None where nothing is earned.
    """

    request: LeaveRequest
    kind: LeaveType | None
    employed: Span
    left: Decimal | None = None


def problems(asked: Asked) -> tuple[Problem, ...]:
    """Return what is wrong with a request, and what is to be known before it is granted."""
    request = asked.request
    if asked.kind is None:
        return (WITHOUT_TYPE.at("type_id"),)
    wrong = problems_of(absence_of(request))
    if wrong:
        return wrong
    return tuple(_problems(asked, asked.kind))


def _problems(asked: Asked, kind: LeaveType) -> Iterator[Problem]:
    request = asked.request
    whole = Span(request.first_on, request.last_on)
    if kind.is_closed:
        yield TYPE_CLOSED.at("type_id", type=kind.code)
    if whole.within(asked.employed) != whole:
        yield NOT_EMPLOYED.at("first_on", first=asked.employed.first.isoformat())
    elif not request.days:
        yield NO_DAYS.at("last_on")
    if asked.left is not None and asked.left < 0 and not kind.may_go_below:
        yield NOT_ENOUGH.at("last_on", short=f"{-asked.left.normalize():f}")
    if _needs_proof(request, kind):
        yield WITHOUT_PROOF.at("proof_id", days=str(kind.proof_after))


def _needs_proof(request: LeaveRequest, kind: LeaveType) -> bool:
    return bool(kind.proof_after) and request.days > kind.proof_after and not request.proof_id


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody else's leave, as far as another may know of it."""

    employee_id: EmployeeId
    department_id: DepartmentId | None
    name: str
    span: Span


def own_overlaps(request: LeaveRequest, others: Iterable[LeaveRequest]) -> Iterator[Problem]:
    """Yield each other leave of the person on the same days; half days may share a day."""
    for other in others:
        if other.id != request.id and other.state in HOLDING and _meet(request, other):
            yield OWN_OVERLAP.at(
                "first_on", first=other.first_on.isoformat(), last=other.last_on.isoformat()
            )


def _meet(one: LeaveRequest, other: LeaveRequest) -> bool:
    if one.last_on < other.first_on or other.last_on < one.first_on:
        return False
    both = max(one.first_on, other.first_on), min(one.last_on, other.last_on)
    if both[0] != both[1]:
        return True
    takes = absence_of(one).part_on(both[0]) + absence_of(other).part_on(both[0])
    return takes > 1 or _half(one, both[0]) == _half(other, both[0])


def _half(request: LeaveRequest, day: date) -> Part:
    """Return which half of a day a leave takes that takes one."""
    begins = request.first_part if day == request.first_on else Part.WHOLE
    return begins if begins is not Part.WHOLE else request.last_part


def staffing(
    request: LeaveRequest,
    department_id: DepartmentId | None,
    blocks: Iterable[LeaveBlock],
    away: Iterable[Colleague],
) -> Iterator[Problem]:
    """Yield a warning for each block list that the leave goes against, with who is away."""
    whole = Span(request.first_on, request.last_on)
    colleagues = [one for one in away if one.employee_id != request.employee_id]
    for block in blocks:
        inside = whole.within(Span(block.first_on, block.last_on))
        if inside is None or block.department_id not in (None, department_id):
            continue
        most, names = _most_away(inside, block, colleagues)
        if not block.most_away:
            yield BLOCKED.at("first_on", name=block.name)
        elif most >= block.most_away:
            facts = {"name": block.name, "most": str(block.most_away), "who": ", ".join(names)}
            yield MANY_AWAY.at("first_on", **facts)


def _most_away(
    inside: Span, block: LeaveBlock, away: Iterable[Colleague]
) -> tuple[int, tuple[str, ...]]:
    """Return how many are away on the worst day of a span, and who."""
    there = [one for one in away if block.department_id in (None, one.department_id)]
    worst: tuple[str, ...] = ()
    for day in inside.days():
        names = {
            one.employee_id: one.name for one in there if one.span.first <= day <= one.span.last
        }
        if len(names) > len(worst):
            worst = tuple(sorted(names.values()))
    return len(worst), worst
