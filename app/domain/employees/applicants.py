"""Applicants: who wants to work here, how far it is, and until when it is known at all.

What tells who somebody is lies behind the wall, under a key of that applicant's own: on the day of
deletion the key is destroyed, and only that somebody applied for a position stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum

from app.domain.employees.employee import PersonName
from app.domain.shared.ids import ApplicantId, EmployeeId
from app.domain.shared.lines import one_line
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import IllegalTransition

KIND = "applicant"
KEPT = timedelta(days=365)
"""So long an application is kept where no other day is written; the office says otherwise."""

NO_NAME = Rule("applicants.no-name")
NO_POSITION = Rule("applicants.no-position")
DELETED_FIRST = Rule("applicants.deleted-first", "applied")


class Stage(Enum):
    """How far an application is."""

    APPLIED = "applied"
    INTERVIEW = "interview"
    OFFER = "offer"
    HIRED = "hired"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    FORGOTTEN = "forgotten"


OPEN = (Stage.APPLIED, Stage.INTERVIEW, Stage.OFFER)
"""The stages in which something is to be decided, in their order."""
_ENDS = frozenset({Stage.HIRED, Stage.REJECTED, Stage.WITHDRAWN})
_MOVES: Mapping[Stage, frozenset[Stage]] = {
    Stage.APPLIED: frozenset({Stage.INTERVIEW, Stage.OFFER}) | _ENDS,
    Stage.INTERVIEW: frozenset({Stage.APPLIED, Stage.OFFER}) | _ENDS,
    Stage.OFFER: frozenset({Stage.INTERVIEW}) | _ENDS,
    Stage.REJECTED: frozenset({Stage.APPLIED, Stage.FORGOTTEN}),
    Stage.WITHDRAWN: frozenset({Stage.APPLIED, Stage.FORGOTTEN}),
    Stage.HIRED: frozenset({Stage.FORGOTTEN}),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who applies, and what is noted meanwhile; behind the wall."""

    name: PersonName
    email: str = ""
    phone: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ApplicantForm:
    """What the personnel office writes of an application."""

    candidate: Candidate
    position: str
    applied_on: date
    delete_on: date | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """An application; ``candidate`` is None before the wall and once it is forgotten."""

    id: ApplicantId
    version: int
    position: str
    stage: Stage
    applied_on: date
    delete_on: date
    candidate: Candidate | None = field(repr=False)
    employee_id: EmployeeId | None = None

    @property
    def is_open(self) -> bool:
        """Say whether something is to be decided."""
        return self.stage in OPEN

    def is_overdue(self, today: date) -> bool:
        """Say whether it should be known no more."""
        return self.stage is not Stage.FORGOTTEN and self.delete_on < today

    @property
    def next_stage(self) -> Stage | None:
        """The stage after this one, short of being hired."""
        place = OPEN.index(self.stage) + 1 if self.is_open else len(OPEN)
        return OPEN[place] if place < len(OPEN) else None

    def moved(self, stage: Stage) -> Applicant:
        """Return the application in another stage; raises IllegalTransition."""
        if stage not in _MOVES.get(self.stage, frozenset()):
            raise IllegalTransition(record=KIND, state=self.stage.value, wanted=stage.value)
        return replace(self, version=self.version + 1, stage=stage)

    def forgotten(self) -> Applicant:
        """Return what stays of an application on its day: nobody knows whose it was."""
        if self.stage is Stage.FORGOTTEN:
            raise IllegalTransition(
                record=KIND, state=self.stage.value, wanted=Stage.FORGOTTEN.value
            )
        return replace(
            self, version=self.version + 1, stage=Stage.FORGOTTEN, candidate=None, employee_id=None
        )


def tidied(form: ApplicantForm) -> ApplicantForm:
    """Return a form as it is kept: every text on one line, and a day of deletion."""
    one = form.candidate
    name = PersonName(one_line(one.name.given), one_line(one.name.family))
    candidate = Candidate(
        name, one_line(one.email), one_line(one.phone), one_line(one.source), one.note.strip()
    )
    last = date.max - KEPT
    until = form.delete_on or min(form.applied_on, last) + KEPT
    return replace(form, candidate=candidate, position=one_line(form.position), delete_on=until)


def check(form: ApplicantForm) -> tuple[Problem, ...]:
    """Return what is wrong with a form, each at its field; no problem tells who it is."""
    return tuple(_faults(form))


def _faults(form: ApplicantForm) -> Iterator[Problem]:
    name = form.candidate.name
    if not name.given and not name.family:
        yield NO_NAME.at("candidate.name.given")
    if not form.position:
        yield NO_POSITION.at("position")
    if form.delete_on is not None and form.delete_on < form.applied_on:
        yield DELETED_FIRST.at("delete_on", applied=form.applied_on)
    yield from check_printable(
        {"candidate.name.given": name.given, "candidate.name.family": name.family}
    )
