"""A server tells what it is, and its address is passed on without anybody's password."""

from __future__ import annotations

from app.storage.server_setup import address, facts_of, statements


def test_a_server_says_what_it_is(postgresql: str) -> None:
    facts = facts_of(postgresql)

    assert (facts.encoding, facts.synchronous_commit) == ("UTF8", "on")
    assert facts.version > 13


def test_the_address_for_the_desks_has_no_password_and_no_keeper() -> None:
    told = address("postgresql://keeper:hunter2@office.example:5433/postgres", "desk", "lumo")

    assert told == "postgresql://desk@office.example:5433/lumo"


def test_a_password_is_written_so_that_nothing_of_it_is_a_command() -> None:
    (role, _database, _closed) = statements("desk", "lumo", "it's'; DROP TABLE audit; --")

    assert role == "CREATE ROLE \"desk\" LOGIN CREATEROLE PASSWORD 'it''s''; DROP TABLE audit; --'"
