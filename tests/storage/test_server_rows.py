"""A server keeps rows behind a wall from whatever sentence a role sends."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, make_url, select, text

from app.domain.archive.document import Document, DocumentState, Version, VersionKind
from app.domain.archive.kinds import DocumentType
from app.domain.archive.readers import Readers
from app.domain.archive.record import Filing
from app.domain.shared.ids import DocumentId, DocumentTypeId
from app.services.permissions import OWNER, Actor, Permission, Role
from app.storage import moving
from app.storage.database import Database
from app.storage.faults import Forbidden
from app.storage.keybook import FolderKeys
from app.storage.offices import create_office, open_office
from app.storage.server_restoring import take_place
from app.storage.server_rights import Standing, keeping, standing
from app.storage.server_rows import are_kept, keep_rows, mend_rows, release_rows
from app.storage.unit import Unit
from app.storage.upgrade import upgrade_server
from tests.databases import on_postgresql, renamed, run_sql
from tests.trade import LUMO

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
EVERYTHING = Actor("Anna", OWNER).rights
CLERK = Actor(
    "Ville",
    Role("clerk", OWNER.permissions - {Permission.ARCHIVE_PERSONAL, Permission.ARCHIVE_MANAGEMENT}),
).rights
BOARD, BILL = DocumentTypeId(31), DocumentTypeId(32)
OPEN, WALLED = DocumentId(71), DocumentId(72)


def lay_out(unit: Unit) -> None:
    """Write a bill that everybody reads and a paper that the management alone reads."""
    for type_id, readers in ((BOARD, Readers.MANAGEMENT), (BILL, Readers.EVERYONE)):
        unit.kinds.add(
            DocumentType(type_id, 1, f"t{type_id}", {"en": "T"}, "general", readers=readers)
        )
    for one, type_id in ((OPEN, BILL), (WALLED, BOARD)):
        record = unit.archive.add(Filing(f"{one}.pdf", "application/pdf"), (b"%d" % one,), NOW)
        card = Document(
            one, 1, f"Paper {one}", DocumentState.INBOX, record.id, NOW, type_id=type_id
        )
        version = Version(1, record.id, VersionKind.ORIGINAL, NOW, "Anna")
        unit.documents.add_all([(card, version, ())])


@pytest.fixture
def furnished(database: Database) -> Database:
    with database.write() as unit:
        unit.company.add(LUMO)
        lay_out(unit)
    return database


def ids(connection: Connection, sentence: str) -> list[int]:
    return [int(one) for one in connection.scalars(text(sentence))]


@on_postgresql
def test_a_role_sees_the_rows_of_its_circles(furnished: Database) -> None:
    with furnished.read(rights=CLERK) as unit:
        assert ids(unit.connection, "SELECT id FROM document") == [OPEN]
        assert ids(unit.connection, "SELECT document_id FROM document_version") == [OPEN]
        assert ids(unit.connection, "SELECT count(*) FROM archive_file") == [1]
        assert ids(unit.connection, "SELECT sum(count) FROM document_count WHERE tag_id = 0") == [1]
    with furnished.read(rights=EVERYTHING) as unit:
        assert ids(unit.connection, "SELECT id FROM document ORDER BY id") == [OPEN, WALLED]
        assert ids(unit.connection, "SELECT count(*) FROM archive_file") == [2]


@on_postgresql
@pytest.mark.parametrize(
    "sentence",
    [
        "UPDATE document SET title = 'x' WHERE id = 72",
        "DELETE FROM document_version WHERE document_id = 72",
        "UPDATE archive_file SET name = 'x' WHERE name = '72.pdf'",
    ],
)
def test_a_role_changes_no_row_behind_a_wall(furnished: Database, sentence: str) -> None:
    with furnished.write(CLERK) as unit:
        assert unit.connection.execute(text(sentence)).rowcount == 0


@on_postgresql
@pytest.mark.parametrize(
    "sentence",
    [
        "UPDATE document SET type_id = 31 WHERE id = 71",
        "INSERT INTO document_tag VALUES (72, 1)",
        "INSERT INTO document_link VALUES (72, 'contact', 1)",
        "INSERT INTO document_count VALUES ('inbox', 31, 0, 0, 1)",
    ],
)
def test_a_role_writes_no_row_behind_a_wall(furnished: Database, sentence: str) -> None:
    with pytest.raises(Forbidden), furnished.write(CLERK) as unit:
        unit.connection.execute(text(sentence))


@on_postgresql
@pytest.mark.parametrize("table", ["content", "content_chunk", "content_text", "document_index"])
def test_no_role_reads_bytes_texts_or_words(furnished: Database, table: str) -> None:
    with pytest.raises(Forbidden), furnished.read(rights=EVERYTHING) as unit:
        unit.connection.execute(select("*").select_from(text(table)))


@on_postgresql
def test_housework_sees_everything_and_ends(furnished: Database) -> None:
    with furnished.read(rights=CLERK) as unit:
        with unit.housework():
            with unit.housework():
                assert unit.documents.get(WALLED).id == WALLED
            assert unit.documents.get(WALLED).id == WALLED
        assert unit.documents.get_all((WALLED,)) == ()


@on_postgresql
def test_housework_that_breaks_leaves_the_role_as_it_was(furnished: Database) -> None:
    with furnished.write(CLERK) as unit:
        with pytest.raises(ValueError, match="broke"), unit.housework():
            raise ValueError("broke")
        assert unit.documents.get_all((WALLED,)) == ()
        with pytest.raises(Exception, match="nowhere"), unit.attempt(), unit.housework():
            unit.connection.execute(text("SELECT * FROM nowhere"))
        assert unit.documents.get_all((WALLED,)) == ()


@on_postgresql
def test_whose_own_rows_are_open_is_said_anew_by_each_transaction(database: Database) -> None:
    wanted = text("SELECT current_setting('backdesk.person', true)")
    role = Role("self", frozenset({Permission.SELF_USE}))
    for person in (5, 6):
        with database.read(rights=Actor("P", role, person).rights) as unit:  # type: ignore[arg-type]  # a number will do
            assert unit.connection.scalar(wanted) == str(person)
    with database.read(rights=CLERK) as unit:
        assert unit.connection.scalar(wanted) == ""


@on_postgresql
def test_rules_that_are_gone_are_put_back(database: Database) -> None:
    with database.rows.writer.begin() as connection:
        assert are_kept(connection)
        release_rows(connection)
        assert not are_kept(connection)
        mend_rows(connection)
        assert are_kept(connection)
        connection.exec_driver_sql("ALTER TABLE payslip NO FORCE ROW LEVEL SECURITY")
        assert not are_kept(connection)
        keep_rows(connection)
        assert are_kept(connection)


@on_postgresql
def test_an_upgrade_keeps_the_rows_again(database: Database) -> None:
    with database.rows.writer.begin() as connection:
        release_rows(connection)
    upgrade_server(database.rows.writer)
    with database.rows.writer.begin() as connection:
        assert are_kept(connection)


@pytest.fixture
def plain(postgresql: str) -> Iterator[str]:
    """Return the address of an empty database whose owner is no superuser, and may make roles."""
    name = f"plain_{uuid.uuid4().hex[:12]}"
    run_sql(
        postgresql, f"CREATE ROLE {name} LOGIN CREATEROLE", f"CREATE DATABASE {name} OWNER {name}"
    )
    yield as_login(renamed(postgresql, name), name)
    run_sql(postgresql, f"DROP DATABASE {name} WITH (FORCE)")


def as_login(url: str, name: str) -> str:
    return make_url(url).set(username=name).render_as_string(hide_password=False)


def test_the_owner_of_the_tables_is_bound_too_and_works_on(plain: str) -> None:
    create_office(plain).close()
    database = open_office(plain)
    try:
        with database.write() as unit:
            unit.company.add(LUMO)
            lay_out(unit)
        with database.read() as unit:
            assert len(unit.documents.get_all((OPEN, WALLED))) == 2
        with database.read(rights=CLERK) as unit:
            assert unit.documents.get_all((OPEN, WALLED)) == (unit.documents.get(OPEN),)
        with database.write(CLERK) as unit:
            card = unit.documents.get(OPEN)
            unit.documents.save(card, replace(card, title="Bill"))
        assert standing(database.rows.reader, CLERK) is Standing.KEPT
        found = keeping(database.rows.reader, CLERK)
        assert (found.standing, found.has_rows) == (Standing.KEPT, True)
        assert found.login == found.owner != "postgres"
        upgrade_server(database.rows.writer)
    finally:
        database.close()


def test_a_login_that_may_make_no_roles_makes_them_once_it_may(plain: str, postgresql: str) -> None:
    name = str(make_url(plain).database)
    run_sql(postgresql, f"ALTER ROLE {name} NOCREATEROLE")
    database = create_office(plain)
    try:
        with database.read(rights=CLERK) as unit:
            assert unit.connection.scalar(text("SELECT current_user")) == name
        assert keeping(database.rows.reader, CLERK).standing is Standing.NOT_ALLOWED
        run_sql(postgresql, f"ALTER ROLE {name} CREATEROLE")
        assert keeping(database.rows.reader, CLERK).standing is Standing.NOT_MADE
        with database.read(rights=CLERK) as unit:
            assert unit.connection.scalar(text("SELECT current_user")) != name
        assert keeping(database.rows.reader, CLERK).standing is Standing.KEPT
    finally:
        database.close()


def test_an_owner_that_is_bound_takes_in_a_whole_office(plain: str, folder: Path) -> None:
    fresh = open_office(folder)
    moving.to_server(fresh, FolderKeys(folder).read(), plain, nothing, lambda *_: None)
    moving.finish(plain)
    take_place(fresh, plain, nothing)
    fresh.close()

    database = open_office(plain)
    with database.rows.reader.begin() as connection:
        assert are_kept(connection)
    database.close()


def nothing(_done: int, _of: int) -> None:
    """Nobody wants to know."""


def test_a_login_that_was_merely_let_in_sees_what_everybody_may(
    plain: str, postgresql: str
) -> None:
    database = create_office(plain)
    guest = f"guest_{uuid.uuid4().hex[:12]}"
    name = str(make_url(plain).database)
    here = renamed(postgresql, name)
    run_sql(
        here,
        f"CREATE ROLE {guest} LOGIN",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {guest}",
    )
    try:
        with database.write() as unit:
            unit.company.add(LUMO)
            lay_out(unit)
        engine = create_engine(as_login(here, guest))
        with engine.connect() as connection:
            assert ids(connection, "SELECT id FROM document") == [OPEN]
        engine.dispose()
    finally:
        database.close()
        run_sql(here, f"DROP OWNED BY {guest}", f"DROP ROLE {guest}")
