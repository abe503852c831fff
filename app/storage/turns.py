"""Turns: who is at a piece of later work; two never are, and whoever dies lets go.

On a server the turn is a lock of the server's that ends with the connection. A folder is open in
one process only, so there the turn is kept in its memory.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, func, select

from app.storage.database import Database

_memory = threading.Lock()
_held: WeakKeyDictionary[Database, set[int]] = WeakKeyDictionary()


@contextmanager
def turns(database: Database, wanted: Sequence[int], most: int) -> Iterator[tuple[int, ...]]:
    """Take the turn at some of these that nobody else is at, at most so many, until the end."""
    if database.rows.file is not None:
        with _in_memory(database, wanted, most) as ours:
            yield ours
        return
    with database.rows.writer.connect() as connection:
        ours = tuple(islice((one for one in wanted if _is_taken(connection, one)), most))
        connection.commit()
        try:
            yield ours
        finally:
            for one in ours:
                connection.execute(select(func.pg_advisory_unlock(one)))
            connection.commit()


@contextmanager
def _in_memory(database: Database, wanted: Sequence[int], most: int) -> Iterator[tuple[int, ...]]:
    with _memory:
        held = _held.setdefault(database, set())
        ours = tuple(one for one in wanted if one not in held)[:most]
        held.update(ours)
    try:
        yield ours
    finally:
        with _memory:
            held.difference_update(ours)


def _is_taken(connection: Connection, one: int) -> bool:
    return bool(connection.scalar(select(func.pg_try_advisory_lock(one))))
