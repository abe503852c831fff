"""Servers: an office in a PostgreSQL database, for more clerks than one machine holds."""

from __future__ import annotations

from app.storage import migrations
from app.storage.database import Database
from app.storage.engines import Engines, postgresql_engines
from app.storage.identity import OFFICE, NotAnOffice, revision_of
from app.storage.keybook import KeyBook
from app.storage.keys import Keys, keys_in, new_keys, one_slot
from app.storage.place import Exists, Server
from app.storage.server_address import shown
from app.storage.server_keys import ServerKeys, read_slots, write_slots
from app.storage.transactions import Transactions
from app.storage.upgrade import upgrade_server


def create_on_server(url: str, password: str = "") -> Database:
    """Make a new office in an empty database; raises Exists."""
    server, engines = _engines(url)
    try:
        require_empty(engines[0], url)
        keys = new_keys(password)
        database = _database(url, server, engines, keys)
        database.create_tables(keys.office)
        with engines[0].writer.begin() as connection:
            write_slots(connection, one_slot(keys, password))
    except BaseException:
        _dispose(engines)
        raise
    return database


def open_on_server(url: str, password: str = "", user: str = "") -> Database:
    """Open the office in a database; raises NotAnOffice, Newer, and as ``keys_in`` does."""
    kept = ServerKeys(url).read()
    return open_on_server_with(url, keys_in(kept, password, user, shown(url)))


def open_on_server_with(url: str, keys: Keys) -> Database:
    """Open the office in a database with keys that were read; raises NotAnOffice, Newer."""
    server, engines = _engines(url)
    try:
        _bring_up_to_date(engines[0], keys, url)
    except BaseException:
        _dispose(engines)
        raise
    return _database(url, server, engines, keys)


def require_empty(engines: Engines, url: str) -> None:
    """Raise Exists where a database holds an office."""
    with engines.reader.begin() as connection:
        if connection.dialect.has_table(connection, OFFICE):
            raise Exists(place=shown(url))


def _bring_up_to_date(engines: Engines, keys: Keys, url: str) -> None:
    with engines.reader.begin() as connection:
        if not connection.dialect.has_table(connection, OFFICE):
            raise NotAnOffice(place=shown(url))
        found = revision_of(connection.connection.cursor(), keys.office)
    if found < migrations.HEAD:
        upgrade_server(engines.writer)
        with engines.writer.begin() as connection:
            write_slots(connection, read_slots(connection, shown(url)))


def _engines(url: str) -> tuple[Server, tuple[Engines, Engines]]:
    server = Server(shown(url))
    rows, contents = (postgresql_engines(url, server.note) for _ in range(2))
    return server, (rows, contents)


def _database(url: str, server: Server, engines: tuple[Engines, Engines], keys: Keys) -> Database:
    rows, contents = engines
    open_now = Transactions(rows, contents, keys, server)
    database = Database(lambda: open_now, server, KeyBook(ServerKeys(url), keys))
    database.rows  # noqa: B018  what was connected is closed with the database from now on
    return database


def _dispose(engines: tuple[Engines, Engines]) -> None:
    for one in engines:
        one.dispose()
