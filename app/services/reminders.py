"""Reminders: a run is planned, looked at letter by letter, changed, then issued or discarded.

Nothing of a run is claimed before it is issued, and nothing is booked before it is paid.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.reminders.run import (
    DAY_TO_COME,
    KIND,
    WRONG_LEVEL,
    LetterState,
    NothingToRemind,
    Reminder,
    ReminderRun,
    RunRow,
    RunState,
    RunTerms,
)
from app.domain.reminders.standing import LAST
from app.domain.shared.ids import (
    ContactId,
    InvoiceId,
    ReminderId,
    ReminderRunId,
    new_id,
)
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, NotFound
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.reminder_planning import Planning


@dataclass(frozen=True, slots=True)
class Preview:
    """A run as it would be: every letter, every customer without one and why, and warnings."""

    day: date
    terms: RunTerms
    letters: tuple[Reminder, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def ready(self) -> tuple[Reminder, ...]:
        """The letters that could be issued."""
        return tuple(one for one in self.letters if one.state is LetterState.READY)

    @property
    def skipped(self) -> tuple[Reminder, ...]:
        """The customers who owe something and get none."""
        return tuple(one for one in self.letters if one.state is LetterState.SKIPPED)


@dataclass(frozen=True, slots=True)
class Usual:
    """What a new run begins with, and what is to be known before it; ``day`` is today."""

    day: date
    terms: RunTerms
    warnings: tuple[Problem, ...]


@query(Permission.REMINDERS_READ)
def usual(desk: Desk) -> Usual:
    """Return what a new run begins with: the terms of the last one, else those of the law."""
    planning = Planning(desk)
    return Usual(desk.today, planning.usual, planning.warnings(desk.today, planning.usual))


@query(Permission.REMINDERS_READ)
def check(
    desk: Desk, day: date | None = None, terms: RunTerms | None = None
) -> tuple[Problem, ...]:
    """Return what is wrong with the terms of a run, and what is to be known of its rates."""
    planning = Planning(desk)
    wanted, on = terms or planning.usual, day or desk.today
    to_come = (DAY_TO_COME.at("day", day=on),) if on > desk.today else ()
    return (*to_come, *wanted.problems(), *planning.warnings(on, wanted))


@query(Permission.REMINDERS_READ)
def preview(desk: Desk, day: date | None = None, terms: RunTerms | None = None) -> Preview:
    """Return the run that would be prepared for a day; nothing is written.

    Raises Invalid for a day to come, or for terms that cannot be.
    """
    planning = Planning(desk)
    wanted, on = terms or planning.usual, day or desk.today
    found = check(desk, on, wanted)
    require_right(found)
    letters = tuple(planning.letters(ReminderRunId(0), planning.ground(on, wanted)))
    return Preview(on, wanted, letters, tuple(one for one in found if one.is_warning))


@command(Permission.REMINDERS_ISSUE)
def prepare(desk: Desk, day: date | None = None, terms: RunTerms | None = None) -> ReminderRun:
    """Prepare a run of a day: who gets a letter, and who none and why.

    Raises Invalid, or NothingToRemind where nothing is overdue.
    """
    found = preview(desk, day, terms)
    if not found.letters:
        raise NothingToRemind(day=found.day)
    run = ReminderRun(
        id=ReminderRunId(new_id()),
        version=1,
        state=RunState.PREPARED,
        day=found.day,
        terms=found.terms,
        made_by=desk.who.name,
        made_at=desk.now,
    )
    letters = [replace(one, id=ReminderId(new_id()), run_id=run.id) for one in found.letters]
    desk.store.reminders.add(run, letters)
    return run


@query(Permission.REMINDERS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of runs: the newest first, of the states that are asked for."""
    found = [row.id for row in runs(desk) if not view.only or row.run.state.value in view.only]
    return array("q", found)


