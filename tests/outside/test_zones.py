from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.outside.zones import MachineZone, zone_named


@pytest.fixture
def in_helsinki(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_zone_is_found_by_its_name() -> None:
    assert zone_named("Asia/Bangkok") == ZoneInfo("Asia/Bangkok")


@pytest.mark.parametrize("name", ["", "Nowhere/Land"])
def test_where_none_is_known_the_machine_tells(name: str) -> None:
    assert isinstance(zone_named(name), MachineZone)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 1, 15, 12, tzinfo=UTC),
        datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ],
)
def test_the_machine_changes_its_clock_as_its_zone_does(
    in_helsinki: None, moment: datetime
) -> None:
    here = moment.astimezone(MachineZone())

    there = moment.astimezone(ZoneInfo("Europe/Helsinki"))
    assert here.replace(tzinfo=None, fold=0) == there.replace(tzinfo=None, fold=0)
    assert here.utcoffset() == there.utcoffset()
    assert here.tzname() == there.tzname()
    assert here.dst() is None
