"""What runs out is told a month ahead, the nearest first; of those who left only steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.employees.alarms import AlarmKind
from app.domain.employees.belongings import ChecklistTemplate, Occasion, Qualification, Step
from app.domain.employees.employee import Leaving
from app.domain.shared.ids import ChecklistTemplateId, EmployeeId, QualificationId
from app.services import alarms, belongings, checklists, contracts, employees
from app.services.office import Office
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import a_form, terms

SOON, LATE = TODAY + timedelta(12), TODAY + timedelta(31)


def with_term(office: Office) -> EmployeeId:
    """Return a person whose probation and term end soon, and whose card ran out."""
    person = office.do(employees.add, a_form()).result.id
    agreed = replace(terms(ends_on=TODAY + timedelta(30)), probation_until=SOON)
    draft = office.do(contracts.draft, person, agreed).result
    office.do(contracts.sign_draft, draft.id, draft.version)
    gone = TODAY - timedelta(4)
    for name, day in (("Card", gone), ("Licence", LATE), ("Degree", None)):
        new = Qualification(QualificationId(0), 1, person, name, expires_on=day)
        office.do(belongings.qualify, new)
    return person


@on_sqlite
def test_what_runs_out_is_told_with_the_name_and_how_near_it_is(office: Office) -> None:
    with_term(office)

    found = office.ask(alarms.due)

    assert [(one.kind, one.text, one.level(TODAY)) for one in found] == [
        (AlarmKind.QUALIFICATION, "Card", 0),
        (AlarmKind.PROBATION, "Accountant", 14),
        (AlarmKind.TERM, "Accountant", 30),
    ]
    assert {one.name for one in found} == {"Maija Salonen"}
    assert office.ask(alarms.count) == 3


@on_sqlite
def test_of_who_left_the_steps_stay_alone(office: Office) -> None:
    person = with_term(office)
    steps = (Step("Take the keys back"), Step("Much later", 60))
    template = ChecklistTemplate(ChecklistTemplateId(0), 1, "Leaving", Occasion.LEAVING, steps)
    made = office.do(checklists.write_template, template).result
    left = office.do(employees.leave, person, 1, TODAY - timedelta(1), Leaving.RESIGNED).result
    office.do(checklists.begin, left.id, made.id)

    (step,) = office.ask(alarms.due)

    assert (step.kind, step.text, step.day) == (
        AlarmKind.STEP,
        "Take the keys back",
        TODAY - timedelta(1),
    )