@query(Permission.REMINDERS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[RunRow, ...]:
    """Return the first rows of the list of runs."""
    return rows(desk, tuple(map(ReminderRunId, spine(desk, view)[:size])))


@query(Permission.REMINDERS_READ)
def rows(desk: Desk, ids: tuple[ReminderRunId, ...]) -> tuple[RunRow, ...]:
    """Return the rows of these runs in order; what is gone is left out."""
    found = {row.id: row for row in runs(desk)}
    return tuple(found[one] for one in ids if one in found)


@query(Permission.REMINDERS_READ)
def runs(desk: Desk) -> tuple[RunRow, ...]:
    """Return every run that was not discarded with its counts, the newest first."""
    return desk.store.reminders.runs()


@query(Permission.REMINDERS_READ)
def get(desk: Desk, run_id: ReminderRunId) -> RunRow:
    """Return a run with its counts; raises NotFound."""
    desk.store.reminders.run(run_id)
    return desk.store.reminders.runs(run_id)[0]


@query(Permission.REMINDERS_READ)
def letters(desk: Desk, run_id: ReminderRunId) -> tuple[Reminder, ...]:
    """Return every letter of a run and every customer whom it skips, in the order of names."""
    return desk.store.reminders.letters(run_id)


@query(Permission.REMINDERS_READ)
def letter(desk: Desk, reminder_id: ReminderId) -> Reminder:
    """Return a letter; raises NotFound."""
    found = desk.store.reminders.get_all((reminder_id,))
    if not found:
        raise NotFound(record=KIND, id=reminder_id)
    return found[0]


@query(Permission.REMINDERS_READ)
def of_invoice(desk: Desk, invoice_id: InvoiceId) -> tuple[Reminder, ...]:
    """Return the reminders that were issued about an invoice, the newest first."""
    return desk.store.reminders.of(invoice=invoice_id)


@query(Permission.REMINDERS_READ)
def of_customer(desk: Desk, contact_id: ContactId) -> tuple[Reminder, ...]:
    """Return the reminders that were issued to a customer, the newest first."""
    return desk.store.reminders.of(contact=contact_id)


@query(Permission.REMINDERS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many runs stand where, and how many of their letters wait to be issued."""
    found = runs(desk)
    waiting = sum(one.of(LetterState.READY) for one in found)
    states = [one.run.state for one in found]
    told = {state.value: states.count(state) for state in (RunState.PREPARED, RunState.ISSUED)}
    return {**told, LetterState.READY.value: waiting}


@command(Permission.REMINDERS_ISSUE)
def leave_out(desk: Desk, reminder_ids: tuple[ReminderId, ...]) -> tuple[Reminder, ...]:
    """Leave customers out of a run: no letter goes to them; raises NotReady, RunEnded."""
    found = _open(desk, reminder_ids, LetterState.READY)
    return _moved(desk, ((one, replace(one, state=LetterState.LEFT_OUT)) for one in found))


@command(Permission.REMINDERS_ISSUE)
def take_in(desk: Desk, reminder_ids: tuple[ReminderId, ...]) -> tuple[Reminder, ...]:
    """Take customers into a run again that were left out; raises NotReady, RunEnded."""
    found = _open(desk, reminder_ids, LetterState.LEFT_OUT)
    return _moved(desk, ((one, replace(one, state=LetterState.READY)) for one in found))


@command(Permission.REMINDERS_ISSUE)
def set_level(
    desk: Desk, reminder_ids: tuple[ReminderId, ...], level: int | None
) -> tuple[Reminder, ...]:
    """Give letters another level, or the usual one again, and reckon them anew.

    What was reminded of at a higher level keeps it. Raises Invalid, NotReady, RunEnded.
    """
    if level is not None and not 1 <= level <= LAST:
        raise Invalid((WRONG_LEVEL.at("level", level=level, last=LAST),))
    found = _open(desk, reminder_ids, LetterState.READY)
    wanted = [replace(one, wanted_level=level) for one in found]
    moved = []
    for run_id in dict.fromkeys(one.run_id for one in wanted):
        run = desk.store.reminders.run(run_id)
        mine = [one for one in wanted if one.run_id == run_id]
        now = Planning(desk).again(run, mine)
        moved += [(one, now[one.id][0]) for one in mine]
    desk.store.reminders.save(moved)
    return tuple(after for _before, after in moved)


@command(Permission.REMINDERS_ISSUE)
def discard(desk: Desk, run_id: ReminderRunId) -> ReminderRun:
    """Throw a run away before any letter of it is issued; raises RunBegun, RunEnded."""
    row = get(desk, run_id)
    issued = row.of(LetterState.ISSUED) + row.of(LetterState.WITHDRAWN)
    after = replace(row.run.discarded(issued), version=row.run.version + 1)
    desk.store.reminders.save_run(row.run, after)
    desk.store.reminders.forget_letters(run_id)
    return after


def _open(desk: Desk, ids: tuple[ReminderId, ...], state: LetterState) -> tuple[Reminder, ...]:
    """Return letters that stand so, of runs that are not ended; raises NotReady, RunEnded."""
    found = desk.store.reminders.get_all(ids)
    if len(found) != len(set(ids)):
        raise NotFound(record=KIND, id=next(iter(set(ids) - {one.id for one in found})))
    for run_id in {one.run_id for one in found}:
        desk.store.reminders.run(run_id).require_prepared()
    for one in found:
        one.require(state)
    return found


def _moved(desk: Desk, moved: Iterable[tuple[Reminder, Reminder]]) -> tuple[Reminder, ...]:
    found = tuple(moved)
    for before, after in found:
        desk.store.reminders.move(before, after)
    return tuple(after for _before, after in found)
