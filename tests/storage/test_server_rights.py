"""PostgreSQL itself refuses what a role may not, in whatever sentence it is asked."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from app.services.permissions import OWNER, Actor, Permission, Role
from app.services.roles import BUILT_IN
from app.storage.database import Database
from app.storage.faults import Forbidden
from app.storage.server_rights import Standing, make, may_make, standing
from tests.databases import on_postgresql
from tests.storage.test_authorizing import BARE, SALES, WRITES

EVERYTHING = Actor("Anna", OWNER).rights
KEPT_FOR_GOOD = (
    "UPDATE audit SET who = 'Ville'",
    "DELETE FROM audit",
    "DELETE FROM user_account",
    "TRUNCATE audit",
    "DROP TABLE contract",
    "CREATE TABLE mine (a int)",
    "ALTER TABLE contract DISABLE TRIGGER ALL",
)


@pytest.fixture
def guarded(database: Database) -> Database:
    for rights in (SALES, EVERYTHING):
        assert make(database.rows.writer, rights) is Standing.KEPT
        assert standing(database.rows.reader, rights) is Standing.KEPT
    return database


@on_postgresql
@pytest.mark.parametrize("sentence", BARE)
def test_no_sentence_reads_a_hidden_column(guarded: Database, sentence: str) -> None:
    with pytest.raises(Forbidden), guarded.read(rights=SALES) as unit:
        unit.connection.execute(text(sentence))
    with guarded.read(rights=EVERYTHING) as unit:
        unit.connection.execute(text(sentence))


@on_postgresql
@pytest.mark.parametrize("sentence", WRITES[:1] + WRITES[2:])
def test_no_sentence_writes_what_the_role_may_not(guarded: Database, sentence: str) -> None:
    with pytest.raises(Forbidden), guarded.write(SALES) as unit:
        unit.connection.execute(text(sentence))


@on_postgresql
@pytest.mark.parametrize("sentence", KEPT_FOR_GOOD)
def test_what_no_command_does_nobody_may(guarded: Database, sentence: str) -> None:
    with pytest.raises(Forbidden), guarded.write(EVERYTHING) as unit:
        unit.connection.execute(text(sentence))


@on_postgresql
def test_the_next_transaction_of_the_connection_is_its_own(guarded: Database) -> None:
    for _ in range(3):
        with guarded.read(rights=EVERYTHING) as unit:
            unit.connection.execute(text("SELECT sealed FROM contract"))
        with pytest.raises(Forbidden), guarded.read(rights=SALES) as unit:
            unit.connection.execute(text("SELECT sealed FROM contract"))
        with guarded.read() as unit:
            unit.connection.execute(text("SELECT sealed FROM contract"))


@on_postgresql
def test_a_role_is_made_when_it_is_first_asked_for(database: Database) -> None:
    rights = Actor("B", next(one for one in BUILT_IN if one.name == "warehouse")).rights

    with database.read(rights=rights) as unit, pytest.raises(Forbidden):
        unit.connection.execute(text("SELECT sealed FROM contract"))


@on_postgresql
def test_a_login_that_may_make_no_roles_is_told_apart(database: Database) -> None:
    rights = Actor("B", Role("odd", frozenset({Permission.USERS_READ}))).rights

    assert standing(database.rows.writer, rights) is Standing.NOT_MADE
    with database.rows.writer.begin() as connection:
        connection.exec_driver_sql("CREATE ROLE backdesk_plain NOLOGIN")
        connection.exec_driver_sql("SET LOCAL ROLE backdesk_plain")
        assert may_make(connection) is False
        connection.exec_driver_sql("RESET ROLE")
        connection.exec_driver_sql("DROP ROLE backdesk_plain")
