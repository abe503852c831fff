"""An office on a server is known by its address, and its password is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.storage.faults import NoDatabase, NotLetIn, Unreachable
from app.storage.offices import open_office
from app.storage.place import Server, is_server
from tests.databases import renamed


def test_only_an_address_of_postgresql_is_a_server() -> None:
    assert is_server("postgresql://localhost/lumo")
    assert is_server("postgresql+psycopg://localhost/lumo")
    assert not is_server("postgresql")
    assert not is_server(Path("postgresql:"))


def test_the_password_is_not_told(server: str) -> None:
    office = open_office(server.replace("postgres:@", "postgres:hunter2@"))
    place = office.place
    office.close()

    assert isinstance(place, Server)
    assert "hunter2" not in place.url


def test_a_server_that_is_not_there_is_unreachable(tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        open_office(f"postgresql://nobody@/lumo?host={tmp_path}")


def test_a_database_that_is_not_there_and_an_account_that_is_not_let_in(postgresql: str) -> None:
    with pytest.raises(NoDatabase):
        open_office(renamed(postgresql, "nowhere"))
    with pytest.raises(NotLetIn):
        open_office(postgresql.replace("//postgres:", "//nobody:"))
