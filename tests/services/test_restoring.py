"""A restore brings back what was, puts aside what is, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.admin.backup import Keep
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import ContactId
from app.domain.shared.refusals import NotFound
from app.services import admin, anchors, backups, contacts, restoring, welcome
from app.services.backing_up import Shelf
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.welcome import NewOffice
from app.storage import checks
from app.storage.backup_manifests import ChangedBackup
from app.storage.restoring import NothingToUndo
from tests.storage.test_backing_up import flip
from tests.timing import SetClock

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
CLOCK = SetClock(NOON)
LATER = SetClock(NOON + timedelta(hours=1))
ANNA = Actor("Anna")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Lumo.backdesk"


@pytest.fixture
def lumo(folder: Path) -> Iterator[Office]:
    opened = welcome.create(folder, NewOffice("Lumo Oy", "FI", "fi"), CLOCK, ANNA, "sesam")
    yield opened
    opened.close()


def again(folder: Path) -> Office:
    return welcome.open_office(folder, LATER, ANNA, "sesam")


def backed_up(office: Office) -> Path:
    """Make a backup and return where it lies."""
    office.run(backups.back_up)
    shelf = Shelf(office)
    return shelf.path_of(shelf.backups()[0])


def restored_over(office: Office, folder: Path) -> Office:
    """Restore the newest backup over an office an hour later, as the window does."""
    office.clock = LATER
    prepared = office.run(restoring.prepare, backups.overview(office).backups[0])
    office.close()
    restoring.complete(prepared, office)
    opened = again(folder)
    opened.do(restoring.restored, prepared.restored)
    return opened


def test_what_came_after_the_backup_is_gone_and_what_was_before_is_there(
    lumo: Office, folder: Path
) -> None:
    kept = lumo.do(contacts.add, ContactForm(name="Before")).result
    backed_up(lumo)
    lost = lumo.do(contacts.add, ContactForm(name="After")).result

    opened = restored_over(lumo, folder)

    assert opened.ask(contacts.get, kept.id).name == "Before"
    with pytest.raises(NotFound):
        opened.ask(contacts.get, lost.id)
    assert checks.check(opened.database) == ()
    assert opened.ask(anchors.walk).broken == ()
    opened.close()


def test_the_office_is_backed_up_before_it_is_restored_over(lumo: Office, folder: Path) -> None:
    backed_up(lumo)
    lumo.do(contacts.add, ContactForm(name="After"))

    opened = restored_over(lumo, folder)

    overview = backups.overview(opened)
    assert len(overview.backups) == 2
    assert overview.plan.restored[0].name == overview.backups[1].name
    opened.close()


def test_a_restore_is_taken_back(lumo: Office, folder: Path) -> None:
    backed_up(lumo)
    after = lumo.do(contacts.add, ContactForm(name="After")).result
    changed = restored_over(lumo, folder)
    changed.clock = SetClock(LATER.now() + timedelta(hours=1))

    prepared = changed.run(restoring.prepare_back)
    changed.close()
    restoring.complete(prepared, changed)

    opened = again(folder)
    opened.do(restoring.restored, prepared.restored)
    assert opened.ask(contacts.get, ContactId(after.id)).name == "After"
    assert backups.overview(opened).plan.restored[0].is_undone
    with pytest.raises(NothingToUndo):
        opened.run(restoring.prepare_back)
    opened.close()


def test_who_may_not_restore_takes_no_restore_back(lumo: Office, folder: Path) -> None:
    backed_up(lumo)
    opened = restored_over(lumo, folder)
    opened.who = Actor("Bo", Role("backup", frozenset({Permission.BACKUPS_MAKE})))

    with pytest.raises(NotAllowed):
        opened.run(restoring.prepare_back)

    opened.close()


def test_nothing_is_restored_over_an_office_that_could_not_be_backed_up(
    lumo: Office, folder: Path, tmp_path: Path
) -> None:
    backed_up(lumo)
    (newest,) = backups.overview(lumo).backups
    lumo.run(backups.arrange, (str(tmp_path / "gone"),), 4, Keep())

    with pytest.raises(restoring.NotSafe):
        lumo.run(restoring.prepare, newest)

    assert not (tmp_path / "Lumo.restoring").exists()
    assert lumo.ask(admin.company).name == "Lumo Oy"


def test_a_backup_that_was_changed_is_not_restored(
    lumo: Office, folder: Path, tmp_path: Path
) -> None:
    flip(backed_up(lumo) / "office.db")
    lumo.clock = LATER

    with pytest.raises(ChangedBackup):
        lumo.run(restoring.prepare, backups.overview(lumo).backups[0])

    assert not (tmp_path / "Lumo.restoring").exists()
    lumo.do(contacts.add, ContactForm(name="Still at work"))


def test_who_may_back_up_may_not_restore(lumo: Office) -> None:
    backed_up(lumo)
    (newest,) = backups.overview(lumo).backups
    lumo.who = Actor("Bo", Role("backup", frozenset({Permission.BACKUPS_MAKE})))

    with pytest.raises(NotAllowed):
        lumo.run(restoring.prepare, newest)


def test_nothing_can_be_taken_back_where_nothing_was_restored(lumo: Office, folder: Path) -> None:
    with pytest.raises(NothingToUndo):
        lumo.run(restoring.prepare_back)


def test_the_backup_before_a_restore_does_not_push_out_the_one_that_is_restored(
    lumo: Office, folder: Path
) -> None:
    lumo.run(backups.arrange, (), 1, Keep(0, 1, 0, 0))
    backed_up(lumo)
    lumo.do(contacts.add, ContactForm(name="After"))

    opened = restored_over(lumo, folder)

    assert opened.ask(admin.company).name == "Lumo Oy"
    assert len(backups.overview(opened).backups) == 2
    opened.close()
