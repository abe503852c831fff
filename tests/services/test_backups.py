"""Backups are made to every place, noted, removed when old, and practised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.admin.backup import Keep, Standing
from app.domain.shared.refusals import Invalid
from app.services import anchors, backups
from app.services.backing_up import Shelf
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.backup_packs import PACKS
from app.storage.offices import open_office
from tests.storage.test_backing_up import BYTES, file_document, flip
from tests.timing import SetClock

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    opened = Office(open_office(folder), SetClock(NOON), Actor("Anna"))
    file_document(opened.database, BYTES)
    yield opened
    opened.close()


def later(office: Office, **span: float) -> None:
    """Let time go by."""
    office.clock = SetClock(office.clock.now() + timedelta(**span))


def test_an_office_begins_without_a_backup_and_is_safe_with_one(office: Office) -> None:
    before = backups.overview(office)

    (run,) = office.run(backups.back_up)

    after = backups.overview(office)
    assert (before.standing, after.standing) == (Standing.NEVER, Standing.SAFE)
    assert [one.name for one in after.backups] == [run.name]
    assert after.is_beside


def test_a_backup_is_on_record_and_holds_that_record(office: Office) -> None:
    office.run(backups.back_up)

    with office.database.read() as unit:
        seq, proof = unit.audit.newest()
    (backup,) = backups.overview(office).backups
    assert (backup.anchor.seq, backup.anchor.proof) == (seq, proof)
    assert office.ask(anchors.walk).broken == ()


def test_each_place_gets_its_own_and_one_that_is_gone_fails_alone(
    office: Office, tmp_path: Path
) -> None:
    stick, gone = tmp_path / "stick", tmp_path / "gone"
    stick.mkdir()
    office.run(backups.arrange, (str(gone), str(stick)), 4, Keep())

    first, second = office.run(backups.back_up)

    assert (first.code, second.is_good) == ("backup.no-place-there", True)
    found = backups.overview(office)
    assert found.standing is Standing.FAILED
    assert found.runs == (first, second)


def test_backups_come_by_themselves_when_it_is_time(office: Office) -> None:
    office.run(backups.back_up_due)
    later(office, hours=3)
    too_early = office.run(backups.back_up_due)
    later(office, hours=1)
    again = office.run(backups.back_up_due)

    assert too_early == ()
    assert len(again) == 1
    assert len(backups.overview(office).backups) == 2


def test_a_clock_that_goes_back_makes_no_backup_wait_for_years(office: Office) -> None:
    later(office, days=3650)
    office.run(backups.back_up_due)
    later(office, days=-3650)

    assert len(office.run(backups.back_up_due)) == 1
    assert len(backups.overview(office).backups) == 2


def test_old_backups_are_removed_after_a_good_one(office: Office) -> None:
    office.run(backups.arrange, (), 1, Keep(2, 0, 0, 0))

    for _ in range(4):
        later(office, hours=1)
        office.run(backups.back_up)

    assert len(backups.overview(office).backups) == 2


def test_a_restore_for_practice_proves_the_backup_and_leaves_nothing(
    office: Office, folder: Path
) -> None:
    office.run(backups.back_up)
    before = sorted(path.name for path in folder.parent.iterdir())

    drill = office.run(backups.practise_due)

    assert drill is not None
    assert drill.is_good
    assert office.run(backups.practise_due) is None
    assert sorted(path.name for path in folder.parent.iterdir()) == before


def test_a_restore_for_practice_finds_what_broke_and_the_next_backup_mends_it(
    office: Office,
) -> None:
    office.run(backups.back_up)
    (old,) = backups.overview(office).backups
    home = Path(old.place) / f"{Shelf(office).folder.stem} backups"
    flip(next((home / PACKS).iterdir()))

    broken = office.run(backups.practise, old)
    doubtful = backups.overview(office).standing
    later(office, hours=1)
    office.run(backups.back_up)

    assert broken.code == "backup.changed"
    assert doubtful is Standing.DOUBTFUL
    assert office.run(backups.practise, old).is_good


def test_without_a_backup_there_is_nothing_to_practise(office: Office) -> None:
    assert office.run(backups.practise_due) is None


@pytest.mark.parametrize(
    ("places", "hours", "keep", "field"),
    [
        (("",), 4, Keep(), "places"),
        ((), 0, Keep(), "every_hours"),
        ((), 4, Keep(0, 0, 0, 0), "keep.days"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused_and_the_old_one_stays(
    office: Office, places: tuple[str, ...], hours: int, keep: Keep, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.run(backups.arrange, places, hours, keep)

    assert [problem.field for problem in refused.value.problems] == [field]
    assert backups.overview(office).plan == replace(backups.overview(office).plan, every_hours=4)


def test_who_may_not_gets_no_backup(office: Office, folder: Path) -> None:
    office.who = Actor("Eve", Role("reader", frozenset({Permission.COMPANY_READ})))

    for work in (backups.back_up, backups.back_up_due, backups.practise_due):
        with pytest.raises(NotAllowed):
            office.run(work)
    with pytest.raises(NotAllowed):
        backups.overview(office)

    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
