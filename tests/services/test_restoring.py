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
from app.services.restoring import Opens
from app.services.welcome import NewOffice
from app.storage import checks
from app.storage.backup_manifests import ChangedBackup, NotABackup
from app.storage.keys import BrokenKeys, PasswordNeeded, WrongPassword
from app.storage.place import KEYS, Exists
from app.storage.restoring import NothingToUndo
from tests.storage.test_backing_up import flip
from tests.timing import SetClock
from tests.users import OWNER, PASSWORD, entered_by, founded, let_in, password_of

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
    restored_over(lumo, folder).close()

    restoring.undo(folder, LATER.now() + timedelta(hours=1))

    opened = again(folder)
    assert opened.ask(contacts.get, ContactId(after.id)).name == "After"
    assert backups.overview(opened).plan.restored[0].is_undone
    opened.close()
    with pytest.raises(NothingToUndo):
        restoring.undo(folder, LATER.now() + timedelta(hours=2))


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


def test_a_backup_makes_an_office_of_its_own_with_its_password(
    lumo: Office, tmp_path: Path
) -> None:
    backup = backed_up(lumo)

    for wrong, refusal in (("", PasswordNeeded), ("open", WrongPassword)):
        with pytest.raises(refusal):
            restoring.restore_beside(backup, tmp_path / "New.backdesk", (wrong, ""))
    restoring.restore_beside(backup, tmp_path / "New.backdesk", ("sesam", ""))

    opened = again(tmp_path / "New.backdesk")
    assert opened.ask(admin.company).name == "Lumo Oy"
    opened.close()
    with pytest.raises(Exists):
        restoring.restore_beside(backup, tmp_path / "New.backdesk", ("sesam", ""))


def test_a_folder_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotABackup):
        restoring.restore_beside(tmp_path, tmp_path / "New.backdesk")


def test_who_may_back_up_may_not_restore(lumo: Office) -> None:
    backed_up(lumo)
    (newest,) = backups.overview(lumo).backups
    lumo.who = Actor("Bo", Role("backup", frozenset({Permission.BACKUPS_MAKE})))

    with pytest.raises(NotAllowed):
        lumo.run(restoring.prepare, newest)


def test_nothing_can_be_taken_back_where_nothing_was_restored(lumo: Office, folder: Path) -> None:
    with pytest.raises(NothingToUndo):
        restoring.undo(folder, LATER.now())


def test_backups_are_found_in_a_place_its_folder_or_one_of_them(
    lumo: Office, folder: Path, tmp_path: Path
) -> None:
    backup = backed_up(lumo)
    lumo.close()

    for where in (tmp_path, backup.parent, backup):
        (found,) = restoring.found_in(where)
        assert (found.path, found.opens) == (str(backup), Opens.PASSWORD)
        assert found.backup.made_at == NOON


def test_a_folder_without_backups_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotABackup):
        restoring.found_in(tmp_path)


def test_a_backup_with_broken_keys_does_not_hide_the_others(lumo: Office, tmp_path: Path) -> None:
    broken = backed_up(lumo)
    lumo.clock = LATER
    backed_up(lumo)
    (broken / KEYS).write_text("{")
    lumo.close()

    found = restoring.found_in(tmp_path)

    assert [one.opens for one in found] == [Opens.PASSWORD, Opens.BY_ITSELF]
    with pytest.raises(BrokenKeys):
        restoring.restore_beside(broken, tmp_path / "Other.backdesk")


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


def test_who_might_not_restore_makes_no_company_of_a_backup(folder: Path, tmp_path: Path) -> None:
    welcome.create(folder, NewOffice("Lumo Oy", "FI", "fi"), CLOCK, ANNA).close()
    office = entered_by(founded(folder))
    let_in(office, "Boon", "sales")
    backup = backed_up(office)
    office.close()
    target = tmp_path / "New.backdesk"

    with pytest.raises(NotAllowed):
        restoring.restore_beside(backup, target, (password_of("Boon"), "Boon"))

    assert not target.exists()
    restoring.restore_beside(backup, target, (PASSWORD, OWNER))
    entered_by(target).close()
