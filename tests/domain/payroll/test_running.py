"""Runs: every move is legal or refused, and nobody approves what is their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.payroll import running
from app.domain.payroll.payroll import PayrollRun, Period, RunState
from app.domain.shared.ids import EntryId, PayrollRunId
from app.domain.shared.refusals import IllegalTransition

NOW = datetime(2026, 3, 25, 9, tzinfo=UTC)
DAY = date(2026, 3, 31)
RUN = PayrollRun(
    PayrollRunId(1), 1, RunState.DRAFT, Period.MONTH, date(2026, 3, 1), DAY, DAY, "EUR"
)
MOVES: dict[str, Callable[[PayrollRun], PayrollRun]] = {
    "calculate": lambda run: running.calculated(run, NOW, "Maija"),
    "approve": lambda run: running.approved(run, NOW, "Pekka"),
    "post": lambda run: running.posted(run, "PR-2026-001", EntryId(1)),
    "pay": lambda run: running.paid(run, DAY, EntryId(2)),
    "report": lambda run: running.reported(run, DAY, " Receipt 1 "),
    "discard": running.discarded,
}
LEGAL = {
    RunState.DRAFT: {"calculate", "discard"},
    RunState.CALCULATED: {"calculate", "approve", "discard"},
    RunState.APPROVED: {"post"},
    RunState.POSTED: {"pay"},
    RunState.PAID: {"report"},
    RunState.REPORTED: set[str](),
    RunState.DISCARDED: set[str](),
}


@pytest.mark.parametrize("state", list(RunState))
@pytest.mark.parametrize("move", list(MOVES))
def test_a_run_moves_only_as_the_machine_allows(state: RunState, move: str) -> None:
    run = replace(RUN, state=state, calculated_by="Maija")
    if move in LEGAL[state]:
        assert MOVES[move](run).version == run.version + 1
        return

    with pytest.raises(IllegalTransition):
        MOVES[move](run)


def test_who_calculated_does_not_approve() -> None:
    run = running.calculated(RUN, NOW, "Maija")

    with pytest.raises(running.ApprovedByOneself):
        running.approved(run, NOW, "Maija")


def test_a_run_tells_who_did_what() -> None:
    run = RUN
    for move in ("calculate", "approve", "post", "pay", "report"):
        run = MOVES[move](run)

    assert (run.calculated_by, run.approved_by) == ("Maija", "Pekka")
    assert (run.number, run.paid_on, run.evidence) == ("PR-2026-001", DAY, "Receipt 1")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"last_on": date(2026, 2, 28)}, "payroll.last-before-first"),
        ({"last_on": date(2026, 4, 1)}, "payroll.period-too-long"),
        ({"corrects_id": PayrollRunId(9)}, "payroll.reason-missing"),
    ],
)
def test_what_is_wrong_with_a_run_is_said(change: dict[str, object], code: str) -> None:
    wrong = replace(RUN, **change)  # type: ignore[arg-type]  # fields by name

    assert [one.code for one in running.check_run(wrong)] == [code]
    assert running.check_run(RUN) == ()
