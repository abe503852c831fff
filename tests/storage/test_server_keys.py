"""On a server the key slots lie in a row, are changed one after the other, and open the same."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.domain.shared.ids import EmployeeId
from app.storage.identity import NotAnOffice
from app.storage.keybook import EVERYTHING, KeyBook
from app.storage.keys import (
    BrokenKeys,
    LogInNeeded,
    PasswordNeeded,
    WrongLogIn,
    WrongPassword,
    keys_in,
    published_keys,
)
from app.storage.offices import create_office, open_office
from app.storage.presence import InUse
from app.storage.server_keys import ServerKeys, ServerTally
from app.storage.slots import Grant
from app.storage.tries import FREE, Tries
from app.storage.wall import BehindWall
from tests.databases import run_sql

OWNER, CODE = ("Owner", "first"), "CODE"
ANNA, PLACE, SALARY = EmployeeId(7), "contract|1|1", "4711.23"


@pytest.fixture
def place(bare_server: str) -> str:
    create_office(bare_server).close()
    return bare_server


def founded(place: str) -> KeyBook:
    keys = ServerKeys(place)
    keys.found(keys_in(keys.read(), "", "", place), OWNER, CODE)
    return KeyBook(keys, keys_in(keys.read(), "first", "Owner", place))


def sealed_in(place: str) -> str:
    opened = open_office(place)
    with opened.write() as unit:
        unit.wall.let_in()
        told = unit.wall.seal(ANNA, PLACE, SALARY)
        unit.own_keys.publish()
    opened.close()
    return told


def read_by(place: str, user: str, password: str, sealed: str) -> str:
    opened = open_office(place, password, user=user)
    try:
        with opened.read() as unit:
            unit.wall.let_in()
            return unit.wall.unseal(ANNA, PLACE, sealed, str)
    finally:
        opened.close()


def test_a_database_without_an_office_has_no_keys(bare_server: str) -> None:
    with pytest.raises(NotAnOffice):
        ServerKeys(bare_server).read()


def test_keys_that_were_spoilt_are_broken(place: str) -> None:
    run_sql(place, "UPDATE office_keys SET body = '{' WHERE id = 1")

    with pytest.raises(BrokenKeys):
        open_office(place)


def test_an_office_with_a_password_asks_for_it(bare_server: str) -> None:
    create_office(bare_server, "shared").close()

    with pytest.raises(PasswordNeeded):
        open_office(bare_server)
    with pytest.raises(WrongPassword):
        open_office(bare_server, "guessed")
    open_office(bare_server, "shared").close()


def test_founding_seals_what_is_private_with_keys_that_were_never_published(place: str) -> None:
    sealed = sealed_in(place)

    founded(place).put("Clerk", "clerk", Grant(may_people=False))

    assert read_by(place, *OWNER, sealed) == SALARY
    with pytest.raises(LogInNeeded):
        open_office(place)
    with pytest.raises(WrongLogIn):
        open_office(place, "second", user="Owner")
    with pytest.raises(BehindWall):
        read_by(place, "Clerk", "clerk", sealed)
    held = keys_in(ServerKeys(place).read(), "first", "Owner", place)
    assert held.people != published_keys(held.office).people


def test_two_owners_who_change_users_at_once_both_do(place: str) -> None:
    book = founded(place)
    names = [f"Clerk {number}" for number in range(12)]

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: book.put(name, "secret", EVERYTHING), names))

    assert set(book.names()) == {"Owner", *names}


def test_new_keys_wait_until_the_other_desks_have_left(place: str) -> None:
    sealed = sealed_in(place)
    book = founded(place)
    book.put("Clerk", "clerk", EVERYTHING)
    keys = ServerKeys(place)
    before = keys_in(keys.read(), "first", "Owner", place)
    other = open_office(place, "clerk", user="Clerk")
    with other.read() as unit:
        assert unit.audit.count() == 0

    with pytest.raises(InUse):
        keys.renew(before, {"Owner": EVERYTHING})
    assert keys_in(keys.read(), "first", "Owner", place) == before
    other.close()
    keys.renew(before, {"Owner": EVERYTHING})

    after = keys_in(keys.read(), "first", "Owner", place)
    assert (after.people != before.people, after.audit) == (True, before.audit)
    assert read_by(place, *OWNER, sealed) == SALARY
    with pytest.raises(WrongLogIn):
        open_office(place, "clerk", user="Clerk")
    assert replace(after, people=before.people, files=before.files, public=before.public) == before


def test_wrong_passwords_are_counted_for_every_desk(place: str) -> None:
    def now() -> float:
        return 1000.0

    one, other = (Tries(ServerTally(place), ("Anna",), now) for _ in range(2))
    for _ in range(FREE):
        one.begin("anna")

    assert other.wait("Anna") > 0
    assert ServerTally(place).counts() == {"anna": FREE}
    other.succeed("Anna")
    assert ServerTally(place).counts() == {}
