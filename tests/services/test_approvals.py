"""An errand waits as a command does; it is approved with a password that nobody kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.admin.users import Decision, SecondPair, UserForm
from app.services import approvals, second_pairs, users
from app.services.approvals import SecretNeeded
from app.services.office import Office
from app.services.second_looks import Waits
from tests.pairs import approve, ask_for, waiting
from tests.users import entered_by, founded, let_in, password_of

BOON = UserForm("Boon", "Boon Sri", ("sales",))


@pytest.fixture
def anna(folder: Path) -> Iterator[Office]:
    """Open an office as Anna, where Benno is an owner too and roles need both."""
    office = entered_by(founded(folder))
    let_in(office, "Benno", "owner")
    ask_for(office, SecondPair.ROLES)
    yield office
    office.close()


def test_a_user_waits_without_the_password_and_the_second_gives_it(
    anna: Office, folder: Path
) -> None:
    with pytest.raises(Waits):
        anna.run(users.make, BOON, "never kept")
    with anna.database.read() as unit:
        assert "never kept" not in str(unit.approvals.waiting())
    anna.close()
    ben = entered_by(folder, "Benno", password_of("Benno"))
    assert ben.ask(approvals.seen, waiting(ben).approval.id).needs_password
    assert ben.ask(approvals.count) == 1

    with pytest.raises(SecretNeeded):
        approve(ben)
    assert waiting(ben).approval.decision is Decision.WAITING
    approve(ben, password_of("Boon"))

    assert [one.user.name for one in ben.ask(users.rows)] == ["Anna", "Benno", "Boon"]
    ben.close()
    entered_by(folder, "Boon", password_of("Boon")).close()


def test_an_approved_errand_that_is_refused_leaves_nothing(anna: Office, folder: Path) -> None:
    with pytest.raises(Waits):
        anna.run(users.make, BOON, password_of("Boon"))
    anna.close()
    ben = entered_by(folder, "Benno", password_of("Benno"))

    with pytest.raises(Exception, match="invalid"):
        approve(ben, "short")

    assert waiting(ben).approval.decision is Decision.WAITING
    assert [one.user.name for one in ben.ask(users.rows)] == ["Anna", "Benno"]
    assert [one.what for one in ben.ask(second_pairs.rules)] == [SecondPair.ROLES]
    ben.close()
