"""Offices: made new and opened again, in a folder or on a server."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.storage import keybook, migrations, place
from app.storage.database import Database
from app.storage.faults import CannotOpen, DiskFailed, DiskFull
from app.storage.files import File, Use, require_driver
from app.storage.inspection import Revisions, has_rest, require_no_rest, require_ours
from app.storage.keybook import FolderKeys, KeyBook, KeyPlace
from app.storage.keys import (
    Keys,
    LogInNeeded,
    PasswordNeeded,
    keys_in,
    new_keys,
    read_keys,
    write_keys,
)
from app.storage.moments import sweep
from app.storage.moved import folder_moved_to
from app.storage.place import CONTENTS, KEYS, PAGES, ROWS, Folder, is_server
from app.storage.presence import InUse, Presence, Wants, enter
from app.storage.rekeying import settle
from app.storage.slots import Grant
from app.storage.tries import FolderTally, Tries

if TYPE_CHECKING:
    from app.storage.transactions import Transactions


def create_office(
    where: Path | str, password: str = "", *, wants: str = Wants.WINDOW.value
) -> Database:
    """Make a new office and open it; nothing that exists is ever overwritten.

    Raises Exists, UnsafePlace, NotWritable or DiskFull; then nothing of it is left.
    """
    if is_server(where):
        from app.storage.servers import create_on_server  # noqa: PLC0415  loads SQLAlchemy

        return create_on_server(str(where), password)
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
    where: Path | str, password: str = "", *, user: str = "", wants: str = Wants.WINDOW.value
) -> Database:
    """Open an office; a second window is opened for reading and knows who has it.

    A script waits for another script and raises InUse when a window has the office. Raises
    NotAnOffice, Unfinished, Incomplete, Newer, NoKeys, BrokenKeys, PasswordNeeded, WrongPassword,
    LogInNeeded, WrongLogIn, Damaged, UnsafePlace or CannotOpen when it cannot be opened at all.
    """
    if is_server(where):
        from app.storage.servers import open_on_server  # noqa: PLC0415  loads SQLAlchemy

        return open_on_server(str(where), password, user)
    path = Path(where)
    _finish_restore(path)
    place.require_office(path)
    place.require_safe(path)
    return open_with(path, read_keys(path / KEYS, password, user), wants=wants)


def open_with(where: Path | str, keys: Keys, *, wants: str = Wants.WINDOW.value) -> Database:
    """Open an office with keys that were read; raises as ``open_office`` does."""
    if is_server(where):
        from app.storage.servers import open_on_server_with  # noqa: PLC0415  loads SQLAlchemy

        return open_on_server_with(str(where), keys)
    path = Path(where)
    presence, because = _enter(path, Wants(wants))
    try:
        if presence is not None:
            settle(path)
            sweep(path.parent)
        return _open_in_folder(path, keys, presence, because)
    except BaseException:
        if presence is not None:
            presence.leave()
        raise


def needs_password(where: Path | str) -> bool:
    """Say whether an office opens with a password only."""
    try:
        if not is_server(where):
            _finish_restore(Path(where))
        keys_in(key_place(where).read(), "", "", str(where))
    except (PasswordNeeded, LogInNeeded):
        return True
    return False


def key_place(where: Path | str) -> KeyPlace:
    """Return where the key slots of an office lie."""
    if is_server(where):
        from app.storage.server_keys import ServerKeys  # noqa: PLC0415  loads SQLAlchemy

        return ServerKeys(str(where))
    return FolderKeys(Path(where))


def tries_of(where: Path | str, names: Collection[str]) -> Tries:
    """Return what counts the tries to open an office."""
    if is_server(where):
        from app.storage.server_keys import ServerTally  # noqa: PLC0415  loads SQLAlchemy

        return Tries(ServerTally(str(where)), names)
    return Tries(FolderTally(Path(where)), names)


def found(where: Path | str, password: str, first: tuple[str, str], code: str) -> None:
    """Give a closed office its first user, an owner, and a recovery code; HasUsers, InUse."""
    if is_server(where):
        from app.storage.server_keys import ServerKeys  # noqa: PLC0415  loads SQLAlchemy

        keys = ServerKeys(str(where))
        keys.found(keys_in(keys.read(), password, "", str(where)), first, code)
    else:
        keybook.found(Path(where), password, first, code)


def renew(where: Path | str, log_in: tuple[str, str], grants: Mapping[str, Grant]) -> None:
    """Give a closed office new keys, and them to those with a grant; KeysLacking, InUse."""
    user, password = log_in
    keys = key_place(where)
    before = keys_in(keys.read(), password, user, str(where))
    if is_server(where):
        from app.storage.server_keys import ServerKeys  # noqa: PLC0415  loads SQLAlchemy

        ServerKeys(str(where)).renew(before, grants)
    else:
        keybook.renew(Path(where), before, grants)


def _finish_restore(path: Path) -> None:
    """Put a restored office in its place, if the machine stopped just before that."""
    if path.exists():
        return
    from app.storage.restoring import finish_interrupted  # noqa: PLC0415  hardly ever needed

    finish_interrupted(path)


def _fill(path: Path, keys: Keys, password: str, wants: Wants) -> Database:
    write_keys(path / KEYS, keys, password)
    for name in (ROWS, CONTENTS):
        (path / name).touch(mode=0o600)
    presence = enter(path, wants)
    try:
        database = database_in(Folder(path, presence), keys)
        database.create_tables(keys.office)
    except BaseException:
        presence.leave()
        raise
    return database


def _enter(path: Path, wants: Wants) -> tuple[Presence | None, Mapping[str, object] | None]:
    """Return our stay, or why we may only read."""
    if not place.is_writable(path):
        return None, {"why": "not-writable", "place": str(path)}
    if to := folder_moved_to(path):
        return None, {"why": "moved", "place": str(path), "to": to}
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
        require_no_rest(path)
    is_full = False
    try:
        revisions = require_ours(path, keys, use)
    except (DiskFull, DiskFailed, CannotOpen):
        if not place.is_nearly_full(path):
            raise
        is_full = True
        revisions, is_frozen = _on_a_full_disk(path, keys, is_ours=presence is not None)
        because = {"why": "was-full", "place": str(path)} if is_frozen else because
    _bring_up_to_date(path, keys, revisions, None if is_frozen else presence)
    lying = Folder(path, presence, because, is_full and not is_frozen)
    return database_in(lying, keys, is_frozen=is_frozen)


def _on_a_full_disk(path: Path, keys: Keys, *, is_ours: bool) -> tuple[Revisions, bool]:
    """Look at an office with the room that we held, or as it lies; say whether it was so.

    It is read as it lies only while nobody else has it and nothing waits to be merged; DiskFull.
    """
    try:
        if place.release_ballast(path):
            return require_ours(path, keys, Use.READ), False
    except (DiskFull, DiskFailed, CannotOpen):
        """What we held was not enough, or another program took it at once."""
    if not is_ours or has_rest(path, ROWS) or has_rest(path, CONTENTS):
        raise DiskFull(place=str(path))
    return require_ours(path, keys, Use.FROZEN), True


def _bring_up_to_date(
    path: Path, keys: Keys, revisions: Revisions, presence: Presence | None
) -> None:
    """Upgrade what is older than this program; raises Older when it may only be read."""
    if min(revisions) >= migrations.HEAD:
        return
    from app.storage import upgrade  # noqa: PLC0415  loads SQLAlchemy, the first list waits not

    if presence is None:
        raise upgrade.Older(place=str(path), revision=revisions.rows, known=migrations.HEAD)
    parts = (
        (ROWS, upgrade.ROW_PART, revisions.rows),
        (CONTENTS, upgrade.CONTENT_PART, revisions.contents),
    )
    older = [(name, part) for name, part, found in parts if found < migrations.HEAD]
    upgrade.upgrade_files(
        (File(path / name, keys.files, Use.READ, PAGES[name]), part) for name, part in older
    )


def database_in(folder: Folder, keys: Keys, *, is_frozen: bool = False) -> Database:
    """Return the database of an office over a folder that was entered."""
    require_driver()
    use = Use.FROZEN if is_frozen else Use.READ
    connect = partial(_connected, folder, keys, is_frozen=is_frozen)
    file = File(folder.path / ROWS, keys.files, use, PAGES[ROWS])
    return Database(connect, folder, KeyBook(FolderKeys(folder.path), keys), file)


def _connected(folder: Folder, keys: Keys, *, is_frozen: bool) -> Transactions:
    # These load SQLAlchemy, which the first list does not wait for.
    from app.storage.engines import sqlite_engines  # noqa: PLC0415  as above
    from app.storage.transactions import Transactions  # noqa: PLC0415  as above

    rows, contents = (
        sqlite_engines(folder.path / name, keys.files, folder.note, is_frozen=is_frozen)
        for name in (ROWS, CONTENTS)
    )
    return Transactions(rows, contents, keys, folder)
