"""Moving an office from a folder to a server and back, proven before it counts.

The source is read at one moment and not changed; the target says that it is not finished until
every row and every document in it was read again and is what the source holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, Table

from app.domain.shared.refusals import Unavailable
from app.storage import checks, moved, offices, place, rows_between
from app.storage.database import Database
from app.storage.engines import Engines
from app.storage.guards import CONTENT_GUARDS, ROW_GUARDS, post_guards
from app.storage.keys import KeyFile, write_key_file
from app.storage.place import CONTENTS, KEYS, ROWS, Exists, Folder
from app.storage.presence import Wants, enter
from app.storage.rows_between import Digest
from app.storage.search import SPEECHES
from app.storage.server_address import shown
from app.storage.server_keys import write_slots
from app.storage.servers import database_on, engines_on
from app.storage.trust_tables import office_keys
from app.storage.types import contents_metadata, metadata

Progress = Callable[[int, int], None]
Fill = Callable[[Database], None]
CONTENT_TABLES = tuple(contents_metadata.sorted_tables)


class MovedWrong(Unavailable):
    """What was written is not what was read; the source is as it was, and the target is nothing."""

    code = "moving.differs"


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved: so many rows of so many tables, so many documents, up to which audit row."""

    tables: int
    rows: int
    documents: int
    chain: int
    proof: str


@dataclass(slots=True)
class _Way:
    """How far a move is: every row is written once and read again once."""

    progress: Progress
    of: int
    done: int = 0

    def told(self, rows: int) -> None:
        self.done = min(self.done + rows, self.of)
        self.progress(self.done, self.of)


def to_server(source: Database, kept: KeyFile, url: str, progress: Progress, index: Fill) -> Moved:
    """Copy an office into an empty database; it stays unfinished until ``finish_on_server``.

    What an earlier move left unfinished there is removed first. Raises Exists, MovedWrong, and
    what disk and server refuse.
    """
    server, engines = engines_on(url)
    try:
        _clear(engines, url)
        with engines[0].writer.begin() as connection:
            moved.begin_on_server(connection)
    except BaseException:
        for one in engines:
            one.dispose()
        raise
    target = database_on(url, server, engines, source.keys)
    try:
        found = _copied(source, target, progress)
        with target.rows.writer.begin() as connection:
            write_slots(connection, kept)
        _prove(source, target, index)
        return found
    finally:
        target.close()


def to_folder(
    source: Database, kept: KeyFile, path: Path, progress: Progress, index: Fill
) -> Moved:
    """Copy an office into a new folder; it stays unfinished until ``place.finish``.

    Raises Exists, UnsafePlace, MovedWrong, and what disk and server refuse.
    """
    place.require_safe(path)
    place.new_folder(path)
    try:
        write_key_file(path / KEYS, kept)
        for name in (ROWS, CONTENTS):
            (path / name).touch(mode=0o600)
        target = offices.database_in(Folder(path, enter(path, Wants.SCRIPT)), source.keys)
        try:
            found = _copied(source, target, progress)
            _prove(source, target, index)
        finally:
            target.close()
    except OSError as refused:
        place.throw_away(path)
        raise place.fault_of_os(refused, path) from refused
    except BaseException:
        place.throw_away(path)
        raise
    return found


def finish(where: Path | str) -> None:
    """Say that everything of a moved office is there, and make that durable."""
    if isinstance(where, Path):
        place.finish(where)
    else:
        with _on(where) as connection:
            moved.finish_on_server(connection)


def mark(where: Path | str, to: Path | str, last: Moved) -> None:
    """Say that an office lies elsewhere now; raises MovedWrong if it was written since."""
    if isinstance(where, Path):
        moved.mark_folder(where, shown(to) if isinstance(to, str) else str(to))
        return
    with _on(where) as connection:
        connection.exec_driver_sql("LOCK TABLE audit IN EXCLUSIVE MODE")
        newest = connection.exec_driver_sql(
            "SELECT hash FROM audit ORDER BY seq DESC LIMIT 1"
        ).scalar()
        if newest != last.proof:
            raise MovedWrong(table="audit", before=last.chain, after="+")
        moved.mark_server(connection, shown(to) if isinstance(to, str) else str(to))


