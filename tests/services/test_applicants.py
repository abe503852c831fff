"""Applicants are taken down, moved on, hired with a checklist, and forgotten in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.employees.applicants import ApplicantForm, Candidate, Stage
from app.domain.employees.belongings import ChecklistTemplate, Occasion, Step
from app.domain.employees.employee import PersonName
from app.domain.shared.ids import ChecklistTemplateId
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid
from app.services import applicants, checklists, employees
from app.services.office import Office
from app.services.permissions import NotAllowed
from app.storage.audit import audit
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role

OILI = Candidate(PersonName("Oili", "Korpi"), "oili@home.example", "+358 40 111", "a friend")
FORM = ApplicantForm(OILI, "Driver", TODAY)


def test_an_application_goes_on_and_is_hired_into_a_file_with_its_checklist(
    office: Office,
) -> None:
    template = ChecklistTemplate(
        ChecklistTemplateId(0), 1, "Joining", Occasion.JOINING, (Step("Keys"),)
    )
    office.do(checklists.write_template, template)
    new = office.do(applicants.add, FORM).result
    moved = office.do(applicants.move, new.id, new.version, Stage.INTERVIEW).result

    person = office.do(applicants.hire, moved.id, moved.version, TODAY).result

    seen = office.ask(employees.seen, person.id)
    assert (seen.record.profile.name.written, seen.record.profile.position) == (
        "Oili Korpi",
        "Driver",
    )
    private = office.do(employees.show_private, person.id).result
    assert (private.phone, private.email) == (OILI.phone, OILI.email)
    assert [one.name for one in office.ask(checklists.of, person.id)] == ["Joining"]
    (row,) = office.ask(applicants.all_applicants)
    assert (row.stage, row.employee_id) == (Stage.HIRED, person.id)
    with pytest.raises(IllegalTransition):
        office.do(applicants.hire, row.id, row.version, TODAY)


@on_sqlite
def test_an_application_is_changed_as_it_was_read(office: Office) -> None:
    new = office.do(applicants.add, FORM).result

    office.do(applicants.change, new.id, new.version, replace(FORM, position="Foreman"))

    assert office.ask(applicants.all_applicants)[0].position == "Foreman"
    with pytest.raises(Conflict):
        office.do(applicants.change, new.id, new.version, FORM)
    for wrong in (replace(FORM, position=" "), replace(FORM, delete_on=TODAY - timedelta(1))):
        with pytest.raises(Invalid):
            office.do(applicants.add, wrong)


def test_who_is_past_the_day_is_forgotten_for_good(office: Office) -> None:
    past = replace(FORM, applied_on=TODAY - timedelta(30), delete_on=TODAY - timedelta(1))
    office.do(applicants.add, past)
    kept = office.do(applicants.add, FORM).result

    assert office.do(applicants.forget_due).result == 1
    assert office.do(applicants.forget_due).result == 0

    rows = {one.stage: one for one in office.ask(applicants.all_applicants)}
    assert rows[Stage.FORGOTTEN].candidate is None
    assert rows[Stage.APPLIED].candidate == OILI
    office.do(applicants.forget, kept.id, kept.version)
    with office.database.read() as unit:
        told = [str(tuple(row)) for row in unit.connection.execute(select(audit))]
    assert all("Korpi" not in one for one in told)


@on_sqlite
def test_only_the_personnel_office_sees_who_applied(office: Office) -> None:
    office.do(applicants.add, FORM)

    with pytest.raises(NotAllowed):
        as_role(office, CLERK).ask(applicants.all_applicants)
