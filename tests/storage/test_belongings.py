"""What belongs to an employment is read as it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.employees.belongings import (
    Checklist,
    ChecklistItem,
    ChecklistTemplate,
    Equipment,
    Occasion,
    Qualification,
    Step,
)
from app.domain.shared.ids import (
    ChecklistId,
    ChecklistItemId,
    ChecklistTemplateId,
    EquipmentId,
    QualificationId,
    new_id,
)
from app.domain.shared.money import money
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.storage.test_employees import add_person

DAY = date(2026, 3, 10)


def test_qualifications_and_equipment_belong_to_a_person(database: Database) -> None:
    with database.write() as unit:
        person = add_person(unit).id
        card = Qualification(QualificationId(1), 1, person, "Hygiene passport", expires_on=DAY)
        phone = Equipment(
            EquipmentId(2), 1, person, "Phone", worth=money(Decimal(320), "EUR"), handed_on=DAY
        )
        bare = Equipment(EquipmentId(3), 1, person, "Key")
        unit.qualifications.add(card)
        for one in (phone, bare):
            unit.equipment.add(one)

        assert unit.qualifications.of(person) == (card,)
        assert unit.qualifications.due("expires_on", DAY, DAY) == (card,)
        assert unit.equipment.of(person) == (phone, bare)
        unit.equipment.remove(bare)
        assert unit.equipment.of(person) == (phone,)
        with pytest.raises(NotFound):
            unit.equipment.remove(bare)


def test_a_template_keeps_its_steps_in_order(database: Database) -> None:
    steps = (Step("Order a phone", -7, "office"), Step("Give the keys"))
    new = ChecklistTemplate(ChecklistTemplateId(1), 1, "Joining", Occasion.JOINING, steps)
    with database.write() as unit:
        unit.checklist_templates.add(new)

        assert unit.checklist_templates.get(new.id) == new


def test_a_checklist_is_open_until_every_item_is_done_or_left_out(database: Database) -> None:
    with database.write() as unit:
        person = add_person(unit).id
        items = tuple(
            ChecklistItem(ChecklistItemId(new_id()), place, f"Step {place}") for place in range(2)
        )
        new = Checklist(ChecklistId(9), 1, person, Occasion.JOINING, "Joining", DAY, items)
        unit.checklists.add(new)
        assert unit.checklists.open() == unit.checklists.of(person) == (new,)

        done = (replace(items[0], done_on=DAY, done_by="Anna"), replace(items[1], left_out="no"))
        saved = unit.checklists.save(new, replace(new, items=done))

        assert unit.checklists.get(new.id) == saved and saved.version == 2
        assert unit.checklists.open() == ()
        with pytest.raises(Conflict):
            unit.checklists.save(new, new)
        with pytest.raises(NotFound):
            unit.checklists.get(ChecklistId(1))
