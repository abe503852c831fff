"""A company is made of a backup by who might restore then, and by two where the owner asked so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.admin.approvals import OwnAsking
from app.domain.admin.users import SecondPair
from app.services import admin, anchors, backups, from_backups, second_pairs, users, welcome
from app.services.from_backups import Opens, SecondWanted
from app.services.office import Office
from app.services.permissions import NotAllowed
from app.services.second_looks import NobodyElse
from app.services.welcome import NewOffice
from app.storage.audit import audit
from app.storage.backup_manifests import NotABackup
from app.storage.keys import BrokenKeys, PasswordNeeded, WrongLogIn, WrongPassword
from app.storage.place import KEYS, Exists
from app.storage.tries import FREE, TRIES, TooManyTries
from tests.pairs import ask_for
from tests.services.test_restoring import (
    ANNA,
    CLOCK,
    LATER,
    NOON,
    again,
    backed_up,
    folder,
    lumo,
)
from tests.users import OWNER, PASSWORD, entered_by, founded, let_in, password_of

__all__ = ["folder", "lumo"]
ANNAS = (PASSWORD, OWNER)
BENS = (password_of("Benno"), "Benno")
BOONS = (password_of("Boon"), "Boon")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "New.backdesk"


@pytest.fixture
def paired(folder: Path) -> Iterator[Office]:
    """Anna and Benno own it and ask a second person for restores; Boon sells."""
    welcome.create(folder, NewOffice("Lumo Oy", "FI", "fi"), CLOCK, ANNA).close()
    office = entered_by(founded(folder))
    let_in(office, "Benno", "owner")
    let_in(office, "Boon", "sales")
    ask_for(office, SecondPair.RESTORE)
    yield office
    office.close()


def shut_out(office: Office, name: str) -> None:
    """Shut a user out, whoever has to look at it."""
    user = next(one.user for one in office.ask(users.rows) if one.user.name == name)
    office.run(users.shut_out, user.id, user.version)


def test_two_make_a_company_of_a_backup_and_its_audit_names_both(
    paired: Office, target: Path
) -> None:
    backup = backed_up(paired)

    from_backups.restore_beside(backup, target, ANNAS, second=BENS)

    opened = entered_by(target)
    with opened.database.read() as unit:
        rows = unit.connection.execute(
            select(audit.c.who, audit.c.command, audit.c.arguments).order_by(audit.c.seq.desc())
        ).all()
    (made, approved) = rows[:2]
    assert (made.who, made.command) == (OWNER, from_backups.RESTORE_BESIDE)
    assert backup.name in made.arguments
    assert (approved.who, approved.command) == ("Benno", "approvals.approve")
    assert opened.ask(anchors.walk).broken == ()
    opened.close()
    assert not (backup.parent / TRIES).exists()


@pytest.mark.parametrize(
    ("second", "refusal"),
    [
        (("", ""), SecondWanted),
        (("", "Benno"), SecondWanted),
        (ANNAS, OwnAsking),
        ((PASSWORD, OWNER.upper()), OwnAsking),
        (BOONS, NotAllowed),
        (("wrong", "Benno"), WrongLogIn),
        (("wrong", "Nobody"), WrongLogIn),
    ],
)
def test_one_alone_makes_no_company_of_a_backup(
    paired: Office, target: Path, second: tuple[str, str], refusal: type[Exception]
) -> None:
    backup = backed_up(paired)

    with pytest.raises(refusal):
        from_backups.restore_beside(backup, target, ANNAS, second=second)

    assert not target.exists()


def test_who_may_not_restore_is_not_helped_by_who_may(paired: Office, target: Path) -> None:
    backup = backed_up(paired)

    with pytest.raises(NotAllowed):
        from_backups.restore_beside(backup, target, BOONS, second=ANNAS)

    assert not target.exists()


def test_who_was_shut_out_before_the_backup_is_no_second_person(
    paired: Office, target: Path
) -> None:
    let_in(paired, "Cara", "owner")
    shut_out(paired, "Cara")
    backup = backed_up(paired)

    with pytest.raises(WrongLogIn):
        from_backups.restore_beside(backup, target, ANNAS, second=(password_of("Cara"), "Cara"))

    assert not target.exists()


def test_where_nobody_else_could_look_it_is_refused(paired: Office, target: Path) -> None:
    shut_out(paired, "Boon")
    shut_out(paired, "Benno")
    backup = backed_up(paired)

    with pytest.raises(NobodyElse):
        from_backups.restore_beside(backup, target, ANNAS)

    assert not target.exists()


@pytest.mark.parametrize("tried", ["first", "second"])
def test_a_wrong_password_of_either_has_to_be_waited_for(
    paired: Office, target: Path, tried: str
) -> None:
    backup = backed_up(paired)
    wrong = ("wrong", "Benno")
    log_ins = {"first": (wrong, ANNAS), "second": (ANNAS, wrong)}
    first, second = log_ins[tried]
    for _ in range(FREE):
        with pytest.raises(WrongLogIn):
            from_backups.restore_beside(backup, target, first, second=second)

    right = (BENS, ANNAS) if tried == "first" else (ANNAS, BENS)
    with pytest.raises(TooManyTries):
        from_backups.restore_beside(backup, target, right[0], second=right[1])

    assert (backup.parent / TRIES).is_file()
    assert not target.exists()


def test_tries_count_where_nothing_can_be_written_beside_the_backup(
    paired: Office, target: Path, tmp_path: Path
) -> None:
    (tmp_path / "disc").mkdir()
    backup = tmp_path / "disc" / "one"
    shutil.copytree(backed_up(paired), backup)
    (tmp_path / "disc" / TRIES).mkdir()
    for _ in range(FREE):
        with pytest.raises(WrongLogIn):
            from_backups.restore_beside(backup, target, ("wrong", "Benno"))

    with pytest.raises(TooManyTries):
        from_backups.restore_beside(backup, target, BENS, second=ANNAS)


def test_without_the_rule_one_alone_does_it_and_is_noted(paired: Office, target: Path) -> None:
    with paired.database.write() as unit:
        unit.second_pairs.put({})
    assert paired.ask(second_pairs.rules) == ()
    paired.run(backups.back_up)
    backup = backed_up(paired)

    from_backups.restore_beside(backup, target, ANNAS)

    opened = entered_by(target)
    with opened.database.read() as unit:
        rows = unit.connection.execute(select(audit.c.command).order_by(audit.c.seq.desc()))
        assert rows.scalars().first() == from_backups.RESTORE_BESIDE
    opened.close()


def test_a_backup_makes_an_office_of_its_own_with_its_password(
    lumo: Office, tmp_path: Path
) -> None:
    backup = backed_up(lumo)

    for wrong, refusal in (("", PasswordNeeded), ("open", WrongPassword)):
        with pytest.raises(refusal):
            from_backups.restore_beside(backup, tmp_path / "New.backdesk", (wrong, ""))
    from_backups.restore_beside(backup, tmp_path / "New.backdesk", ("sesam", ""))

    opened = again(tmp_path / "New.backdesk")
    assert opened.ask(admin.company).name == "Lumo Oy"
    opened.close()
    with pytest.raises(Exists):
        from_backups.restore_beside(backup, tmp_path / "New.backdesk", ("sesam", ""))


def test_a_folder_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotABackup):
        from_backups.restore_beside(tmp_path, tmp_path / "New.backdesk")


def test_backups_are_found_in_a_place_its_folder_or_one_of_them(
    lumo: Office, folder: Path, tmp_path: Path
) -> None:
    backup = backed_up(lumo)
    lumo.close()

    for where in (tmp_path, backup.parent, backup):
        (found,) = from_backups.found_in(where)
        assert (found.path, found.opens) == (str(backup), Opens.PASSWORD)
        assert found.backup.made_at == NOON


def test_a_folder_without_backups_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotABackup):
        from_backups.found_in(tmp_path)
    with pytest.raises(NotABackup):
        from_backups.found_in(tmp_path / "not there")


def test_a_backup_with_broken_keys_does_not_hide_the_others(lumo: Office, tmp_path: Path) -> None:
    broken = backed_up(lumo)
    lumo.clock = LATER
    backed_up(lumo)
    (broken / KEYS).write_text("{")
    lumo.close()

    found = from_backups.found_in(tmp_path)

    assert [one.opens for one in found] == [Opens.PASSWORD, Opens.BY_ITSELF]
    with pytest.raises(BrokenKeys):
        from_backups.restore_beside(broken, tmp_path / "Other.backdesk")


def test_who_might_not_restore_makes_no_company_of_a_backup(folder: Path, tmp_path: Path) -> None:
    welcome.create(folder, NewOffice("Lumo Oy", "FI", "fi"), CLOCK, ANNA).close()
    office = entered_by(founded(folder))
    let_in(office, "Boon", "sales")
    backup = backed_up(office)
    office.close()
    target = tmp_path / "New.backdesk"

    with pytest.raises(NotAllowed):
        from_backups.restore_beside(backup, target, (password_of("Boon"), "Boon"))

    assert not target.exists()
    from_backups.restore_beside(backup, target, (PASSWORD, OWNER))
    entered_by(target).close()
