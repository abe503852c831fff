"""Which keys a user gets follows from the roles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.admin.users import User
from app.domain.shared.ids import UserId
from app.services.office import Office
from app.services.roles import BUILT_IN
from app.services.user_keys import Grants, UserKeys
from tests.users import entered_by, founded, let_in, password_of


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    opened = entered_by(founded(folder))
    yield opened
    opened.close()


def test_only_who_reads_what_is_private_or_makes_users_gets_the_key_of_the_people(
    office: Office,
) -> None:
    boon = User(UserId(2), "Boon", "Boon", ())
    with office.database.write() as unit:
        desk = office.desk(unit, lambda _done, _of: None)
        given = {one.name for one in BUILT_IN if Grants(desk).of(boon, one).may_people}

    assert given == {"owner", "personnel"}


def test_the_keys_of_a_slot_change_while_its_user_is_elsewhere(
    office: Office, folder: Path
) -> None:
    let_in(office, "Boon", "sales")
    keys = UserKeys(office)
    with office.database.write() as unit:
        desk = office.desk(unit, lambda _done, _of: None)
        owner = next(one for one in BUILT_IN if one.name == "owner")
        grant = Grants(desk).of(User(UserId(2), "Boon", "Boon", ()), owner)

    keys.grant({"Boon": grant, "nobody": grant})
    office.close()

    boon = entered_by(folder, "Boon", password_of("Boon"))
    with boon.database.read() as unit:
        assert unit.wall._ring.opens_all
    boon.close()
