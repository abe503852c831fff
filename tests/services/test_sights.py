"""What a user can see is told by area, with what is denied beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import sights, users
from app.services.office import Office
from app.services.sights import Preview
from tests.users import entered_by, founded, let_in


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    opened = entered_by(founded(folder))
    yield opened
    opened.close()


def seen(office: Office, name: str) -> Preview:
    user = next(one.user for one in office.ask(users.rows) if one.user.name == name)
    return office.ask(sights.preview, user.id)


def test_the_owner_is_denied_nothing(office: Office) -> None:
    found = seen(office, "Anna")

    assert [one for one in found.sights if one.denied] == []
    assert found.sees_private


def test_a_clerk_sees_some_areas_and_nothing_private(office: Office) -> None:
    let_in(office, "Boon", "warehouse")

    found = seen(office, "Boon")

    may = {one.area: one.may for one in found.sights if one.may}
    assert may["stock"] == ("stock.read", "stock.move", "stock.arrange")
    assert "payroll" not in may and "invoices" not in may
    assert (found.sees_private, found.has_own_file) == (False, False)


def test_who_was_shut_out_sees_nothing(office: Office) -> None:
    let_in(office, "Boon", "warehouse")
    boon = next(one.user for one in office.ask(users.rows) if one.user.name == "Boon")
    office.run(users.shut_out, boon.id, boon.version)

    assert [one for one in seen(office, "Boon").sights if one.may] == []
