"""The first user makes an office everybody's own; the printed code is the way back in."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.admin.recovery import Mistyped, code_of
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import anchors, contracts, founding, users
from app.services.founding import Founder, NotAnOwner
from app.services.logging_in import Pass
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed
from app.storage.keybook import HasUsers
from app.storage.keys import LogInNeeded, WrongLogIn, WrongPassword
from app.storage.offices import create_office, open_office
from app.storage.tries import FREE, TooManyTries
from tests.employing import SALARY, hire
from tests.trade import opened_books
from tests.users import CLOCK, CODE, OWNER, PASSWORD, entered_by, founded, let_in, password_of

SECOND = code_of(bytes(16))


@pytest.fixture(params=["folder", "bare_server"])
def place(request: pytest.FixtureRequest) -> Path | str:
    """Return where a new, closed office lies: in a folder, and on a server."""
    where: Path | str = request.getfixturevalue(request.param)
    if isinstance(where, str):
        create_office(where).close()
    return where


def test_the_first_user_is_an_owner_and_the_audit_says_so(place: Path | str) -> None:
    office = entered_by(founded(place))

    (anna,) = (one.user for one in office.ask(users.rows))

    assert (anna.name, anna.full_name, anna.roles) == (OWNER, "Anna Aalto", ("owner",))
    assert office.ask(anchors.walk).broken == ()
    office.close()


def test_what_was_private_before_stays_readable_for_who_may(place: Path | str) -> None:
    before = Office(open_office(place), CLOCK, Actor("Ville"))
    opened_books(before)
    person = hire(before)
    before.close()

    office = entered_by(founded(place))
    (contract,) = office.ask(contracts.of, person.id)

    assert office.do(contracts.show_pay, contract.id).result == SALARY
    office.close()


@pytest.mark.parametrize(
    ("founder", "refusal"),
    [
        (Founder(OWNER, "short", code=CODE), Invalid),
        (Founder("", PASSWORD, code=CODE), Invalid),
        (Founder(OWNER, PASSWORD, code="nothing"), Mistyped),
    ],
)
def test_a_wrong_founder_changes_nothing(
    place: Path | str, founder: Founder, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        founding.found(place, CLOCK, "", founder)

    open_office(place).close()


def test_name_and_password_of_a_founder_are_told_together(place: Path | str) -> None:
    with pytest.raises(Invalid) as refused:
        founding.found(place, CLOCK, "", Founder("", "short", code=CODE))

    assert [problem.field for problem in refused.value.problems] == ["name", "password"]


def test_an_office_with_a_password_is_founded_with_it(tmp_path: Path) -> None:
    path = tmp_path / "Lumo.backdesk"
    create_office(path, "shared").close()
    founder = Founder(OWNER, PASSWORD, code=CODE)

    with pytest.raises(WrongPassword):
        founding.found(path, CLOCK, "guessed", founder)
    founding.found(path, CLOCK, "shared", founder)

    entered_by(path).close()
    with pytest.raises((LogInNeeded, HasUsers)):
        founding.found(path, CLOCK, "shared", founder)


def test_the_code_gives_an_owner_another_password_once(place: Path | str) -> None:
    founded(place)

    founding.recover(place, CLOCK, CODE.lower(), Founder(OWNER, "battery staple", code=SECOND))

    entered_by(place, OWNER, "battery staple").close()
    with pytest.raises(WrongLogIn):
        entered_by(place)
    with pytest.raises(WrongLogIn):
        founding.recover(place, CLOCK, CODE, Founder(OWNER, PASSWORD, code=SECOND))
    founding.recover(place, CLOCK, SECOND, Founder(OWNER, PASSWORD, code=CODE))
    office = entered_by(place)
    assert office.ask(anchors.walk).broken == ()
    office.close()


def test_the_code_is_for_owners_alone_and_not_for_guessing(place: Path | str) -> None:
    office = entered_by(founded(place))
    let_in(office, "Boon", "sales")
    office.close()

    with pytest.raises(NotAnOwner):
        founding.recover(place, CLOCK, CODE, Founder("Boon", "battery staple", code=SECOND))
    with pytest.raises(Mistyped):
        founding.recover(place, CLOCK, "ABCD", Founder(OWNER, "battery staple", code=SECOND))
    with pytest.raises(Invalid):
        founding.recover(place, CLOCK, CODE, Founder(OWNER, "short", code=SECOND))
    for _ in range(FREE):
        with pytest.raises(WrongLogIn):
            founding.recover(place, CLOCK, SECOND, Founder(OWNER, PASSWORD, code=CODE))
    with pytest.raises(TooManyTries):
        founding.recover(place, CLOCK, SECOND, Founder(OWNER, PASSWORD, code=CODE))


def test_new_keys_reach_who_is_let_in_and_nobody_else(folder: Path) -> None:
    office = entered_by(founded(folder))
    let_in(office, "Boon", "sales")
    let_in(office, "Sari", "sales")
    sari = next(one.user for one in office.ask(users.rows) if one.user.name == "Sari")
    kept = (folder / "keys.json").read_bytes()
    office.run(users.shut_out, sari.id, sari.version)
    office.close()

    with pytest.raises(NotAllowed):
        founding.renew_keys(folder, CLOCK, Pass(password_of("Boon"), "Boon"))
    founding.renew_keys(folder, CLOCK, Pass(PASSWORD, OWNER))

    boon = entered_by(folder, "Boon", password_of("Boon"))
    boon.close()
    office = entered_by(folder)
    assert office.ask(anchors.walk).broken == ()
    office.close()
    (folder / "keys.json").write_bytes(kept)
    with pytest.raises(OfficeError):
        entered_by(folder, "Sari", password_of("Sari"))
