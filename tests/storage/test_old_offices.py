"""The office of every released schema opens, whole, with the same books and the same papers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from app.storage import migrations
from app.storage.audit import audit_record
from app.storage.checks import check
from app.storage.files import Use, open_file
from app.storage.offices import open_office
from app.storage.place import PAGES, ROWS
from tests.storage.old_offices import KEPT, KEY, figures, unpacked

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


def test_what_was_typed_before_people_had_drafts_of_their_own_is_kept(tmp_path: Path) -> None:
    folder = unpacked("0005", tmp_path / "Old.backdesk")
    before = open_file(folder / ROWS, KEY, Use.WRITE, PAGES[ROWS])
    before.execute(
        "INSERT INTO form_draft VALUES ('contact', 7, 2, '{}', 'Anna', '2026-03-10T12:00:00+00:00')"
    )
    before.close()

    office = open_office(folder)
    with office.read() as unit:
        kept = unit.drafts.kept("contact", 7, "Anna")
    office.close()

    assert kept is not None and (kept.base_version, kept.since) == (2, None)
