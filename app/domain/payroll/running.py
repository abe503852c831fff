"""The life of a run: calculated, approved by another, posted, paid and reported.

An approved run is never calculated again: a correction is a new run.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.domain.payroll.payroll import PayrollRun, RunState
from app.domain.shared.ids import EntryId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import IllegalTransition, Refusal

LAST_BEFORE_FIRST = Rule("payroll.last-before-first", "first", "last")
PERIOD_TOO_LONG = Rule("payroll.period-too-long", "most")
REASON_MISSING = Rule("payroll.reason-missing")
EVIDENCE_MISSING = Rule("payroll.evidence-missing")
LONGEST_PERIOD = 31
OPEN = (RunState.DRAFT, RunState.CALCULATED)
STEPS = (*OPEN, RunState.APPROVED, RunState.POSTED, RunState.PAID, RunState.REPORTED)
"""The way of a run, one step after the other."""


class ApprovedByOneself(Refusal):
    """Who calculated a run approves it: somebody else has to."""

    code = "payroll.approved-by-oneself"


class RunStands(IllegalTransition):
    """The run does not go there from where it stands; ``because`` says why not."""

    code = "payroll.run-stands"


class CalculateAgain(Refusal):
    """Something that the run stands on was changed since it was calculated."""

    code = "payroll.calculate-again"


class OnlyHandedOver(Refusal):
    """In this country the adviser reckons the net: the run is handed over, not paid from here."""

    code = "payroll.only-handed-over"


def check_run(run: PayrollRun) -> tuple[Problem, ...]:
    """Return what is wrong with a run that is begun."""
    found = []
    if run.last_on < run.first_on:
        found.append(LAST_BEFORE_FIRST.at("last_on", first=run.first_on, last=run.last_on))
    elif (run.last_on - run.first_on).days >= LONGEST_PERIOD:
        found.append(PERIOD_TOO_LONG.at("last_on", most=LONGEST_PERIOD))
    if run.corrects_id is not None and not run.reason.strip():
        found.append(REASON_MISSING.at("reason"))
    return tuple(found)


def calculated(run: PayrollRun, at: datetime, who: str) -> PayrollRun:
    """Return a run whose payslips were reckoned; again and again until it is approved."""
    _require(run, *OPEN, to=RunState.CALCULATED)
    return _moved(run, RunState.CALCULATED, calculated_at=at, calculated_by=who)


def approved(run: PayrollRun, at: datetime, who: str) -> PayrollRun:
    """Return a run that somebody else looked at; raises ApprovedByOneself, IllegalTransition."""
    _require(run, RunState.CALCULATED, to=RunState.APPROVED)
    if who == run.calculated_by:
        raise ApprovedByOneself(who=who)
    return _moved(run, RunState.APPROVED, approved_at=at, approved_by=who)


def posted(run: PayrollRun, number: str, entry_id: EntryId | None) -> PayrollRun:
    """Return a run that stands in the books."""
    _require(run, RunState.APPROVED, to=RunState.POSTED)
    return _moved(run, RunState.POSTED, number=number, entry_id=entry_id)


def paid(run: PayrollRun, on: date, entry_id: EntryId | None) -> PayrollRun:
    """Return a run whose money left the bank on a day."""
    _require(run, RunState.POSTED, to=RunState.PAID)
    return _moved(run, RunState.PAID, paid_on=on, paid_entry_id=entry_id)


def reported(run: PayrollRun, on: date, evidence: str) -> PayrollRun:
    """Return a run that the authorities were told of, with what proves it."""
    _require(run, RunState.PAID, to=RunState.REPORTED)
    return _moved(run, RunState.REPORTED, reported_on=on, evidence=evidence.strip())


def discarded(run: PayrollRun) -> PayrollRun:
    """Return a run that comes to nothing; only before it was approved."""
    _require(run, *OPEN, to=RunState.DISCARDED)
    return _moved(run, RunState.DISCARDED)


def require_approved(run: PayrollRun) -> None:
    """Refuse to post what nobody approved, or what stands in the books already."""
    _require(run, RunState.APPROVED, to=RunState.POSTED)


def require_booked(run: PayrollRun) -> None:
    """Refuse to correct, or to pay, what does not stand in the books."""
    _require(run, RunState.POSTED, RunState.PAID, RunState.REPORTED, to=RunState.PAID)


def _moved(run: PayrollRun, state: RunState, **changes: object) -> PayrollRun:
    moved: PayrollRun = replace(run, state=state, version=run.version + 1, **changes)  # type: ignore[arg-type]  # the callers name fields with their types
    return moved


def _require(run: PayrollRun, *states: RunState, to: RunState) -> None:
    if run.state not in states:
        facts = {"run": run.number or run.name, "state": run.state.value, "to": to.value}
        raise RunStands(**facts, because=_why(run.state, to))


def _why(state: RunState, to: RunState) -> str:
    """Return why a run does not go there: it was there already, or something comes first."""
    if state is RunState.DISCARDED:
        return "discarded"
    if to not in STEPS:
        return "approved-for-good"
    return f"{to.value}-already" if STEPS.index(state) >= STEPS.index(to) else f"{to.value}-later"
