"""Upgrading: an older office becomes one of today, whole and proven, or stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, func, select, table, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from app.domain.shared.refusals import Unavailable
from app.storage import migrations, place, platform
from app.storage.copying import copy_file, put_back
from app.storage.faults import fault_of
from app.storage.files import File, Use, named_faults, open_file
from app.storage.guarding import Guard
from app.storage.guards import CONTENT_GUARDS, ROW_GUARDS, post_guards, withdraw_guards
from app.storage.place import BeingUpgraded
from app.storage.server_rows import keep_rows, release_rows

SCRIPTS = Path(__file__).with_name("migrations")
UPGRADE_LOCK = 0x75706772
_TOTALS = {"invoice": "gross_minor", "journal_posting": "amount_minor", "archive_file": "size"}


class Older(Unavailable):
    """The office was written by an older program and may only be read, so it stays older."""

    code = "place.older"


class NotUpgraded(Unavailable):
    """Upgrading failed or was not proven right; the office is as it was before."""

    code = "place.not-upgraded"


def always(_connection: Connection) -> bool:
    """Let an upgrade begin."""
    return True


@dataclass(frozen=True, slots=True)
class Part:
    """Rows or contents: they lie in files of their own and are upgraded one after the other."""

    name: str
    version_table: str
    guards: tuple[Guard, ...]


ROW_PART = Part("rows", "schema_revision", ROW_GUARDS)
CONTENT_PART = Part("contents", "content_revision", CONTENT_GUARDS)


def upgrade_files(older: Iterable[tuple[File, Part]]) -> None:
    """Bring the files of an older office to today's schema, all of them or none.

    Copies made before stay beside them as a way back. Raises NotUpgraded, and then the files are
    as they were.
    """
    copies: list[tuple[File, File]] = []
    try:
        for file, part in older:
            with place.named_refusals(file.path):
                copies.append((_copy_before(file), file))
            _upgrade_file(file, part)
    except BaseException:
        for kept, file in copies:
            put_back(kept, file)
            with place.named_refusals(kept.path):
                kept.path.unlink()
        raise


def _upgrade_file(file: File, part: Part) -> None:
    """Run every revision in one transaction, and count again before it ends."""
    with _named(file), _alone(file) as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        _upgrade(connection, part)


@contextmanager
def _named(file: File) -> Iterator[None]:
    """Let an error of the driver be known by its cause, also where SQLAlchemy passes it on."""
    try:
        with named_faults(place=str(file.path.parent)):
            yield
    except DBAPIError as failed:
        fault = fault_of(failed.orig) if failed.orig else None
        if fault is None:
            raise
        fault.facts |= {"place": str(file.path.parent)}
        raise fault from failed


def upgrade_server(engine: Engine, may_begin: Callable[[Connection], bool] = always) -> None:
    """Bring an office on a server to today's schema, all of it or none.

    One desk does it: ``may_begin`` looks, once no other can begin, whether it is still to be done.
    Raises BeingUpgraded while another is at it, and NotUpgraded.
    """
    with engine.begin() as connection:
        if not connection.scalar(select(func.pg_try_advisory_xact_lock(UPGRADE_LOCK))):
            raise BeingUpgraded
        if may_begin(connection):
            release_rows(connection)
            _upgrade(connection, CONTENT_PART, ROW_PART)
            keep_rows(connection)


def _copy_before(file: File) -> File:
    stem = f"{file.path.stem}-before-{migrations.HEAD}"
    names = (f"{stem}{'' if no == 1 else f'-{no}'}.db" for no in count(1))
    free = next(name for name in names if not (file.path.parent / name).exists())
    fresh = file.path.with_name(f"{free}.part")
    fresh.unlink(missing_ok=True)
    try:
        copy_file(file, fresh)
        fresh.rename(fresh.with_name(free))
        platform.sync_folder(fresh.parent)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return file._replace(path=fresh.with_name(free), reading=Use.READ)


@contextmanager
def _alone(file: File) -> Iterator[Connection]:
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: open_file(file.path, file.key, Use.WRITE, file.page),
        poolclass=StaticPool,
    )
    try:
        with engine.connect() as connection:
            yield connection
            connection.commit()
    finally:
        engine.dispose()


def _upgrade(connection: Connection, *parts: Part) -> None:
    before = _counted(connection)
    try:
        withdraw_guards(connection)
        may_change = {name for part in parts for name in migrate(connection, part)}
        withdraw_guards(connection)
        for part in parts:
            post_guards(connection, part.guards)
        _require_same(before, _counted(connection), may_change)
        _require_sound(connection)
    except SQLAlchemyError as failed:
        raise NotUpgraded(reason=str(failed), revision=migrations.HEAD) from failed


def migrate(connection: Connection, part: Part) -> frozenset[str]:
    """Run every revision that is missing; return the tables whose rows they may change."""
    from alembic import command  # noqa: PLC0415  0.3 s, and hardly ever needed
    from alembic.config import Config  # noqa: PLC0415  the same
    from alembic.script import ScriptDirectory  # noqa: PLC0415  the same

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes.update(
        connection=connection, part=part.name, version_table=part.version_table
    )
    command.upgrade(config, migrations.HEAD)
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    return frozenset(
        name for script in scripts for name in getattr(script.module, "MAY_CHANGE", ())
    )


def _counted(connection: Connection) -> Mapping[str, tuple[int, int]]:
    """Return how many rows each table has, and what its amounts come to."""
    names = connection.dialect.get_table_names(connection)
    return {
        name: (_number(connection, name, "count(*)"), _number(connection, name, _total(name)))
        for name in names
        if not name.startswith(("search_index", "document_index", "_alembic_tmp"))
    }


def _total(name: str) -> str:
    return f"coalesce(sum({_TOTALS[name]}), 0)" if name in _TOTALS else "0"


def _number(connection: Connection, name: str, what: str) -> int:
    return int(connection.scalar(select(text(what)).select_from(table(name))) or 0)


def _require_same(
    before: Mapping[str, tuple[int, int]],
    after: Mapping[str, tuple[int, int]],
    may_change: AbstractSet[str],
) -> None:
    for name, figures in before.items():
        if name not in may_change and not name.endswith("revision") and after.get(name) != figures:
            raise NotUpgraded(
                reason=f"{name}: {figures} {after.get(name)}", revision=migrations.HEAD
            )


def _require_sound(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if lost := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        raise NotUpgraded(reason=f"foreign keys: {lost[0]}", revision=migrations.HEAD)
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if found != "ok":
        raise NotUpgraded(reason=str(found), revision=migrations.HEAD)
