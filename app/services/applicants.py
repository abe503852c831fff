"""Applicants: taken down, moved on, hired into a file with its checklist, and forgotten in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.employees.applicants import (
    Applicant,
    ApplicantForm,
    Candidate,
    Stage,
    check,
    tidied,
)
from app.domain.employees.belongings import Occasion, begun
from app.domain.employees.employee import Employee, Private, Profile
from app.domain.employees.form import EmployeeForm
from app.domain.shared.ids import ApplicantId, EmployeeId, new_id
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.people import People
from app.services.permissions import Permission, command, query
from app.storage.wall import BehindWall


@query(Permission.EMPLOYEES_PRIVATE)
def all_applicants(desk: Desk) -> tuple[Applicant, ...]:
    """Return every application, the latest first."""
    return desk.store.applicants.all()


@command(Permission.EMPLOYEES_PRIVATE, private=True)
def add(desk: Desk, form: ApplicantForm, applicant_id: ApplicantId | None = None) -> Applicant:
    """Take an application down, under the id that a form has given it; raises Invalid."""
    kept = _right(form)
    new = Applicant(
        applicant_id or ApplicantId(new_id()),
        1,
        kept.position,
        Stage.APPLIED,
        kept.applied_on,
        kept.delete_on or kept.applied_on,
        kept.candidate,
    )
    desk.store.applicants.add(new)
    return new


@command(Permission.EMPLOYEES_PRIVATE, private=True)
def change(desk: Desk, applicant_id: ApplicantId, version: int, form: ApplicantForm) -> Applicant:
    """Replace what is written of an application; raises Invalid, Conflict."""
    kept = _right(form)
    before = desk.store.applicants.current(applicant_id, version)
    _candidate(before)
    after = replace(
        before,
        version=version + 1,
        position=kept.position,
        applied_on=kept.applied_on,
        delete_on=kept.delete_on or before.delete_on,
        candidate=kept.candidate,
    )
    desk.store.applicants.save(before, after)
    return after


@command(Permission.EMPLOYEES_PRIVATE)
def move(desk: Desk, applicant_id: ApplicantId, version: int, stage: Stage) -> Applicant:
    """Move an application to another stage; raises IllegalTransition, Conflict."""
    before = desk.store.applicants.current(applicant_id, version)
    _candidate(before)
    after = before.moved(stage)
    desk.store.applicants.save(before, after)
    return after


@command(Permission.EMPLOYEES_PRIVATE)
def hire(desk: Desk, applicant_id: ApplicantId, version: int, starts_on: date) -> Employee:
    """Begin the file of who applied, with the checklist of joining; raises IllegalTransition."""
    before = desk.store.applicants.current(applicant_id, version)
    candidate = _candidate(before)
    people = People(desk)
    form = EmployeeForm(Profile(candidate.name, before.position), starts_on)
    new = people.add(form, EmployeeId(new_id()))
    reached = Private(phone=candidate.phone, email=candidate.email)
    person = people.keep_private(new, reached, desk.today)
    after = replace(before.moved(Stage.HIRED), employee_id=person.id)
    desk.store.applicants.save(before, after)
    for template in desk.store.checklist_templates.all():
        if template.occasion is Occasion.JOINING and not template.is_closed:
            desk.store.checklists.add(begun(template, person.id, starts_on))
            break
    return person


@command(Permission.EMPLOYEES_PRIVATE)
def forget(desk: Desk, applicant_id: ApplicantId, version: int) -> Applicant:
    """Forget who applied, for good; raises IllegalTransition, Conflict."""
    before = desk.store.applicants.current(applicant_id, version)
    after = before.forgotten()
    desk.store.applicants.forget(before, after)
    return after


@command(Permission.EMPLOYEES_PRIVATE)
def forget_due(desk: Desk) -> int:
    """Forget everybody whose day of deletion is over; return how many that were."""
    due = [one for one in desk.store.applicants.all() if one.is_overdue(desk.today)]
    for one in due:
        desk.store.applicants.forget(one, one.forgotten())
    return len(due)


def _right(form: ApplicantForm) -> ApplicantForm:
    kept = tidied(form)
    require_right(check(kept))
    return kept


def _candidate(one: Applicant) -> Candidate:
    """Return who applied; raises BehindWall where the key is not at hand, or gone."""
    if one.candidate is None:
        raise BehindWall(employee=one.id)
    return one.candidate
