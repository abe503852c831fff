"""Checklists begin from templates and are worked off by whoever is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.employees.belongings import ChecklistTemplate, Occasion, Step
from app.domain.shared.ids import ChecklistTemplateId
from app.domain.shared.refusals import Conflict, Invalid
from app.services import checklists, employees
from app.services.office import Office
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import STARTS, a_form

JOINING = ChecklistTemplate(
    ChecklistTemplateId(0), 1, " Joining ", Occasion.JOINING, (Step("Phone", 1), Step("Keys"))
)


@on_sqlite
def test_a_list_is_begun_from_a_template_and_worked_off(office: Office) -> None:
    person = office.do(employees.add, a_form()).result.id
    template = office.do(checklists.write_template, JOINING).result
    made = office.do(checklists.begin, person, template.id).result
    phone, keys = (one.id for one in made.items)

    one = office.do(checklists.tick, made.id, 1, phone).result
    two = office.do(checklists.leave_out, made.id, one.version, keys, "has some").result

    assert (made.day, template.name) == (STARTS, "Joining")
    assert (two.items[0].done_on, two.items[0].done_by) == (TODAY, "Maija")
    assert office.ask(checklists.of, person) == (two,)
    with pytest.raises(Conflict):
        office.do(checklists.tick, made.id, 1, phone)
    again = office.do(checklists.take_back, made.id, two.version, phone).result
    assert again.items[0].done_on is None


@on_sqlite
def test_a_template_is_changed_and_needs_steps(office: Office) -> None:
    template = office.do(checklists.write_template, JOINING).result

    closed = office.do(checklists.write_template, replace(template, is_closed=True)).result

    assert office.ask(checklists.templates) == (closed,)
    with pytest.raises(Invalid):
        office.do(checklists.write_template, replace(JOINING, steps=()))
