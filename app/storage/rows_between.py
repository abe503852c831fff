"""Rows between two databases: every row of every table as the driver has it, told by a digest.

Nothing is decoded and written anew, so what was hashed, sealed or chained is the same byte by byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, TableClause, column, func, insert, select
from sqlalchemy import table as bare

from app.storage.nul import without_nul

BATCH = 500
FEW = 4
"""So many chunks of documents are held in memory at once, each of up to a mebibyte."""
_ROOM = 1 << 256

Row = Sequence[Any]
Told = Callable[[int], None]
Cleaned = Callable[[str, object], None]


class Digest(NamedTuple):
    """How many rows a table has and what they come to, in whatever order they lie."""

    rows: int = 0
    total: int = 0

    def with_row(self, row: Row) -> Digest:
        """Return the digest with one more row."""
        text = repr(tuple(bytes(one) if isinstance(one, memoryview) else one for one in row))
        one = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
        return Digest(self.rows + 1, (self.total + one) % _ROOM)


def ignore(_table: str, _id: object) -> None:
    """Nobody wants to know which rows were cleaned."""


def plain(table: Table) -> TableClause:
    """Return a table whose values are what the driver has: no type turns them into others."""
    return bare(table.name, *(column(one.name) for one in table.columns))


def count(connection: Connection, table: Table) -> int:
    """Return how many rows a table has."""
    return connection.scalar(select(func.count()).select_from(plain(table))) or 0


def read(connection: Connection, table: Table) -> Generator[list[Row]]:
    """Yield the rows of a table, some at a time."""
    size = FEW if "bytes" in table.c else BATCH
    streamed = {"yield_per": size, "stream_results": True}
    with closing(connection.execute(select(plain(table)), execution_options=streamed)) as found:
        for part in found.partitions(size):
            yield [tuple(row) for row in part]


def digest(connection: Connection, table: Table, told: Told) -> Digest:
    """Return what the rows of a table come to."""
    found = Digest()
    with closing(read(connection, table)) as parts:
        for rows in parts:
            for row in rows:
                found = found.with_row(row)
            told(len(rows))
    return found


def carry(
    source: Connection, target: Connection, table: Table, told: Told, cleaned: Cleaned = ignore
) -> Digest:
    """Write the rows of a table into the same table of another database; returns their digest.

    ``cleaned`` hears of a row with the character U+0000, which is left out.
    """
    found = Digest()
    with closing(read(source, table)) as parts:
        for read_rows in parts:
            rows = [without_nul(row) for row in read_rows]
            for before, after in zip(read_rows, rows, strict=True):
                if before is not after:
                    cleaned(table.name, before[0])
            _write(target, table, rows)
            for row in rows:
                found = found.with_row(row)
            told(len(rows))
    return found


def _write(target: Connection, table: Table, rows: list[Row]) -> None:
    names = [one.name for one in table.columns]
    if target.dialect.name == "sqlite":
        told = [dict(zip(names, row, strict=True)) for row in rows]
        target.execute(insert(plain(table)), told)
        return
    raw: Any = target.connection.driver_connection
    listed = ", ".join(f'"{name}"' for name in names)
    with raw.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({listed}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def words(connection: Connection) -> Iterator[tuple[int, list[str]]]:
    """Yield the words of each entry of the search, in their order."""
    for rowid, found in groupby(_placed(connection), key=itemgetter(0)):
        yield rowid, [word for _, _, word in sorted(found, key=itemgetter(1))]


def _placed(connection: Connection) -> Iterator[tuple[int, int, str]]:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE temp.placed_words "
            "USING fts5vocab('main', 'search_index', 'instance')"
        )
        wanted = 'SELECT doc, "offset", term FROM temp.placed_words ORDER BY doc'
    else:
        wanted = (
            "SELECT rowid, place, lexeme FROM search_index, "
            "LATERAL unnest(words) AS told, LATERAL unnest(told.positions) AS place ORDER BY rowid"
        )
    for rowid, place, word in connection.exec_driver_sql(wanted):
        yield int(rowid), int(place), str(word)
