"""An office on a server is backed up, practised and restored as one in a folder is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.admin.backup import Keep, Standing
from app.domain.contacts.form import ContactForm
from app.services import anchors, backups, contacts, from_backups, restoring, welcome
from app.services.backing_up import OthersTurn, Shelf
from app.services.office import Cancelled, Office
from app.services.permissions import Actor
from app.services.welcome import NewOffice
from app.storage import checks, offices, server_plans
from app.storage.guards import ROW_GUARDS, post_guards, withdraw_guards
from app.storage.presence import InUse
from app.storage.restoring import NothingToUndo
from app.storage.server_restoring import BrokenChain
from tests.storage.test_server_desks import line
from tests.timing import SetClock

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
LATER = SetClock(NOON + timedelta(hours=5))
ANNA = Actor("Anna")


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be written outside the folder of the test."""
    monkeypatch.setattr("app.outside.places.offices", lambda: tmp_path / "Documents" / "Backdesk")
    monkeypatch.setattr("app.services.backing_up.workshop", lambda: tmp_path / "work")


@pytest.fixture
def lumo(bare_server: str) -> Iterator[Office]:
    new = NewOffice("Lumo Oy", "FI", "fi")
    opened = welcome.create(bare_server, new, SetClock(NOON), ANNA, "sesam")  # type: ignore[arg-type]  # an address
    yield opened
    opened.close()


def again(url: str) -> Office:
    return Office(offices.open_office(url, "sesam"), LATER, ANNA)


def named(office: Office, name: str) -> ContactForm:
    return ContactForm(name=office.do(contacts.add, ContactForm(name=name)).result.name)


def names(office: Office) -> set[str]:
    with office.database.read() as unit:
        return set(unit.connection.exec_driver_sql("SELECT name FROM contact").scalars())


def restored_over(office: Office, url: str) -> Office:
    prepared = office.run(restoring.prepare, backups.overview(office).backups[-1])
    office.close()
    restoring.complete(prepared, office)
    opened = again(url)
    opened.do(restoring.restored, prepared.restored)
    return opened


def test_a_server_is_backed_up_practised_and_its_standing_known(
    lumo: Office, tmp_path: Path
) -> None:
    assert backups.overview(lumo).standing is Standing.NEVER

    (run,) = lumo.run(backups.back_up)
    drill = lumo.run(backups.practise_due)

    found = backups.overview(lumo)
    assert run.is_good, run
    assert drill is not None
    assert drill.is_good
    assert found.standing is Standing.SAFE
    assert found.is_on_server
    assert not found.is_beside
    assert [one.name for one in found.backups] == [run.name]
    assert list((tmp_path / "work").iterdir()) == []


def test_what_came_after_is_gone_and_a_restore_is_taken_back_for_thirty_days(
    lumo: Office, bare_server: str
) -> None:
    lumo.do(contacts.add, ContactForm(name="Before"))
    lumo.run(backups.back_up)
    lumo.do(contacts.add, ContactForm(name="After"))
    lumo.clock = LATER

    opened = restored_over(lumo, bare_server)

    assert names(opened) == {"Before"}
    assert checks.check(opened.database) == ()
    assert opened.ask(anchors.walk).broken == ()
    found = backups.overview(opened)
    assert len(found.backups) == 2
    assert found.can_undo

    prepared = opened.run(restoring.prepare_back)
    opened.close()
    restoring.complete(prepared, opened)
    back = again(bare_server)
    assert names(back) == {"Before", "After"}
    assert not backups.overview(back).can_undo
    with pytest.raises(NothingToUndo):
        back.run(restoring.prepare_back)
    back.close()


def test_nothing_is_restored_while_another_desk_is_open(lumo: Office, bare_server: str) -> None:
    lumo.run(backups.back_up)
    lumo.do(contacts.add, ContactForm(name="After"))
    lumo.clock = LATER
    prepared = lumo.run(restoring.prepare, backups.overview(lumo).backups[0])
    lumo.close()
    other = again(bare_server)
    assert names(other) == {"After"}

    with pytest.raises(InUse):
        restoring.complete(prepared, lumo)

    assert names(other) == {"After"}
    other.do(contacts.add, ContactForm(name="Still at work"))
    other.close()


