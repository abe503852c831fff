"""Rights on a server: each transaction takes on a role that holds what the asker's rights allow.

PostgreSQL then keeps hidden columns from whatever sentence is sent, as SQLite's authorizer does
(wards.py). A role is named by what is closed to it and by the tables that there are, so one of an
older schema is never taken on. Where the login may not make roles, and nobody made them for it, the
transaction stays with the login's own: ``standing`` says so. Otherwise a role is made when it is
first asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, bindparam, func, select, text

from app.storage.faults import Forbidden
from app.storage.row_rules import PERSON, ROW_RULES, signs_of
from app.storage.server_rows import ROLE, are_kept
from app.storage.types import contents_metadata, metadata
from app.storage.wards import Closed, closed_to, person_of

LOCK = 0x726F6C65
_taken: WeakKeyDictionary[Engine, dict[frozenset[str], str]] = WeakKeyDictionary()
"""Which role each engine takes on for some rights, if any; asked of the server once."""


_NAMES = (
    "SELECT current_user, tableowner FROM pg_tables "
    "WHERE schemaname = 'public' AND tablename = 'document'"
)
_TAKEN_ON = select(
    func.set_config(PERSON, bindparam("person"), True),  # noqa: FBT003  SQL has no names here
    func.set_config("role", bindparam("role"), True),  # noqa: FBT003  as above
)


class Standing(Enum):
    """Whether a server keeps columns from roles by itself."""

    KEPT = "kept"
    NOT_ALLOWED = "not-allowed"
    NOT_MADE = "not-made"


@dataclass(frozen=True, slots=True)
class Keeping:
    """How far a server keeps columns and rows by itself, with which login, of whose tables."""

    standing: Standing
    has_rows: bool
    login: str
    owner: str


def take_on(connection: Connection, rights: frozenset[str] | None) -> None:
    """Let the open transaction do what some rights allow, where there is a role for them."""
    if connection.dialect.name != "postgresql":
        return
    connection.info[ROLE] = ""
    if rights is None:
        return
    known = _taken.setdefault(connection.engine, {})
    if rights not in known:
        name = role_of(connection, rights)
        is_there = _may_take_on(connection, name) or _made_or_there(connection.engine, rights)
        known[rights] = name if is_there else ""
    if name := known[rights]:
        told = {"role": name, "person": person_of(rights)}
        connection.execute(_TAKEN_ON, told)
        connection.info[ROLE] = name


def make(engine: Engine, rights: frozenset[str]) -> Standing:
    """Make the role of some rights, unless it is there; says whether it is taken on from now."""
    closed = closed_to(rights)
    with engine.begin() as connection:
        connection.exec_driver_sql("SET TRANSACTION READ WRITE")
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
        name = role_of(connection, rights)
        if not _may_take_on(connection, name):
            if not may_make(connection):
                return Standing.NOT_ALLOWED
            for statement in _made(name, closed):
                connection.exec_driver_sql(statement)
    return Standing.KEPT


def _made_or_there(engine: Engine, rights: frozenset[str]) -> bool:
    """Say whether a role can be taken on; a login that may not make it goes on without."""
    try:
        return make(engine, rights) is Standing.KEPT
    except Forbidden:
        return False


def standing(engine: Engine, rights: frozenset[str]) -> Standing:
    """Say whether the server keeps from some rights what is closed to them."""
    with engine.connect() as connection:
        if _may_take_on(connection, role_of(connection, rights)):
            return Standing.KEPT
        return Standing.NOT_MADE if may_make(connection) else Standing.NOT_ALLOWED


def keeping(engine: Engine, rights: frozenset[str]) -> Keeping:
    """Return how far the server keeps what is closed to some rights; what was lacking is retried.

    A role that is not there yet is made when it is first asked for, if the login may.
    """
    for known in _taken.values():
        for one in [rights for rights, name in known.items() if not name]:
            del known[one]
    stands = standing(engine, rights)
    with engine.connect() as connection:
        login, owner = connection.execute(text(_NAMES)).one()
        return Keeping(stands, are_kept(connection), str(login), str(owner))


def role_of(connection: Connection, rights: frozenset[str]) -> str:
    """Return the name of the role of some rights, in this database as it is now.

    What is closed to it and which tables there are make its number; behind it stand the signs of
    the rows that are open to it, which the policies of the tables read (row_rules.py).
    """
    closed = closed_to(rights)
    tables = [(name, sorted(one.columns.keys())) for name, one in sorted(metadata.tables.items())]
    told = [sorted(one) for one in (closed.read, closed.change, closed.insert, closed.delete)]
    place = connection.engine.url.database
    number = hashlib.sha256(repr((place, tables, told, ROW_RULES)).encode()).hexdigest()[:20]
    return f"backdesk_{number}_{signs_of(rights)}"


def _may_take_on(connection: Connection, name: str) -> bool:
    wanted = text("SELECT pg_has_role(oid, 'MEMBER') FROM pg_roles WHERE rolname = :name")
    return bool(connection.scalar(wanted, {"name": name}))


def may_make(connection: Connection) -> bool:
    """Say whether the login may make roles."""
    wanted = "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
    return bool(connection.scalar(text(wanted)))


def _made(name: str, closed: Closed) -> Iterator[str]:
    """Yield what makes a role: all that clerks do, but for what is closed to it."""
    yield f'CREATE ROLE "{name}" NOLOGIN'
    yield f'GRANT "{name}" TO CURRENT_USER'
    yield f'GRANT USAGE ON SCHEMA public TO "{name}"'
    yield f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{name}"'
    yield f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "{name}"'
    yield from (f'REVOKE ALL ON "{one}" FROM "{name}"' for one in sorted(contents_metadata.tables))
    yield f'REVOKE ALL ON document_index FROM "{name}"'
    for deed, columns in (("SELECT", closed.read), ("UPDATE", closed.change)):
        yield from _columns(name, deed, columns)
    for deed, tables in (("INSERT", closed.insert), ("DELETE", closed.delete)):
        yield from (f'REVOKE {deed} ON "{one}" FROM "{name}"' for one in sorted(tables))


def _columns(name: str, deed: str, closed: frozenset[tuple[str, str]]) -> Iterator[str]:
    """Yield what leaves a role the other columns of each table alone."""
    for table in sorted({table for table, _ in closed}):
        open_ones = [
            f'"{one.name}"'
            for one in metadata.tables[table].columns
            if (table, one.name) not in closed
        ]
        yield f'REVOKE {deed} ON "{table}" FROM "{name}"'
        if open_ones:
            yield f'GRANT {deed} ({", ".join(open_ones)}) ON "{table}" TO "{name}"'