def unmark(where: Path | str) -> None:
    """Let an office be worked in again that was moved."""
    if isinstance(where, Path):
        moved.unmark_folder(where)
    else:
        with _on(where) as connection:
            moved.unmark_server(connection)


@contextmanager
def _on(url: str) -> Iterator[Connection]:
    _server, engines = engines_on(url)
    try:
        with engines[0].writer.begin() as connection:
            yield connection
    finally:
        for one in engines:
            one.dispose()


def _clear(engines: tuple[Engines, Engines], url: str) -> None:
    """Remove what an unfinished move left; raises Exists for anything else that lies there."""
    with engines[0].writer.begin() as connection:
        names = set(connection.dialect.get_table_names(connection))
        if not names:
            return
        if not moved.is_unfinished(connection):
            raise Exists(place=shown(url))
        for name in sorted(names):
            connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{name}" CASCADE')


def _row_tables() -> Iterator[Table]:
    """Yield the tables whose rows are moved, those that others refer to first."""
    return (one for one in metadata.sorted_tables if one is not office_keys)


@contextmanager
def _reading(engines: Engines) -> Iterator[Connection]:
    """Open what reads an office as it is at one moment, and nothing is kept of it."""
    is_file = engines.file is not None
    with (engines.writer if is_file else engines.reader).connect() as connection:
        transaction = connection.begin()
        try:
            yield connection
        finally:
            transaction.rollback()


@contextmanager
def _filling(writer: Engine) -> Iterator[Connection]:
    """Open what fills a new database; what refers to what is checked at the end."""
    with writer.connect() as connection:
        if connection.dialect.name == "sqlite":
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            yield connection
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]  # as above


def _copied(source: Database, target: Database, progress: Progress) -> Moved:
    with _reading(source.rows) as rows, _reading(source.documents) as contents:
        tables = [(rows, one) for one in _row_tables()]
        tables += [(contents, one) for one in CONTENT_TABLES]
        of = sum(rows_between.count(connection, one) for connection, one in tables)
        way = _Way(progress, 2 * of)
        digests = dict(_written_contents(contents, target, way))
        digests |= dict(_written_rows(rows, target, way))
    _require_same(target, digests, way)
    with target.read() as unit:
        seq, proof = unit.audit.newest()
    count = digests["content"].rows
    return Moved(len(digests), sum(one.rows for one in digests.values()), count, seq, proof)


def _written_contents(
    source: Connection, target: Database, way: _Way
) -> Iterator[tuple[str, Digest]]:
    with _filling(target.documents.writer) as connection:
        contents_metadata.create_all(connection)
        for table in CONTENT_TABLES:
            yield table.name, rows_between.carry(source, connection, table, way.told)
        post_guards(connection, CONTENT_GUARDS)


def _written_rows(source: Connection, target: Database, way: _Way) -> Iterator[tuple[str, Digest]]:
    with _filling(target.rows.writer) as connection:
        metadata.create_all(connection)
        for table in _row_tables():
            yield table.name, rows_between.carry(source, connection, table, way.told)
        speech = SPEECHES[connection.dialect.name]
        for rowid, words in rows_between.words(source):
            told = {"rowid": rowid, "words": speech.write(iter(words))}
            connection.execute(speech.enter, told)
        post_guards(connection, ROW_GUARDS)


def _require_same(target: Database, digests: dict[str, Digest], way: _Way) -> None:
    """Read everything again from the disk of the target; raises MovedWrong."""
    with target.rows.reader.begin() as rows, target.documents.reader.begin() as contents:
        tables = [(rows, one) for one in _row_tables()]
        for connection, table in (*tables, *((contents, one) for one in CONTENT_TABLES)):
            found = rows_between.digest(connection, table, way.told)
            if found != digests[table.name]:
                raise MovedWrong(
                    table=table.name, before=digests[table.name].rows, after=found.rows
                )


def _prove(source: Database, target: Database, index: Fill) -> None:
    """Index the documents, and check chain, guards, numbers, balances and documents anew.

    Raises MovedWrong for what the check of the source does not find too.
    """
    index(target)
    if found := checks.check(target):
        known = checks.check(source)
        first = next((one for one in found if one not in known), None)
        if first is None:
            return
        raise MovedWrong(table=first.code, before="", after=first.field)
