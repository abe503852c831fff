"""A machine with a key store opens the office for who is remembered there, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.outside.passwords import Memory, kept_by
from app.services import remembering, users
from app.services.logging_in import Pass, log_in
from app.services.office import Office
from app.services.remembering import NoKeyStore
from app.storage.keys import LogInNeeded, WrongLogIn
from tests.users import CLOCK, NOBODY, OWNER, PASSWORD, entered_by, founded, let_in, password_of


class Lasting(Memory):
    """A key store that keeps what it is given."""

    is_lasting = True


@pytest.fixture
def store() -> Iterator[Lasting]:
    made = Lasting()
    with kept_by(made):
        yield made


@pytest.fixture
def anna(folder: Path, store: Lasting) -> Iterator[Office]:
    office = entered_by(founded(folder))
    let_in(office, "Boon", "warehouse")
    yield office
    office.close()


def without_password(folder: Path) -> Office:
    return log_in(folder, CLOCK, NOBODY, Pass())


def test_who_is_remembered_comes_in_without_a_password(anna: Office, folder: Path) -> None:
    before = remembering.is_remembered(anna)
    anna.run(remembering.remember, PASSWORD)
    known = remembering.is_remembered(anna)
    anna.close()

    office = without_password(folder)

    assert (before, known, office.who.name) == (False, True, OWNER)
    office.close()
    with pytest.raises(LogInNeeded):
        log_in(folder, CLOCK, NOBODY, Pass(), "script")


def test_who_is_forgotten_is_asked_again(anna: Office, folder: Path, store: Lasting) -> None:
    anna.run(remembering.remember, PASSWORD)
    anna.run(remembering.forget)
    anna.close()

    with pytest.raises(LogInNeeded):
        without_password(folder)
    assert store._kept == {}


def test_another_password_is_asked_for_everywhere(
    anna: Office, folder: Path, store: Lasting
) -> None:
    anna.run(remembering.remember, PASSWORD)
    anna.run(users.change_password, PASSWORD, "battery staple")
    anna.close()

    with pytest.raises(LogInNeeded):
        without_password(folder)
    assert store._kept == {}


def test_who_is_shut_out_is_not_remembered(anna: Office, folder: Path) -> None:
    boon = entered_by(folder, "Boon", password_of("Boon"))
    boon.close()
    anna.close()
    boon = entered_by(folder, "Boon", password_of("Boon"))
    boon.run(remembering.remember, password_of("Boon"))
    boon.close()
    owner = entered_by(folder)
    found = next(one.user for one in owner.ask(users.rows) if one.user.name == "Boon")
    owner.run(users.shut_out, found.id, found.version)
    owner.close()

    with pytest.raises(LogInNeeded):
        without_password(folder)


def test_a_wrong_password_remembers_nobody(anna: Office, store: Lasting) -> None:
    with pytest.raises(WrongLogIn):
        anna.run(remembering.remember, "wrong one")

    assert store._kept == {}
    assert remembering.is_remembered(anna) is False


def test_without_a_key_store_nothing_is_remembered(folder: Path) -> None:
    office = entered_by(founded(folder))

    with kept_by(Memory()):
        standing = remembering.is_remembered(office)
        with pytest.raises(NoKeyStore):
            office.run(remembering.remember, PASSWORD)

    assert standing is None
    office.close()


def test_what_lies_broken_in_the_key_store_is_passed_over(
    anna: Office, folder: Path, store: Lasting
) -> None:
    name = anna.database.keys.office
    anna.close()

    for told in ("{", '{"user": "Anna"}', '{"user": "Anna", "machine": "x", "key": "zz"}'):
        store.put(name, told)
        with pytest.raises(LogInNeeded):
            without_password(folder)
