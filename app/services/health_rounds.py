"""Rounds of checks: everything is read again once a week, a slice at a time, while it is quiet."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from app.domain.admin.health import CHECKED, Line, Round, Topic, line_of
from app.services.office import Cancelled, Desk, Errand
from app.services.permissions import Permission, errand, query
from app.storage.check_rounds import people, read_on
from app.storage.faults import Overtaken


@query(Permission.COMPANY_READ)
def is_waiting(desk: Desk) -> bool:
    """Say whether something has to be read again: a week has gone, or it was paused."""
    return any(one.is_due(desk.now) for one in _rounds(desk))


@query(Permission.COMPANY_READ)
def lines(desk: Desk) -> tuple[Line, ...]:
    """Return how each topic stands by its last check."""
    return tuple(map(line_of, _rounds(desk)))


@errand(Permission.COMPANY_READ)
def check_some(work: Errand, seconds: float = 1.0) -> bool:
    """Read what is due, a slice at a time, for about so long; says whether all is read.

    Every slice is kept: whoever stops here goes on later where it ended.
    """
    until = time.monotonic() + seconds
    while (one := next(_due(work), None)) is not None:
        _read(work, one)
        if time.monotonic() >= until:
            return next(_due(work), None) is None
    return True


@errand(Permission.COMPANY_READ)
def check_now(work: Errand) -> tuple[Line, ...]:
    """Read everything again from its beginning, whenever it was read last."""
    begun = work.ask(_rounds)
    for done, one in enumerate(begun):
        work.progress(done, len(begun))
        _read_whole(work, Round(one.topic, work.now, 0, one.ended_at, one.since, one.found))
    work.progress(len(begun), len(begun))
    return work.ask(lines)


def _read_whole(work: Errand, one: Round) -> None:
    one = _read(work, one)
    while one.position:
        work.progress(CHECKED.index(one.topic), len(CHECKED))
        one = _read(work, one)


def _read(work: Errand, one: Round) -> Round:
    stop = _Stop(work.progress)
    try:
        if one.topic is Topic.PEOPLE:
            found = work.ask(lambda desk: tuple(people(desk.store, desk.today)))
            after = one.went_on(work.now, 0, found)
        else:
            after = read_on(work.office.database, one, work.now, stop)
    except Overtaken:
        raise Cancelled from None
    work.do(_keep, one, after)
    return after


def _keep(desk: Desk, before: Round, after: Round) -> None:
    """Write how far a topic is; that something was found, or is gone, is for the audit."""
    desk.store.health_checks.save(after)
    if not after.position and after.found.count != before.found.count:
        told = {"count": after.found.count}
        desk.store.changes.note(f"health_check:{after.topic.value}", None, told)
        desk.note("health_rounds.found", after.topic.value, desk.store.changes)


def _due(work: Errand) -> Iterator[Round]:
    return (one for one in work.ask(_rounds) if one.is_due(work.now))


def _rounds(desk: Desk) -> tuple[Round, ...]:
    """Return how far each topic is; people are for who may look behind their wall."""
    known, may = desk.store.health_checks.all(), desk.who.role.permissions
    return tuple(
        known.get(topic, Round(topic, desk.now))
        for topic in CHECKED
        if topic is not Topic.PEOPLE or Permission.EMPLOYEES_PRIVATE in may
    )


class _Stop:
    """Says whether the clerk asked to stop, to who reads pages and cannot be interrupted."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self._progress = progress

    def __call__(self) -> bool:
        try:
            self._progress(0, 1)
        except Cancelled:
            return True
        return False
