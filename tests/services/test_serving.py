"""A server is set up for an office by its keeper or by what the keeper is given to run."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.admin.serving import ServerFacts
from app.domain.shared.refusals import Invalid
from app.services import moving, serving
from app.services.logging_in import Pass, log_in
from app.services.moving import Mover
from app.services.serving import Plan
from app.storage import server_setup
from app.storage.server_address import Unprotected
from app.storage.server_setup import NotAName
from tests.databases import run_sql
from tests.users import CLOCK, NOBODY

FIT = ServerFacts(16, "UTF8", "on", "on", has_checksums=False)


@pytest.fixture
def plan(postgresql: str) -> Iterator[Plan]:
    """Return an account and a database of the test's own, which it may make."""
    name = f"desk_{uuid.uuid4().hex[:12]}"
    yield Plan(name, name, 'it\'s "secret"')
    run_sql(
        postgresql,
        f"DROP DATABASE IF EXISTS {name} WITH (FORCE)",
        f"DROP ROLE IF EXISTS {name}",
    )


@pytest.fixture
def fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests' server, which is made to forget, count as one that does not."""
    monkeypatch.setattr(server_setup, "facts_of", lambda _url: FIT)


@pytest.mark.usefixtures("fit")
def test_an_office_is_moved_to_a_database_that_was_just_made(
    postgresql: str, plan: Plan, folder: Path
) -> None:
    served = serving.set_up(postgresql, plan)

    moved = serving.move_to(folder, served.address, Mover(CLOCK, NOBODY))

    assert moved.chain > 0
    assert [one.code for one in served.warnings] == ["server.no-checksums"]
    assert (served.password, plan.password in served.address) == (plan.password, False)
    office = log_in(served.address, CLOCK, NOBODY, Pass())
    with office.database.read() as unit:
        owner = unit.connection.exec_driver_sql(
            "SELECT tableowner FROM pg_tables WHERE tablename = 'audit'"
        ).scalar()
    office.close()
    assert owner == plan.role


@pytest.mark.usefixtures("fit")
def test_setting_up_again_changes_no_account_and_no_database(postgresql: str, plan: Plan) -> None:
    assert serving.set_up(postgresql, plan) == serving.set_up(postgresql, plan)


def test_the_keeper_can_run_what_is_printed(postgresql: str, plan: Plan) -> None:
    run_sql(postgresql, *(one.replace("%", "%%") for one in serving.script(plan)))

    facts = server_setup.facts_of(server_setup.address(postgresql, plan.role, plan.database))
    assert (facts.encoding, facts.version > 13) == ("UTF8", True)


@pytest.mark.parametrize("name", ["", "Lumo", "lumo; DROP", 'lumo"', "1lumo"])
def test_a_name_that_a_server_would_not_take_is_refused(name: str) -> None:
    with pytest.raises(NotAName):
        serving.script(Plan(name))


def test_a_server_that_forgets_gets_no_office(
    folder: Path, bare_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgetful = ServerFacts(16, "UTF8", "off", "on", has_checksums=True)
    monkeypatch.setattr(server_setup, "facts_of", lambda _url: forgetful)

    with pytest.raises(Invalid):
        serving.move_to(folder, bare_server, Mover(CLOCK, NOBODY))
    with pytest.raises(Invalid):
        serving.set_up(bare_server, Plan("lumo"))


def test_nothing_is_said_over_an_open_line() -> None:
    with pytest.raises(Unprotected):
        serving.look_at("postgresql://anna@office.example/lumo?sslmode=disable")


@pytest.mark.usefixtures("fit")
def test_what_is_moved_says_so_to_who_takes_it_back(folder: Path, bare_server: str) -> None:
    serving.move_to(folder, bare_server, Mover(CLOCK, NOBODY))
    moving.take_back(folder, Mover(CLOCK, NOBODY))

    office = log_in(folder, CLOCK, NOBODY, Pass())
    assert not office.is_read_only
    office.close()
