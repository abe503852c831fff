"""Files change sides of the wall, and a sweep takes only what lies on neither."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.archive.record import Filing, Record
from app.domain.shared.ids import EmployeeId
from app.storage.database import Database
from app.storage.resealing import Resealing
from app.storage.sweeping import sweep
from app.storage.unit import Unit
from app.storage.wall import BehindWall
from tests.databases import on_sqlite

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
ANNA = EmployeeId(1)
CONTENT = b"Sairausloma"
LATER = NOW + timedelta(days=9999)


def test_a_file_that_is_sealed_keeps_its_name_and_proof(database: Database) -> None:
    with database.write() as unit:
        before = filed(unit)
        Resealing(unit).shut(before.id, ANNA)
        assert Resealing(unit).has_bytes(before.sha256)

    with database.read() as unit:
        unit.wall.let_in()
        assert unit.archive.get(before.id) == before
        assert b"".join(unit.archive.read(before.id)) == CONTENT
        assert unit.verifications.missing() == ()


@on_sqlite
def test_a_sweep_takes_what_lay_open_and_leaves_what_lies_sealed(database: Database) -> None:
    with database.write() as unit:
        record = filed(unit)
        Resealing(unit).shut(record.id, ANNA)

    assert sweep(database, LATER) == 1

    with database.read() as unit:
        unit.wall.let_in()
        assert unit.contents.there({record.sha256}) == frozenset()
        assert b"".join(unit.archive.read(record.id)) == CONTENT


def test_only_who_was_let_in_lets_a_file_lie_open_again(database: Database) -> None:
    with database.write() as unit:
        record = filed(unit)
        Resealing(unit).shut(record.id, ANNA)

    with pytest.raises(BehindWall), database.write() as unit:
        Resealing(unit).open_up(record.id)
    with database.write() as unit:
        unit.wall.let_in()
        lay = Resealing(unit).open_up(record.id)
        assert lay != record.sha256
        assert Resealing(unit).open_up(record.id) == ""

    with database.read() as unit:
        assert b"".join(unit.archive.read(record.id)) == CONTENT


def filed(unit: Unit) -> Record:
    return unit.archive.add(Filing("a.txt", "text/plain"), (CONTENT,), NOW)
