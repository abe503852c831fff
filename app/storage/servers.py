"""Servers: an office in a PostgreSQL database, for more clerks than one machine holds."""

from __future__ import annotations

from sqlalchemy import make_url

from app.storage import migrations
from app.storage.database import Database
from app.storage.engines import postgresql_engines
from app.storage.identity import OFFICE, NotAnOffice, revision_of
from app.storage.keys import published_keys
from app.storage.place import DRIVER, SERVER, Exists, Server
from app.storage.transactions import Transactions
from app.storage.upgrade import upgrade_server


def create_on_server(url: str) -> Database:
    """Make a new office in an empty database; raises Exists."""
    database = _on_server(url)
    try:
        _require_empty(database, url)
        database.create_tables(SERVER)
    except BaseException:
        database.close()
        raise
    return database


def open_on_server(url: str) -> Database:
    """Open the office in a database; raises NotAnOffice or Newer."""
    database = _on_server(url)
    try:
        _bring_up_to_date(database, url)
    except BaseException:
        database.close()
        raise
    return database


def _require_empty(database: Database, url: str) -> None:
    with database.rows.reader.begin() as connection:
        if connection.dialect.has_table(connection, OFFICE):
            raise Exists(place=_public(url))


def _bring_up_to_date(database: Database, url: str) -> None:
    with database.rows.reader.begin() as connection:
        if not connection.dialect.has_table(connection, OFFICE):
            raise NotAnOffice(place=_public(url))
        found = revision_of(connection.connection.cursor(), SERVER)
    if found < migrations.HEAD:
        upgrade_server(database.rows.writer)


def _on_server(url: str) -> Database:
    server = Server(_public(url))
    full = url.replace(f"{SERVER}:", f"{DRIVER}:", 1)
    rows, contents = (postgresql_engines(full, server.note) for _ in range(2))
    open_now = Transactions(rows, contents, published_keys(SERVER), server)
    return Database(lambda: open_now, server)


def _public(url: str) -> str:
    return make_url(url).render_as_string(hide_password=True)
