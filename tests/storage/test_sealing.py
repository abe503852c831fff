"""The audit keeps what is about contacts and people sealed, and tells it while keys are left."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from app.domain.shared.ids import ContactId, EmployeeId
from app.storage.audit import audit
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.unit import Unit

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
AINO = {"name": "Aino Kanerva"}
FORM = {"name": "Aino Kanerva", "points": [{"value": "040 123"}]}


def record(unit: Unit, command: str, arguments: Any, *records: str, refused: str = "") -> None:
    changes = Changes()
    for one in records:
        changes.note(one, None, AINO)
    unit.audit.record(Deed(AT, "Anna", command, arguments, refused), changes)


def lying(unit: Unit) -> str:
    return "".join(map(str, unit.connection.execute(select(audit.c.arguments, audit.c.changes))))


def test_changes_and_words_of_a_contact_lie_sealed(database: Database) -> None:
    with database.write() as unit:
        record(unit, "contacts.change", [[7, 3, FORM], {"note": "Aino"}], "contact:7")

    with database.read() as unit:
        assert "Aino" not in lying(unit)
        assert "040" not in lying(unit)
        assert [one.after for _, one in unit.audit.changes()] == [AINO]
        (deed,) = unit.audit.asked(["contacts.change"])
        assert deed.arguments == [[7, 3, FORM], {"note": "Aino"}]
        assert list(unit.audit.broken()) == []


def test_the_chain_holds_when_a_key_is_destroyed(database: Database) -> None:
    with database.write() as unit:
        record(unit, "contacts.add", [[FORM], {}], "contact:7")
        unit.contact_seals.destroy_card(ContactId(7), date(2026, 3, 11))

    with database.read() as unit:
        assert [one.after for _, one in unit.audit.changes()] == [{"erased": True}]
        (deed,) = unit.audit.asked(["contacts.add"])
        assert deed.arguments == [[{"erased": True}], {}]
        assert list(unit.audit.broken()) == []


def test_words_about_two_open_while_both_keys_are_there(database: Database) -> None:
    with database.write() as unit:
        record(unit, "contacts.merge", [[FORM], {}], "contact:7", "contact:8")

    with database.write() as unit:
        (deed,) = unit.audit.asked(["contacts.merge"])
        assert deed.arguments == [[FORM], {}]
        unit.contact_seals.destroy(ContactId(8), date(2026, 3, 10))
        (deed,) = unit.audit.asked(["contacts.merge"])
        assert deed.arguments == [[{"erased": True}], {}]


def test_the_words_of_a_refused_command_are_left_out(database: Database) -> None:
    with database.write() as unit:
        record(unit, "contacts.change", [[7, FORM], {}], refused="invalid")
        record(unit, "tax_codes.change", [["Reduced"], {}], refused="invalid")

        told = [one.arguments for one in _deeds(unit)]

    assert told == [[[7, {"left-out": True}], {}], [["Reduced"], {}]]


def test_what_is_about_nobody_lies_open(database: Database) -> None:
    with database.write() as unit:
        record(unit, "products.add", [["Oat milk"], {}], "product:1")

        assert "Oat milk" in lying(unit)


def test_an_employees_name_lies_behind_the_wall(database: Database) -> None:
    with database.write() as unit:
        record(unit, "employees.change", [[5, FORM], {}], "employee_record:5.1")

    with database.read() as unit:
        assert "Aino" not in lying(unit)
        ((_, change),) = unit.audit.changes()
        unit.wall.let_in()
        place = "audit|employee_record:5.1"
        opened = unit.wall.unseal(EmployeeId(5), place, change.after["sealed"], dict[str, str])
        assert opened == AINO


def _deeds(unit: Unit) -> list[Deed]:
    rows = unit.connection.execute(select(audit).order_by(audit.c.seq))
    return [
        Deed(row.at, row.who, row.command, json.loads(row.arguments), row.refused) for row in rows
    ]
