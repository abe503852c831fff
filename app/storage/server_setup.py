"""Setting a server up: what it says of itself, an account and an empty database for an office."""

from __future__ import annotations

import re
from typing import Any

from psycopg import sql
from sqlalchemy import Connection

from app.domain.admin.serving import ServerFacts
from app.domain.shared.refusals import Refusal
from app.storage.engines import lone_engine
from app.storage.server_address import address_of

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
PER_VERSION = 10_000


class NotAName(Refusal):
    """A name on a server has small letters, digits and underscores, and begins with a letter."""

    code = "server.not-a-name"


def facts_of(url: str) -> ServerFacts:
    """Return what a server says of itself and of a database; Unreachable, NotLetIn, NotTrusted."""
    engine = lone_engine(url)
    try:
        with engine.connect() as connection:
            number = int(_setting(connection, "server_version_num"))
            return ServerFacts(
                number // PER_VERSION,
                _setting(connection, "server_encoding"),
                _setting(connection, "synchronous_commit"),
                _setting(connection, "fsync"),
                _setting(connection, "data_checksums") == "on",
            )
    finally:
        engine.dispose()


def statements(role: str, database: str, password: str) -> tuple[str, ...]:
    """Return the SQL by which a server's keeper makes an account and a database; NotAName.

    The account may make roles: so the server itself keeps what is closed to one.
    """
    for name in (role, database):
        if not _NAME.fullmatch(name):
            raise NotAName(name=name)
    named = {
        "role": sql.Identifier(role),
        "database": sql.Identifier(database),
        "password": sql.Literal(password),
    }
    written = (
        "CREATE ROLE {role} LOGIN CREATEROLE PASSWORD {password}",
        "CREATE DATABASE {database} OWNER {role} ENCODING 'UTF8' TEMPLATE template0",
        "REVOKE CONNECT, TEMPORARY ON DATABASE {database} FROM PUBLIC",
    )
    return tuple(sql.SQL(one).format(**named).as_string() for one in written)


def make(admin: str, role: str, database: str, password: str) -> None:
    """Make what is not there yet of account and database.

    An account that is there stays as it is, but that it may make roles from now on. Raises
    NotAName, and what the server refuses.
    """
    new_role, new_database, closed = statements(role, database, password)
    engine = lone_engine(admin).execution_options(isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            if not _is_there(raw, "SELECT 1 FROM pg_roles WHERE rolname = %s", role):
                raw.execute(new_role)
            else:
                raw.execute(sql.SQL("ALTER ROLE {} CREATEROLE").format(sql.Identifier(role)))
            if not _is_there(raw, "SELECT 1 FROM pg_database WHERE datname = %s", database):
                raw.execute(new_database)
            raw.execute(closed)
    finally:
        engine.dispose()


def address(admin: str, role: str, database: str) -> str:
    """Return the address of a database at the server of another address, without a password."""
    kept = {"application_name", "connect_timeout", "sslmode"}
    url = address_of(admin)
    query = {
        name: told for name, told in url.query.items() if name not in kept and told != "system"
    }
    mine = url.set(drivername="postgresql", username=role, database=database, query=query)
    return mine._replace(password=None).render_as_string()


def _setting(connection: Connection, name: str) -> str:
    return str(connection.exec_driver_sql("SELECT current_setting(%s)", (name,)).scalar())


def _is_there(raw: Any, wanted: str, name: str) -> bool:
    return raw.execute(wanted, (name,)).fetchone() is not None
