"""Servers: an office in a PostgreSQL database, for more clerks than one machine holds."""

from __future__ import annotations

from sqlalchemy import Connection

from app.storage import migrations
from app.storage.database import Database
from app.storage.engines import Engines, postgresql_engines
from app.storage.hearing import tell_of_commits
from app.storage.identity import OFFICE, NotAnOffice, revision_of
from app.storage.keybook import KeyBook
from app.storage.keys import Keys, keys_in, new_keys, one_slot
from app.storage.moved import server_moved_to
from app.storage.place import Exists, Server
from app.storage.server_address import shown
from app.storage.server_desks import require_soon_alone
from app.storage.server_keys import ServerKeys, read_slots, write_slots
from app.storage.server_rows import are_kept, mend_rows
from app.storage.transactions import Transactions
from app.storage.upgrade import upgrade_server


def create_on_server(url: str, password: str = "") -> Database:
    """Make a new office in an empty database; raises Exists."""
    server, engines = engines_on(url)
    try:
        require_empty(engines[0], url)
        keys = new_keys(password)
        database = database_on(url, server, engines, keys)
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
    server, engines = engines_on(url)
    try:
        _bring_up_to_date(engines[0], keys, server)
    except BaseException:
        _dispose(engines)
        raise
    return database_on(url, server, engines, keys)


def require_empty(engines: Engines, url: str) -> None:
    """Raise Exists where anything lies in a database."""
    with engines.reader.begin() as connection:
        if connection.dialect.get_table_names(connection):
            raise Exists(place=shown(url))


def _bring_up_to_date(engines: Engines, keys: Keys, server: Server) -> None:
    with engines.reader.begin() as connection:
        if not connection.dialect.has_table(connection, OFFICE):
            raise NotAnOffice(place=server.url)
        found = revision_of(connection.connection.cursor(), keys.office)
        server.moved_to = server_moved_to(connection)
        is_kept = are_kept(connection)
    if found < migrations.HEAD:

        def is_mine(connection: Connection) -> bool:
            if revision_of(connection.connection.cursor(), keys.office) >= migrations.HEAD:
                return False
            require_soon_alone(connection, server.url)
            return True

        engines.reader.dispose()
        upgrade_server(engines.writer, is_mine)
        with engines.writer.begin() as connection:
            write_slots(connection, read_slots(connection, server.url))
    elif not is_kept:
        with engines.writer.begin() as connection:
            mend_rows(connection)


def engines_on(url: str) -> tuple[Server, tuple[Engines, Engines]]:
    """Return the place of an office on a server, and the connections to rows and contents."""
    server = Server(shown(url))
    rows, contents = (postgresql_engines(url, server.note) for _ in range(2))
    tell_of_commits(rows.writer, server.desk)
    return server, (rows, contents)


def database_on(url: str, server: Server, engines: tuple[Engines, Engines], keys: Keys) -> Database:
    """Return the database of an office over connections that were made for it."""
    rows, contents = engines
    open_now = Transactions(rows, contents, keys, server)
    database = Database(lambda: open_now, server, KeyBook(ServerKeys(url), keys))
    database.rows  # noqa: B018  what was connected is closed with the database from now on
    return database


def _dispose(engines: tuple[Engines, Engines]) -> None:
    for one in engines:
        one.dispose()
