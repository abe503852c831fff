"""A restored office takes the place of the other, which is put aside whole and can come back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.admin.backup import Plan, Restored
from app.domain.shared.refusals import OfficeError
from app.storage import backup_plans, restoring
from app.storage.backing_up import back_up
from app.storage.backup_manifests import read_manifest
from app.storage.backup_packs import PACKS
from app.storage.checks import check
from app.storage.identity import NotAnOffice
from app.storage.offices import needs_password, open_office
from app.storage.place import Exists
from app.storage.presence import InUse
from app.storage.restoring import NothingToUndo, before_of, change_places, restoring_of
from tests.storage.test_backing_up import (
    BYTES,
    file_document,
    flip,
    made,
    quiet,
    restored,
    wish,
)

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def folders(parent: Path, *names: str) -> None:
    for name in names:
        (parent / name).mkdir()
        (parent / name / "whose").write_text(name)


def test_offices_change_places(tmp_path: Path) -> None:
    folders(tmp_path, "Lumo.backdesk", "Lumo.restoring")
    office = tmp_path / "Lumo.backdesk"
    before = before_of(office, AT)

    change_places(office, restoring_of(office), before)

    assert (office / "whose").read_text() == "Lumo.restoring"
    assert (before / "whose").read_text() == "Lumo.backdesk"
    assert before.name == "Lumo (before 2026-03-10 120000).backdesk"


def test_an_office_that_somebody_has_open_stays_where_it_is(folder: Path) -> None:
    fresh, before = folder.with_name("fresh"), folder.with_name("before")
    fresh.mkdir()
    office = open_office(folder)

    with pytest.raises(InUse):
        change_places(folder, fresh, before)
    is_there = folder.is_dir() and not before.exists()
    office.close()
    change_places(folder, fresh, before)

    assert is_there
    assert (before / "office.db").is_file()


def test_nothing_moves_without_what_is_to_come(tmp_path: Path) -> None:
    folders(tmp_path, "Lumo.backdesk")
    office = tmp_path / "Lumo.backdesk"

    with pytest.raises(NothingToUndo):
        change_places(office, restoring_of(office), before_of(office, AT))

    assert (office / "whose").read_text() == "Lumo.backdesk"


def test_what_was_put_aside_earlier_is_not_overwritten(tmp_path: Path) -> None:
    office = tmp_path / "Lumo.backdesk"
    aside = before_of(office, AT)
    folders(tmp_path, office.name, "Lumo.restoring", aside.name)

    with pytest.raises(Exists):
        change_places(office, restoring_of(office), aside)

    assert before_of(office, AT).name == "Lumo (before 2026-03-10 120000 2).backdesk"


def test_a_failure_between_the_two_moves_puts_the_first_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders(tmp_path, "Lumo.backdesk", "Lumo.restoring")
    office = tmp_path / "Lumo.backdesk"
    move = Path.rename

    def once(self: Path, target: Path) -> Path:
        if self.name == "Lumo.restoring":
            raise PermissionError(13, "in use")
        return move(self, target)

    monkeypatch.setattr(Path, "rename", once)
    with pytest.raises(OfficeError):
        change_places(office, restoring_of(office), before_of(office, AT))

    assert (office / "whose").read_text() == "Lumo.backdesk"


def put_aside(folder: Path) -> Path:
    """Restore an office beside itself, and put it aside as a restore does; return where."""
    office = open_office(folder)
    restored(office, made(office, folder), restoring_of(folder)).close()
    office.close()
    before = before_of(folder, AT)
    done = (Restored(AT, "2026-03-10", str(before)),)
    backup_plans.write_plan(restoring_of(folder), Plan(restored=done))
    folder.rename(before)
    return before


def test_a_power_cut_between_the_two_moves_is_finished_when_the_office_is_opened(
    folder: Path,
) -> None:
    before = put_aside(folder)

    assert not needs_password(folder)
    again = open_office(folder)
    assert check(again) == ()
    again.close()
    assert before.is_dir()
    assert not restoring_of(folder).exists()
    assert not restoring.finish_interrupted(folder)


def test_an_office_that_somebody_moved_away_is_not_taken_for_a_stopped_restore(
    folder: Path, tmp_path: Path
) -> None:
    put_aside(folder).rename(tmp_path / "elsewhere")

    with pytest.raises(NotAnOffice):
        open_office(folder)

    assert restoring_of(folder).is_dir()


def test_a_document_that_was_written_anew_heals_older_backups(folder: Path, tmp_path: Path) -> None:
    office = open_office(folder)
    file_document(office, BYTES)
    old = made(office, folder)
    pack = next((old.parent / PACKS).iterdir())
    flip(pack)
    broken = restoring.broken_packs(old, read_manifest(old))

    restoring.set_aside(old, broken)
    back_up(office, wish(folder, 1), quiet)

    assert broken == (pack.name,)
    back = restored(office, old, tmp_path / "Back.backdesk")
    assert check(back) == ()
    back.close()
    office.close()
