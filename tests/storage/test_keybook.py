"""An office with users opens for each of them, and always for one, whatever happens meanwhile."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import OfficeError
from app.storage import keys
from app.storage.database import Database
from app.storage.keybook import EVERYTHING, FolderKeys, HasUsers, KeyBook, found, recovered, renew
from app.storage.keys import (
    KeysLacking,
    LogInNeeded,
    WrongLogIn,
    read_key_file,
    read_keys,
    write_key_file,
)
from app.storage.offices import create_office, open_office
from app.storage.slots import Grant
from app.storage.wall import BehindWall
from tests.chances import few

ANNA = EmployeeId(7)
PLACE, SALARY = "contract|1|1", "4711.23"
OWNER, CODE = ("Owner", "first"), "CODE"
CLERK = Grant(may_people=False)
TOLD = (
    b"keys.broken",
    b"keys.wrong-log-in",
    b"keys.log-in-needed",
    b"keys.password-needed",
    b"keys.wrong-password",
)


class Killed(BaseException):
    """The machine stops here."""


@pytest.fixture
def sealed(folder: Path) -> str:
    """Seal a salary in the office, and let everybody seal."""
    with_open = open_office(folder)
    with with_open.write() as unit:
        unit.wall.let_in()
        told = unit.wall.seal(ANNA, PLACE, SALARY)
        unit.own_keys.publish()
    with_open.close()
    return told


@pytest.fixture
def shared(folder: Path, sealed: str) -> Path:
    """Return an office with an owner and a clerk, without the key of the people."""
    found(folder, "", OWNER, CODE)
    opened = open_office(folder, OWNER[1], user=OWNER[0])
    book_of(opened).put("Clerk", "clerk", CLERK)
    opened.close()
    return folder


def book_of(database: Database) -> KeyBook:
    assert database.book is not None
    return database.book


def read_by(path: Path, user: str, password: str, sealed: str) -> object:
    """Return the salary as a user reads it, or none."""
    opened = open_office(path, password, user=user)
    try:
        with opened.read() as unit:
            unit.wall.let_in()
            return unit.wall.unseal(ANNA, PLACE, sealed, object)
    except BehindWall:
        return None
    finally:
        opened.close()


def test_an_open_office_is_secret_once_it_has_a_user(folder: Path, sealed: str) -> None:
    before = (folder / "office.db").read_bytes()

    found(folder, "", OWNER, CODE)

    assert (folder / "office.db").read_bytes() != before
    assert read_by(folder, *OWNER, sealed) == SALARY
    with pytest.raises(LogInNeeded):
        open_office(folder)
    published = keys.published_keys(read_keys(folder / "keys.json", "first", "owner").office)
    now = read_keys(folder / "keys.json", "first", "owner")
    assert now.files != published.files
    assert now.people != published.people
    assert sorted(one.name for one in folder.iterdir() if "fresh" in one.name) == []


def test_an_office_with_a_password_keeps_its_keys_and_asks_for_a_name(tmp_path: Path) -> None:
    path = tmp_path / "Lumo.backdesk"
    create_office(path, "shared").close()
    before = read_keys(path / "keys.json", "shared")

    found(path, "shared", OWNER, CODE)

    assert read_keys(path / "keys.json", "first", "owner").files == before.files
    with pytest.raises(LogInNeeded):
        open_office(path, "shared")
    with pytest.raises(LogInNeeded):
        found(path, "shared", OWNER, CODE)


def test_a_second_first_user_is_refused(shared: Path) -> None:
    now = read_keys(shared / "keys.json", "first", "owner")

    assert recovered(read_key_file(shared / "keys.json"), CODE).files == now.files
    with pytest.raises(WrongLogIn):
        recovered(read_key_file(shared / "keys.json"), "OTHER")
    with pytest.raises((HasUsers, LogInNeeded)):
        found(shared, "first", OWNER, CODE)


def test_a_clerk_without_the_key_seals_and_carries_and_reads_nothing(
    shared: Path, sealed: str
) -> None:
    opened = open_office(shared, "clerk", user="clerk")
    with opened.write() as unit:
        unit.wall.let_in()
        assert not unit.wall.may_read(ANNA)
        carried = unit.wall.carry(ANNA, sealed, (PLACE, "contract|1|2"))
        new = unit.wall.seal(EmployeeId(8), "contract|2|1", "5000.00")
    opened.close()

    assert read_by(shared, "clerk", "clerk", sealed) is None
    opened = open_office(shared, "first", user="owner")
    with opened.read() as unit:
        unit.wall.let_in()
        assert unit.wall.unseal(ANNA, "contract|1|2", carried, object) == SALARY
        assert unit.wall.unseal(EmployeeId(8), "contract|2|1", new, object) == "5000.00"
    opened.close()


def test_a_clerk_with_the_key_of_the_files_and_python_finds_no_way_to_the_salary(
    shared: Path, sealed: str
) -> None:
    held = read_keys(shared / "keys.json", "clerk", "clerk")
    opened = open_office(shared, "clerk", user="clerk")
    with opened.read() as unit:
        rows = unit.connection.exec_driver_sql("SELECT employee_id, sealed FROM person_key").all()
        unit.wall._is_open = True
        with pytest.raises(BehindWall):
            unit.wall.unseal(ANNA, PLACE, sealed, object)
    opened.close()

    assert held.people == b""
    assert held.own == ()
    published = keys.published_keys(held.office)
    tried = (held.files, held.audit, held.public, published.people, published.files)
    for key in tried:
        for lying in (sealed, *(row.sealed.partition(".")[0] for row in rows)):
            assert SALARY not in _by_aes(key, lying)
    with pytest.raises(KeysLacking):
        KeyBook(FolderKeys(shared), held).put("Clerk", "clerk", EVERYTHING)


def test_an_own_key_lets_a_person_read_what_is_own(shared: Path, sealed: str) -> None:
    opened = open_office(shared, "first", user="owner")
    with opened.read() as unit:
        own = unit.own_keys.of(ANNA)
    book_of(opened).put("Anna", "anna", Grant(may_people=False, own=own))
    opened.close()

    opened = open_office(shared, "anna", user="anna")
    with opened.read() as unit:
        unit.wall.let_in(ANNA)
        told = unit.wall.unseal(ANNA, PLACE, sealed, object)
        assert not unit.wall.may_read(EmployeeId(8))
    opened.close()
    assert told == SALARY


def test_passwords_roles_and_users_change_while_others_stay(shared: Path, sealed: str) -> None:
    opened = open_office(shared, "first", user="owner")
    book = book_of(opened)
    book.grant("clerk", EVERYTHING)
    book.change("Clerk", "clerk", "better")
    book.recover_by("SECOND")
    with pytest.raises(WrongLogIn):
        book.change("Clerk", "clerk", "worse")
    opened.close()

    assert read_by(shared, "clerk", "better", sealed) == SALARY
    assert recovered(read_key_file(shared / "keys.json"), "SECOND")
    book.remove("clerk")
    with pytest.raises(WrongLogIn):
        open_office(shared, "better", user="clerk")
    assert book.names() == ("Owner",)


def test_new_keys_shut_out_who_was_removed_whatever_was_kept(shared: Path, sealed: str) -> None:
    before, was = (
        (shared / "keys.json").read_bytes(),
        read_keys(shared / "keys.json", "clerk", "clerk"),
    )

    renew(shared, read_keys(shared / "keys.json", *reversed(OWNER)), {"Owner": EVERYTHING})

    now = read_keys(shared / "keys.json", *reversed(OWNER))
    assert (now.files != was.files, now.audit) == (True, was.audit)
    assert read_by(shared, *OWNER, sealed) == SALARY
    assert recovered(read_key_file(shared / "keys.json"), CODE).files == now.files
    with pytest.raises(WrongLogIn):
        open_office(shared, "clerk", user="clerk")
    (shared / "keys.json").write_bytes(before)
    with pytest.raises(OfficeError):
        open_office(shared, "clerk", user="clerk")


@pytest.mark.parametrize("step", [0, 3, 7, *range(9, 24)])
def test_whatever_stops_the_machine_one_key_opens(
    folder: Path, sealed: str, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    calls = iter(range(10**6))

    def dying(real: Callable[..., Any]) -> Callable[..., Any]:
        def act(*given: Any, **named: Any) -> Any:
            if next(calls) == step:
                raise Killed
            return real(*given, **named)

        return act

    with monkeypatch.context() as patch:
        for name in ("replace", "unlink", "fsync"):
            patch.setattr(os, name, dying(getattr(os, name)))
        with suppress(Killed):
            found(folder, "", OWNER, CODE)

    if keys.read_key_file(folder / "keys.json").has_users:
        assert read_by(folder, *OWNER, sealed) == SALARY
    else:
        assert read_by(folder, "", "", sealed) == SALARY
        found(folder, "", OWNER, CODE)
    assert read_by(folder, *OWNER, sealed) == SALARY
    assert not [one for one in folder.iterdir() if "fresh" in one.name]


@settings(max_examples=few(15))
@given(st.data())
def test_a_damaged_file_is_told_in_one_way_and_never_opens(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("keys") / "keys.json"
    whole = _a_key_file(path)
    at = data.draw(st.integers(0, len(whole) - 1))
    path.write_bytes(
        whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    )

    try:
        told = read_keys(path, "first", "owner").files
    except OfficeError as refused:
        told = refused.code.encode()

    assert told in (b"f" * 32, *TOLD)


def _a_key_file(path: Path) -> bytes:
    from app.storage.slots import USER, new_slot, with_slot  # noqa: PLC0415  for one test

    held = keys.Keys("office", b"f" * 32, b"a" * 32, b"p" * 32)
    kept = keys.KeyFile("office", ({"kind": "published"},))
    kept = with_slot(kept, new_slot(held, EVERYTHING, (USER, "Owner"), "first"))
    write_key_file(path, kept)
    assert json.loads(path.read_bytes())["format"] == keys.FORMAT_OF_USERS
    return path.read_bytes()


def _by_aes(key: bytes, lying: str) -> str:
    from app.storage.person_keys import (  # noqa: PLC0415  for one test
        SealBroken,
        _unsealed,
    )

    for bound in (PLACE, f"person_key|{ANNA}"):
        with suppress(SealBroken):
            return _unsealed(key, lying, bound).decode(errors="replace")
    return ""
