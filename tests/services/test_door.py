"""Every service function has a name, a schema and a way in and out as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.admin.company import Company
from app.domain.shared.codec import NotFitting, plain
from app.outside.clock import FixedClock
from app.services import door
from app.services.door import NoSuchCommand
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.audit import audit
from app.storage.database import Database

LUMO = plain(Company("Lumo & Suoni Oy", "FI", "EUR", "fi"))


@pytest.fixture
def fresh(database: Database) -> Office:
    return Office(database, FixedClock(date(2026, 3, 10)), Actor("Anna"))


def commands_of(office: Office) -> list[str]:
    with office.database.read() as unit:
        return list(unit.connection.scalars(select(audit.c.command).order_by(audit.c.seq)))


def test_every_function_is_described_in_plain_json() -> None:
    described = [way.describe() for way in door.doorways()]

    assert {"admin.company", "admin.set_up", "contacts.add"} <= {one["name"] for one in described}
    assert all(one["about"] for one in described)
    json.dumps(described)


def test_a_schema_names_the_arguments_and_those_that_are_needed() -> None:
    about = door.doorway("admin.set_up", is_command=True).describe()["arguments"]

    assert about["required"] == ["content"]
    assert about["properties"]["content"]["title"] == "Company"


def test_a_command_takes_json_by_name_or_in_order(fresh: Office) -> None:
    done = door.do(fresh, "admin.set_up", {"content": LUMO})

    assert done["name"] == "Lumo & Suoni Oy"
    assert door.do(fresh, "admin.change_company", [LUMO])["version"] == 2


def test_a_query_answers_in_json(fresh: Office) -> None:
    door.do(fresh, "admin.set_up", {"content": LUMO})

    assert door.ask(fresh, "admin.company", None)["currency"] == "EUR"


def test_what_a_script_exports_is_noted_in_the_audit(fresh: Office, tmp_path: Path) -> None:
    door.do(fresh, "admin.set_up", {"content": LUMO})

    door.ask(fresh, "handing_out.hand_out", {"target": str(tmp_path / "Out")})

    assert commands_of(fresh)[-1] == "carrying.carry_out"
    door.ask(fresh, "admin.company", None)
    assert commands_of(fresh)[-1] == "carrying.carry_out"


@pytest.mark.parametrize(
    ("data", "at"),
    [
        ({}, "$.content"),
        ({"content": LUMO, "colour": "red"}, "$.colour"),
        ({"content": {**LUMO, "terms_days": "soon"}}, "$.content.terms_days"),
        ("text", "$"),
        ([1, 2, 3], "$"),
    ],
)
def test_json_that_does_not_fit_names_its_place(fresh: Office, data: object, at: str) -> None:
    with pytest.raises(NotFitting) as refused:
        door.do(fresh, "admin.set_up", data)

    assert refused.value.facts["at"] == at


def test_a_query_is_not_done_and_a_command_not_asked(fresh: Office) -> None:
    with pytest.raises(NoSuchCommand):
        door.do(fresh, "admin.company", None)
    with pytest.raises(NoSuchCommand):
        door.ask(fresh, "admin.set_up", None)
