from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.hours.hours import (
    Overtime,
    OvertimeKind,
    Sums,
    TimeEntry,
    TimeWeek,
    WeekState,
)
from app.domain.hours.refused import (
    WeekLocked,
    WeekNotApproved,
    WeekNotDecided,
    WeekNotOpen,
    WeekNotSubmitted,
)
from app.domain.shared.ids import EmployeeId, TimeEntryId, TimeWeekId
from app.domain.shared.refusals import IllegalTransition

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
WEEK = TimeWeek(
    TimeWeekId(1), 1, EmployeeId(2), date(2026, 3, 2), WeekState.OPEN, due=2250, worked=2520
)
SUMS = Sums(2250, 2520, (Overtime(OvertimeKind.WEEKLY, 270, 150),), 270)


def test_a_week_goes_from_open_over_approved_to_locked() -> None:
    submitted = WEEK.reckoned(SUMS).submit(NOW, "Aino")
    approved = submitted.approve(NOW, "Maija")
    locked = approved.lock()

    assert (submitted.submitted_by, approved.decided_by) == ("Aino", "Maija")
    assert (locked.state, locked.version) == (WeekState.LOCKED, 5)
    assert (locked.difference, locked.paid, locked.sunday) == (270, 270, date(2026, 3, 8))


def test_a_submitted_week_is_taken_back_and_an_approved_one_opened_again() -> None:
    submitted = WEEK.submit(NOW, "Aino")

    taken = submitted.take_back()
    opened = submitted.approve(NOW, "Maija").reopen(NOW, "Maija", " a day is missing ")

    assert (taken.state, taken.submitted_at) == (WeekState.OPEN, None)
    assert (opened.state, opened.note) == (WeekState.OPEN, "a day is missing")


def test_moves_that_are_not_in_the_table_are_refused() -> None:
    submitted = WEEK.submit(NOW, "Aino")
    approved = submitted.approve(NOW, "Maija")
    locked = approved.lock()

    refused: tuple[tuple[Callable[[], TimeWeek], type[IllegalTransition]], ...] = (
        (lambda: WEEK.approve(NOW, "Maija"), WeekNotSubmitted),
        (WEEK.lock, WeekNotApproved),
        (lambda: WEEK.reopen(NOW, "Maija", ""), WeekNotDecided),
        (lambda: submitted.reckoned(SUMS), WeekNotOpen),
        (lambda: submitted.submit(NOW, "Aino"), WeekNotOpen),
        (approved.take_back, WeekNotSubmitted),
        (lambda: locked.reckoned(SUMS), WeekLocked),
        (lambda: locked.reopen(NOW, "Maija", ""), WeekLocked),
        (locked.lock, WeekLocked),
    )
    for attempt, refusal in refused:
        with pytest.raises(refusal):
            attempt()


def test_the_minutes_of_an_entry_are_those_between_its_moments_less_the_pause() -> None:
    ended = NOW + timedelta(hours=8, minutes=30)
    entry = TimeEntry(TimeEntryId(1), WEEK.id, WEEK.employee_id, WEEK.monday, NOW, ended, pause=30)

    assert entry.minutes == 480
    assert replace(entry, ended_at=None).minutes == 0


class WeekMachine(RuleBasedStateMachine):
    """Whatever is tried: a locked week stays as it was when it was locked."""

    def __init__(self) -> None:
        super().__init__()
        self.week = WEEK
        self.locked: TimeWeek | None = None

    @rule(move=st.sampled_from(["submit", "take_back", "approve", "reopen", "lock", "reckoned"]))
    def try_to(self, move: str) -> None:
        """Try a move; what is refused changes nothing."""
        args = {
            "submit": (NOW, "Aino"),
            "approve": (NOW, "Maija"),
            "reopen": (NOW, "Maija", ""),
            "reckoned": (SUMS,),
        }.get(move, ())
        try:
            self.week = getattr(self.week, move)(*args)
        except IllegalTransition:
            return
        if move == "lock":
            self.locked = self.week

    @invariant()
    def a_locked_week_stays(self) -> None:
        """A locked week is the one that was locked."""
        if self.locked is not None:
            assert self.week == self.locked


TestWeekMachine = WeekMachine.TestCase
