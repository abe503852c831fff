"""Who logs in is the user, with the user's rights; wrong tries are counted and waited for."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services import users
from app.services.logging_in import Pass, log_in
from app.services.permissions import OWNER, Actor
from app.storage import tries
from app.storage.keys import LogInNeeded, WrongLogIn
from app.storage.tries import FREE, TooManyTries
from tests.users import CLOCK, NOBODY, PASSWORD, entered_by, founded, let_in, password_of
from tests.users import OWNER as OWNER_NAME


def test_an_office_without_users_opens_for_whoever_asks(folder: Path) -> None:
    office = log_in(folder, CLOCK, Actor("Ville"), Pass())

    assert (office.who.name, office.who.role) == ("Ville", OWNER)
    office.close()


def test_an_office_with_users_is_entered_as_the_user_that_logs_in(folder: Path) -> None:
    office = entered_by(founded(folder), "ANNA")

    assert office.who.name == "Anna"
    office.close()
    for given in (Pass(), Pass(PASSWORD), Pass("", "Anna")):
        with pytest.raises(LogInNeeded):
            log_in(folder, CLOCK, NOBODY, given)


def test_after_five_wrong_passwords_the_right_one_waits_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded(folder)
    for _ in range(FREE):
        with pytest.raises(WrongLogIn):
            entered_by(folder, OWNER_NAME, "wrong one")

    with pytest.raises(TooManyTries):
        entered_by(folder)
    monkeypatch.setattr(tries, "_since", {})
    with pytest.raises(TooManyTries):
        entered_by(folder)
    monkeypatch.setattr(tries, "_since", dict.fromkeys(tries._since, -1000000000.0))
    entered_by(folder).close()
    with pytest.raises(WrongLogIn):
        entered_by(folder, OWNER_NAME, "wrong one")


def test_a_script_waits_instead_of_being_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded(folder)
    (folder / tries.TRIES).write_text(f'{{"anna": {FREE}}}')
    monkeypatch.setattr(tries, "LONGEST", 0.01)

    log_in(folder, CLOCK, NOBODY, Pass(PASSWORD, "Anna"), "script").close()

    assert (folder / tries.TRIES).read_text() == "{}"


def test_a_slot_whose_user_was_shut_out_in_the_rows_does_not_let_in(folder: Path) -> None:
    office = entered_by(founded(folder))
    let_in(office, "Boon", "sales")
    boon = next(one.user for one in office.ask(users.rows) if one.user.name == "Boon")
    slots = (folder / "keys.json").read_bytes()
    office.run(users.shut_out, boon.id, boon.version)
    office.close()
    (folder / "keys.json").write_bytes(slots)

    with pytest.raises(WrongLogIn):
        entered_by(folder, "Boon", password_of("Boon"))
    entered_by(folder).close()
