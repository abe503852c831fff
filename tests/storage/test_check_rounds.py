"""A round reads a topic a slice at a time, names no document, and can be stopped."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.admin.health import CHECKED, Round, Topic
from app.domain.archive.record import Filing
from app.storage import checks, verifying
from app.storage.check_rounds import read_on
from app.storage.checks import no_stop
from app.storage.database import Database
from app.storage.faults import Overtaken
from tests.databases import on_sqlite, tamper

NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def filed(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "SLICE_COUNT", 1)
    with database.write() as unit:
        for text in (b"%PDF one", b"%PDF two"):
            unit.archive.add(Filing("salary of Maija.pdf", "application/pdf"), (text,), NOW)


def whole(database: Database, topic: Topic, now: datetime = NOW) -> tuple[Round, int]:
    one, slices = read_on(database, Round(topic, now), now, no_stop), 1
    while one.position:
        one, slices = read_on(database, one, now, no_stop), slices + 1
    return one, slices


@pytest.mark.parametrize("topic", [one for one in CHECKED if one is not Topic.PEOPLE])
def test_a_sound_office_has_no_findings(database: Database, topic: Topic) -> None:
    found, _slices = whole(database, topic)

    assert found.found.count == 0
    assert found.ended_at == NOW


def test_documents_are_read_in_slices_and_damage_is_not_named(database: Database) -> None:
    with database.write() as unit:
        tamper(unit.connection, "UPDATE archive_file SET sha256 = '00' WHERE id > 0")

    found, slices = whole(database, Topic.DOCUMENTS)

    assert slices == 3
    assert found.found.count == 2
    assert all(one.facts["name"].startswith("#") for one in found.found.some)


def test_bytes_that_nobody_refers_to_are_told_once_they_should_be_swept(
    database: Database,
) -> None:
    database.contents.put((b"left over",))

    fresh, _ = whole(database, Topic.DOCUMENTS)
    later, _ = whole(database, Topic.DOCUMENTS, NOW + timedelta(days=9))

    assert (fresh.found.count, [one.code for one in later.found.some]) == (0, ["health.orphan"])


@on_sqlite
def test_the_reading_of_pages_can_be_stopped(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "LOOK_EVERY", 1)

    with pytest.raises(Overtaken):
        read_on(database, Round(Topic.FILES, NOW), NOW, lambda: True)
