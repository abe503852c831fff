"""What belongs to people is checked, and a checklist is worked off step by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.employees.belongings import (
    ChecklistTemplate,
    Equipment,
    NoReason,
    Occasion,
    Qualification,
    Step,
    StepDone,
    begun,
    check_equipment,
    check_qualification,
    check_template,
    is_open,
    left_out,
    taken_back,
    ticked,
)
from app.domain.shared.ids import (
    ChecklistItemId,
    ChecklistTemplateId,
    EmployeeId,
    EquipmentId,
    QualificationId,
)
from app.domain.shared.refusals import NotFound

DAY = date(2026, 3, 1)
ANNA = EmployeeId(1)
TEMPLATE = ChecklistTemplate(
    ChecklistTemplateId(1),
    1,
    "Joining",
    Occasion.JOINING,
    (Step("Order a phone", -7, "office"), Step(" "), Step("Give the keys")),
)


def test_days_that_run_backwards_and_missing_names_are_told() -> None:
    card = Qualification(
        QualificationId(1), 1, ANNA, " ", issued_on=DAY, expires_on=date(2026, 2, 28)
    )
    phone = Equipment(EquipmentId(1), 1, ANNA, "", handed_on=DAY, returned_on=date(2026, 2, 28))

    assert [one.field for one in check_qualification(card)] == ["name", "expires_on"]
    assert [one.field for one in check_equipment(phone)] == ["name", "returned_on"]
    assert check_template(TEMPLATE) == ()
    bare = replace(TEMPLATE, name="", steps=(Step(" "),))
    assert [one.field for one in check_template(bare)] == ["name", "steps"]


def test_each_step_is_due_by_its_days_and_empty_ones_are_left_out() -> None:
    checklist = begun(TEMPLATE, ANNA, DAY)

    assert [(one.text, one.due_on) for one in checklist.items] == [
        ("Order a phone", date(2026, 2, 22)),
        ("Give the keys", DAY),
    ]
    assert begun(replace(TEMPLATE, steps=(Step("x", 9**9),)), ANNA, DAY).items[0].due_on == date.max
    assert (
        begun(replace(TEMPLATE, steps=(Step("x", -(9**9)),)), ANNA, DAY).items[0].due_on == date.min
    )


def test_a_step_is_done_once_left_out_for_a_reason_or_taken_back() -> None:
    checklist = begun(TEMPLATE, ANNA, DAY)
    first, second = (one.id for one in checklist.items)

    done = left_out(ticked(checklist, first, DAY, "Anna"), second, " has one ")

    assert not any(map(is_open, done.items))
    assert (done.items[0].done_by, done.items[1].left_out) == ("Anna", "has one")
    with pytest.raises(StepDone):
        ticked(done, first, DAY, "Anna")
    with pytest.raises(NoReason):
        left_out(checklist, first, " ")
    with pytest.raises(NotFound):
        taken_back(checklist, ChecklistItemId(1))
    assert is_open(taken_back(done, first).items[0])