def test_who_is_there_is_told_before_the_long_part_begins(lumo: Office, bare_server: str) -> None:
    lumo.run(backups.back_up)
    backup = backups.overview(lumo).backups[0]
    with line(bare_server, "backdesk 7 maija@counter"), pytest.raises(InUse) as refused:
        lumo.run(restoring.prepare, backup)

    assert refused.value.facts["names"] == "maija@counter"
    assert [one.name for one in backups.overview(lumo).backups] == [backup.name]


def test_a_backup_whose_log_was_rewritten_is_refused_before_anything_is_replaced(
    lumo: Office, tmp_path: Path
) -> None:
    lumo.do(contacts.add, ContactForm(name="Before"))
    with lumo.database.write() as unit:
        withdraw_guards(unit.connection)
        unit.connection.exec_driver_sql("UPDATE audit SET who = 'Nobody' WHERE seq = 2")
        post_guards(unit.connection, ROW_GUARDS)
    lumo.run(backups.back_up)

    with pytest.raises(BrokenChain) as refused:
        lumo.run(restoring.prepare, backups.overview(lumo).backups[0])

    assert refused.value.facts["seq"] == 2
    assert not list((tmp_path / "work").glob("*"))
    assert names(lumo) == {"Before"}


def test_a_restore_that_breaks_off_leaves_the_server_as_it_was(
    lumo: Office, bare_server: str
) -> None:
    lumo.run(backups.back_up)
    lumo.do(contacts.add, ContactForm(name="After"))
    lumo.clock = LATER
    prepared = lumo.run(restoring.prepare, backups.overview(lumo).backups[0])
    lumo.close()

    def stop(done: int, of: int) -> None:
        if done > of * 3 // 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        restoring.complete(prepared, lumo, stop)

    opened = again(bare_server)
    assert names(opened) == {"After"}
    assert checks.check(opened.database) == ()
    assert not backups.overview(opened).can_undo
    opened.close()


def test_one_desk_at_a_time_is_at_the_backups(lumo: Office, bare_server: str) -> None:
    with server_plans.turn(bare_server) as is_ours:
        assert is_ours
        with pytest.raises(OthersTurn):
            lumo.run(backups.back_up)
        assert lumo.run(backups.back_up_due) == ()
        assert lumo.run(backups.practise_due) is None

    (run,) = lumo.run(backups.back_up_due)
    assert run.is_good
    assert lumo.run(backups.back_up_due) == ()


def test_a_desk_leaves_a_place_to_others_that_it_cannot_reach_until_it_is_late(
    lumo: Office, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    lumo.run(backups.arrange, (str(stick),), 4, Keep())
    (run,) = lumo.run(backups.back_up_due)
    assert run.is_good
    stick.rename(tmp_path / "gone")
    lumo.clock = LATER

    assert lumo.run(backups.back_up_due) == ()

    lumo.clock = SetClock(NOON + timedelta(days=3))
    (late,) = lumo.run(backups.back_up_due)
    assert late.code == "backup.no-place-there"


def test_the_backup_before_a_restore_stays_though_the_plan_keeps_one(
    lumo: Office, bare_server: str
) -> None:
    lumo.run(backups.arrange, (), 1, Keep(0, 1, 0, 0))
    lumo.run(backups.back_up)
    lumo.do(contacts.add, ContactForm(name="After"))
    lumo.clock = SetClock(NOON + timedelta(hours=1))
    opened = restored_over(lumo, bare_server)
    for days in range(1, 4):
        opened.clock = SetClock(NOON + timedelta(days=days))
        opened.run(backups.back_up)

    found = backups.overview(opened)

    assert found.can_undo
    assert len(found.backups) == 2
    opened.clock = SetClock(NOON + timedelta(days=40))
    opened.run(backups.back_up)
    assert not backups.overview(opened).can_undo
    opened.close()


def test_a_backup_of_a_server_opens_anywhere_without_one(lumo: Office, tmp_path: Path) -> None:
    lumo.do(contacts.add, ContactForm(name="Before"))
    lumo.run(backups.back_up)
    shelf = Shelf(lumo)
    target = tmp_path / "Anywhere.backdesk"

    from_backups.restore_beside(shelf.path_of(shelf.backups()[0]), target, ("sesam", ""))

    opened = welcome.open_office(target, LATER, ANNA, "sesam")
    assert names(opened) == {"Before"}
    assert checks.check(opened.database) == ()
    opened.close()
