"""Whole copies: every row of an office written into another database, and read again from there.

The source is read at one moment. What was written counts when each table comes to what was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, Engine, Table

from app.domain.shared.refusals import Unavailable
from app.storage import rows_between
from app.storage.database import Database
from app.storage.engines import Engines
from app.storage.guards import CONTENT_GUARDS, ROW_GUARDS, post_guards
from app.storage.rows_between import Digest
from app.storage.search import SPEECHES
from app.storage.server_rows import keep_rows
from app.storage.trust_tables import office_keys
from app.storage.types import contents_metadata, metadata

Progress = Callable[[int, int], None]
CHUNKS = "content_chunk"
ROW_TABLES = tuple(one for one in metadata.sorted_tables if one is not office_keys)
"""The tables whose rows are copied, those that others refer to first."""
CONTENT_TABLES = tuple(contents_metadata.sorted_tables)
LIST_TABLES = tuple(one for one in CONTENT_TABLES if one.name != CHUNKS)
"""What is known of documents without their bytes."""


class MovedWrong(Unavailable):
    """What was written is not what was read; the source is as it was, and the target is nothing."""

    code = "moving.differs"


class Ends(NamedTuple):
    """The connections to the rows and to the contents of one office."""

    rows: Connection
    contents: Connection


@dataclass(slots=True)
class Way:
    """How far a copy is: every row is written once and read again once.

    ``cleaned`` are the rows whose texts held the character U+0000, which was left out.
    """

    progress: Progress
    of: int
    done: int = 0
    cleaned: list[str] = field(default_factory=list)

    def clean(self, table: str, row: object) -> None:
        """Hear of a row that was cleaned."""
        self.cleaned.append(f"{table}:{row}")

    def told(self, rows: int) -> None:
        """Hear of rows that were written or read."""
        self.done = min(self.done + rows, self.of)
        self.progress(self.done, self.of)


@contextmanager
def reading(source: Database) -> Iterator[Ends]:
    """Open what reads an office as it is at one moment, and nothing is kept of it."""
    with _reading(source.rows) as rows:
        if source.rows.file is None:
            yield Ends(rows, rows)
        else:
            with _reading(source.documents) as contents:
                yield Ends(rows, contents)


@contextmanager
def filling(writer: Engine) -> Iterator[Connection]:
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


def way_of(source: Ends, progress: Progress, lists: tuple[Table, ...] = CONTENT_TABLES) -> Way:
    """Return the way of a copy, by how many rows there are."""
    of = sum(rows_between.count(connection, one) for connection, one in _tables(source, lists))
    return Way(progress, 2 * of)


def copy_all(
    source: Ends, target: Database, way: Way, lists: tuple[Table, ...] = CONTENT_TABLES
) -> Mapping[str, Digest]:
    """Write an office into new databases; returns what each table comes to."""
    with filling(target.documents.writer) as connection:
        contents_metadata.create_all(connection)
        digests = carry_contents(source.contents, connection, way, lists)
        post_guards(connection, CONTENT_GUARDS)
    with filling(target.rows.writer) as connection:
        metadata.create_all(connection)
        digests |= carry_rows(source.rows, connection, way)
        post_guards(connection, ROW_GUARDS)
        keep_rows(connection)
    return digests


def carry_contents(
    source: Connection, target: Connection, way: Way, lists: tuple[Table, ...] = CONTENT_TABLES
) -> dict[str, Digest]:
    """Write the rows about documents into tables that are empty."""
    return {one.name: rows_between.carry(source, target, one, way.told, way.clean) for one in lists}


def carry_rows(source: Connection, target: Connection, way: Way) -> dict[str, Digest]:
    """Write all other rows into tables that are empty, and the words of the search."""
    carry, clean = rows_between.carry, way.clean
    found = {one.name: carry(source, target, one, way.told, clean) for one in ROW_TABLES}
    speech = SPEECHES[target.dialect.name]
    for rowid, words in rows_between.words(source):
        target.execute(speech.enter, {"rowid": rowid, "words": speech.write(iter(words))})
    return found


def require_same(
    found: Ends,
    digests: Mapping[str, Digest],
    way: Way,
    lists: tuple[Table, ...] = CONTENT_TABLES,
) -> None:
    """Read everything again that was written; raises MovedWrong."""
    for connection, table in _tables(found, lists):
        before, after = digests[table.name], rows_between.digest(connection, table, way.told)
        if after != before:
            raise MovedWrong(table=table.name, before=before.rows, after=after.rows)


@contextmanager
def read_again(target: Database) -> Iterator[Ends]:
    """Open what reads back from the disk what was written."""
    with target.rows.reader.begin() as rows, target.documents.reader.begin() as contents:
        yield Ends(rows, contents)


@contextmanager
def _reading(engines: Engines) -> Iterator[Connection]:
    is_file = engines.file is not None
    with (engines.writer if is_file else engines.reader).connect() as connection:
        transaction = connection.begin()
        try:
            yield connection
        finally:
            transaction.rollback()


def _tables(ends: Ends, lists: tuple[Table, ...]) -> list[tuple[Connection, Table]]:
    rows = [(ends.rows, one) for one in ROW_TABLES]
    return rows + [(ends.contents, one) for one in lists]
