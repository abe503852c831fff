"""Rights are given and taken while the office is open, and nobody stays in who was shut out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.admin.users import User, UserForm
from app.domain.shared.paging import View
from app.services import contacts, orders, users
from app.services.office import Office
from app.services.permissions import NotAllowed
from app.services.renewal import EVERY, Renewal, ShutOut
from tests.users import entered_by, founded, let_in, password_of


@dataclass(slots=True)
class Hands:
    """A clock that stands until it is moved."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def owner(folder: Path) -> Iterator[Office]:
    office = entered_by(founded(folder))
    let_in(office, "Boon", "warehouse")
    yield office
    office.close()


@pytest.fixture
def boon(owner: Office, folder: Path, hands: Hands) -> Iterator[Office]:
    """The office as Boon of the warehouse has it open beside the owner."""
    office = entered_by(folder, "Boon", password_of("Boon"))
    assert office.renewal is not None
    office.renewal = Renewal(office.renewal._look_up, hands)
    yield office
    office.close()


def named(office: Office, name: str) -> User:
    return next(one.user for one in office.ask(users.rows) if one.user.name == name)


def test_a_right_that_was_taken_is_gone_a_second_later(
    owner: Office, boon: Office, hands: Hands
) -> None:
    boon.ask(orders.spine, View())
    was = named(owner, "Boon")
    owner.run(users.change, was.id, was.version, UserForm("Boon", roles=("correspondence",)))
    boon.ask(orders.spine, View())

    hands.now += EVERY

    with pytest.raises(NotAllowed):
        boon.ask(orders.spine, View())
    assert boon.ask(contacts.spine, View()) is not None


def test_a_right_that_was_given_is_there_without_a_new_log_in(
    owner: Office, boon: Office, hands: Hands
) -> None:
    with pytest.raises(NotAllowed):
        boon.ask(users.rows)
    was = named(owner, "Boon")
    owner.run(users.change, was.id, was.version, UserForm("Boon", roles=("owner",)))

    hands.now += EVERY

    assert boon.ask(users.rows)


def test_who_is_shut_out_is_out_with_the_office_open(
    owner: Office, boon: Office, hands: Hands
) -> None:
    was = named(owner, "Boon")
    owner.run(users.shut_out, was.id, was.version)

    hands.now += EVERY

    for _again in range(2):
        with pytest.raises(ShutOut):
            boon.ask(contacts.spine, View())
    assert owner.ask(users.rows)
