"""Offices: made new and opened again, in a folder or on a server."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from app.storage import place
from app.storage.database import Database
from app.storage.engines import (
    Use,
    named_faults,
    open_file,
    postgresql_engines,
    sqlite_engines,
)
from app.storage.faults import CannotOpen, DiskFailed, DiskFull
from app.storage.identity import (
    NotAnOffice,
    content_office,
    contents_office,
    office,
    revision_of,
)
from app.storage.keys import Keys, new_keys, published_keys, read_keys, write_keys
from app.storage.place import CONTENTS, KEYS, ROWS, Exists, Folder, Incomplete, Server
from app.storage.presence import InUse, Presence, Wants, enter

SERVER = "postgresql"
_DRIVER = "postgresql+psycopg"


def create_office(
    where: Path | str, password: str = "", *, wants: str = Wants.WINDOW.value
) -> Database:
    """Make a new office and open it; nothing that exists is ever overwritten.

    Raises Exists, UnsafePlace, NotWritable or DiskFull; then nothing of it is left.
    """
    if _is_server(where):
        return _create_on_server(str(where))
    path = Path(where)
    place.require_safe(path)
    place.new_folder(path)
    try:
        database = _fill(path, new_keys(password), password, Wants(wants))
        place.finish(path)
    except OSError as refused:
        place.throw_away(path)
        raise place.fault_of_os(refused, path) from refused
    except BaseException:
        place.throw_away(path)
        raise
    return database


def open_office(
    where: Path | str, password: str = "", *, wants: str = Wants.WINDOW.value
) -> Database:
    """Open an office; a second window is opened for reading and knows who has it.

    A script waits for another script and raises InUse when a window has the office. Raises
    NotAnOffice, Unfinished, Incomplete, Newer, NoKeys, BrokenKeys, PasswordNeeded, WrongPassword,
    Damaged, UnsafePlace or CannotOpen when it cannot be opened at all.
    """
    if _is_server(where):
        return _open_on_server(str(where))
    path = Path(where)
    place.require_office(path)
    place.require_safe(path)
    keys = read_keys(path / KEYS, password)
    presence, because = _enter(path, Wants(wants))
    try:
        return _open_in_folder(path, keys, presence, because)
    except BaseException:
        if presence is not None:
            presence.leave()
        raise


def _fill(path: Path, keys: Keys, password: str, wants: Wants) -> Database:
    write_keys(path / KEYS, keys, password)
    for name in (ROWS, CONTENTS):
        (path / name).touch(mode=0o600)
    presence = enter(path, wants)
    try:
        database = _database(Folder(path, presence), keys)
        database.create_tables(keys.office)
    except BaseException:
        presence.leave()
        raise
    return database


def _enter(path: Path, wants: Wants) -> tuple[Presence | None, Mapping[str, object] | None]:
    """Return our stay, or why we may only read."""
    if not place.is_writable(path):
        return None, {"why": "not-writable", "place": str(path)}
    if wants is Wants.READER:
        return None, {"why": "reader", "place": str(path)}
    try:
        return enter(path, wants), None
    except InUse as taken:
        if wants is Wants.SCRIPT:
            raise
        return None, {"why": "in-use", **taken.facts}
    except OSError as refused:
        fault = place.fault_of_os(refused, path)
        if isinstance(fault, DiskFull) and place.release_ballast(path):
            return _enter(path, wants)
        raise fault from refused


def _open_in_folder(
    path: Path, keys: Keys, presence: Presence | None, because: Mapping[str, object] | None
) -> Database:
    is_frozen = because is not None and because["why"] == "not-writable"
    use = Use.FROZEN if is_frozen else Use.READ
    if is_frozen:
        _require_no_rest(path)
    is_full = False
    try:
        _require_ours(path, keys, use)
    except (DiskFull, DiskFailed, CannotOpen):
        if not place.is_nearly_full(path) or not place.release_ballast(path):
            raise
        is_full = True
        _require_ours(path, keys, use)
    return _database(Folder(path, presence, because, is_full), keys, is_frozen=is_frozen)


def _require_no_rest(path: Path) -> None:
    """Raise CannotOpen when a read-only folder holds changes that were not yet merged."""
    for name in (ROWS, CONTENTS):
        rest = path / f"{name}-wal"
        if rest.exists() and rest.stat().st_size:
            raise CannotOpen(place=str(path), file=rest.name, reason="unmerged")


def _require_ours(path: Path, keys: Keys, use: Use) -> None:
    """Raise unless both files open with the key, are whole and belong to this office."""
    for name, identify in ((ROWS, revision_of), (CONTENTS, contents_office)):
        with (
            named_faults(place=str(path), file=name),
            closing(open_file(path / name, keys.files, use)) as connection,
        ):
            _require_signed(path, name, connection)
            identify(connection.cursor(), keys.office)
            _require_whole(path, name, connection)


def _require_signed(path: Path, name: str, connection: Any) -> None:
    """Raise NotAnOffice for a database that opens with the key and is not of this program."""
    (signs,) = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN (?, ?)",
        (office.name, content_office.name),
    ).fetchone()
    if not signs:
        raise NotAnOffice(place=str(path), file=name)


def _require_whole(path: Path, name: str, connection: Any) -> None:
    """Raise Incomplete when the file is shorter than it says itself."""
    rest = path / f"{name}-wal"
    if rest.exists() and rest.stat().st_size:
        return
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if (path / name).stat().st_size < int(pages) * int(size):
        raise Incomplete(place=str(path), file=name)


def _database(folder: Folder, keys: Keys, *, is_frozen: bool = False) -> Database:
    rows, contents = (
        sqlite_engines(folder.path / name, keys.files, folder.note, is_frozen=is_frozen)
        for name in (ROWS, CONTENTS)
    )
    return Database(rows, contents, keys.audit, folder)


def _is_server(where: Path | str) -> bool:
    return isinstance(where, str) and where.startswith((f"{SERVER}:", f"{_DRIVER}:"))


def _create_on_server(url: str) -> Database:
    database = _on_server(url)
    try:
        _require_empty(database, url)
        database.create_tables(SERVER)
    except BaseException:
        database.close()
        raise
    return database


def _open_on_server(url: str) -> Database:
    database = _on_server(url)
    try:
        _require_known(database, url)
    except BaseException:
        database.close()
        raise
    return database


def _require_empty(database: Database, url: str) -> None:
    with database.rows.reader.begin() as connection:
        if connection.dialect.has_table(connection, office.name):
            raise Exists(place=_public(url))


def _require_known(database: Database, url: str) -> None:
    with database.rows.reader.begin() as connection:
        if not connection.dialect.has_table(connection, office.name):
            raise NotAnOffice(place=_public(url))
        revision_of(connection.connection.cursor(), SERVER)


def _on_server(url: str) -> Database:
    server = Server(_public(url))
    full = url.replace(f"{SERVER}:", f"{_DRIVER}:", 1)
    rows, contents = (postgresql_engines(full, server.note) for _ in (ROWS, CONTENTS))
    return Database(rows, contents, published_keys(SERVER).audit, server)


def _public(url: str) -> str:
    return make_url(url).render_as_string(hide_password=True)
