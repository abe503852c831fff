"""The office of every released schema opens, whole, with the same books and the same papers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from app.storage import migrations
from app.storage.audit import audit_record
from app.storage.checks import check
from app.storage.offices import open_office
from tests.storage.old_offices import KEPT, figures, unpacked

SCHEMAS = sorted(path.name.partition("-")[0] for path in KEPT.glob("*-figures.json"))


def test_todays_schema_has_its_sample() -> None:
    assert migrations.HEAD in SCHEMAS


@pytest.mark.parametrize("schema", SCHEMAS)
def test_an_old_office_opens_with_the_same_books(schema: str, tmp_path: Path) -> None:
    office = open_office(unpacked(schema, tmp_path / "Old.backdesk"))
    found = figures(office)
    wrong = check(office)
    office.close()

    assert found == json.loads((KEPT / f"{schema}-figures.json").read_text("utf-8"))
    assert wrong == ()


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_record_of_an_old_office_is_found_in_its_log(schema: str, tmp_path: Path) -> None:
    office = open_office(unpacked(schema, tmp_path / "Old.backdesk"))

    with office.read() as unit:
        found = set(map(tuple, unit.connection.execute(select(audit_record))))
        told = {(change.record, seq) for seq, change in unit.audit.changes()}
    office.close()

    assert found == told
    assert found
