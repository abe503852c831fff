"""What was not closed properly is read, and what nobody refers to is swept after a week."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.admin import health
from app.outside.clock import FixedClock, SystemClock
from app.services import upkeep, welcome
from app.services.office import Office
from app.services.permissions import Actor
from app.services.welcome import NewOffice
from app.storage import checks
from app.storage.contents import Missing

TODAY = date(2026, 3, 10)
ANNA = Actor("Anna")


@pytest.fixture
def lumo(tmp_path: Path) -> Office:
    new = NewOffice("Lumo & Suoni Oy", "FI", "fi")
    return welcome.create(tmp_path / "Lumo.backdesk", new, FixedClock(TODAY), ANNA)


def test_an_office_that_was_closed_properly_has_nothing_to_tell(lumo: Office) -> None:
    assert upkeep.look_after(lumo) == ()
    lumo.close()


def test_what_nobody_refers_to_is_swept_after_a_week_not_before(lumo: Office) -> None:
    stored = lumo.database.contents.put((b"left over",))
    lumo.clock = FixedClock(SystemClock().today() + timedelta(days=6))
    upkeep.look_after(lumo)
    assert b"".join(lumo.database.contents.get(stored.sha256)) == b"left over"

    lumo.clock = FixedClock(SystemClock().today() + timedelta(days=9))
    upkeep.look_after(lumo)

    with pytest.raises(Missing):
        list(lumo.database.contents.get(stored.sha256))
    lumo.close()


def test_damage_after_an_unclean_end_is_told(lumo: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    found = (health.PAGE.at("office.db", file="office.db", reason="page 3"),)
    monkeypatch.setattr(checks, "glance", lambda _database: found)
    monkeypatch.setattr(type(lumo.database.place), "was_unclean", property(lambda _place: True))

    assert upkeep.look_after(lumo) == found
    lumo.close()


@pytest.mark.parametrize(
    "name", ["office-LAPTOP.db", "office (1).db", "office (Anna's conflicted copy).db"]
)
def test_a_second_copy_of_a_file_is_told_at_each_opening(lumo: Office, name: str) -> None:
    path = lumo.database.place.path  # type: ignore[attr-defined]  # it lies in a folder
    (path / name).touch()

    (found,) = upkeep.look_after(lumo)

    assert (found.code, found.facts["file"]) == ("health.conflict", name)
    lumo.close()
