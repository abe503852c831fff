"""Long lists: ids read in partitions into a flat array, never as one list of rows."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, TypeVar, TypeVarTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from app.domain.shared.paging import View

PARTITION = 2000
ASKED_AT_ONCE = 500
MOST_ASKED = 2000
"""So many ids are asked for by name; more are picked out of the whole list."""
_UNBUFFERED = {"yield_per": 0, "stream_results": False}
"""Whatever was asked of the connection before: no row may be read ahead of us."""
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def spine_of(connection: Connection, wanted: Select[int]) -> array[int]:
    """Return the ids a query gives, in its order."""
    return array("q", values_of(connection, wanted))


def values_of(connection: Connection, wanted: Select[T]) -> Iterator[T]:
    """Return what a query of one column gives, in its order, as the database itself keeps it."""
    return chain.from_iterable(chain.from_iterable(_parts_of(connection, wanted)))


def _parts_of(connection: Connection, wanted: Select[T]) -> Iterator[Iterable[Iterable[T]]]:
    """Yield the rows of a query a part at a time.

    SQLite gives rows one by one anyway, and its driver's cursor is read as it is: what SQLAlchemy
    does for every row takes as long as the whole query.
    """
    if connection.dialect.name == "sqlite":
        cursor = connection.execute(wanted, execution_options=_UNBUFFERED).cursor
        while rows := cursor.fetchmany(PARTITION):
            yield rows
    else:
        found = connection.execute(wanted, execution_options={"yield_per": PARTITION})
        yield from found.partitions()


def found_spine(
    connection: Connection,
    wanted: Select[int],
    key: ColumnElement[int],
    among: Collection[int] | None,
) -> array[int]:
    """Return the ids a query gives, in its order; ``among`` keeps only these."""
    if among is None:
        return spine_of(connection, wanted)
    if len(among) <= MOST_ASKED:
        return spine_of(connection, wanted.where(key.in_(among)))
    return array("q", filter(frozenset(among).__contains__, spine_of(connection, wanted)))


def found_first(
    connection: Connection,
    wanted: Select[int],
    key: ColumnElement[int],
    size: int,
    among: Collection[int] | None,
) -> array[int]:
    """Return the first ids that ``found_spine`` would return."""
    most = max(0, size)
    if among is not None and len(among) > MOST_ASKED:
        return found_spine(connection, wanted, key, among)[:most]
    return found_spine(connection, wanted.limit(most), key, among)


def whole(connection: Connection, wanted: Select[*Ts]) -> Sequence[Row[*Ts]]:
    """Return all rows of a small query, read at one go.

    Read one by one, a worker asks for the interpreter between any two, while the window paints.
    """
    return connection.execute(wanted).all()


def slices(items: Iterable[T], size: int = ASKED_AT_ONCE) -> Iterator[tuple[T, ...]]:
    """Yield the items in groups small enough for one statement."""
    rest = iter(items)
    while group := tuple(islice(rest, size)):
        yield group


def ordered(
    wanted: Select[int], key: ColumnElement[Any], last: ColumnElement[int], view: View
) -> Select[int]:
    """Return a list of ids in the order of a key, ``last`` deciding between equals.

    What is empty stands at the end, in a descending list at the top.
    """
    if view.is_descending:
        return wanted.order_by(key.desc().nulls_first(), last.desc())
    return wanted.order_by(key.asc().nulls_last(), last.asc())


def in_order(ids: Iterable[int], found: Mapping[int, T]) -> tuple[T, ...]:
    """Return what was found in the order asked for; what is gone is left out."""
    return tuple(found[one] for one in ids if one in found)


def referring(connection: Connection, target: Table, ids: Sequence[int]) -> frozenset[int]:
    """Return which of the ids another record refers to, by the foreign keys of the schema.

    Tables that are a part of the record (their key begins with the reference) do not count.
    """
    used: set[int] = set()
    for table in target.metadata.tables.values():
        for column in table.columns:
            points_here = any(key.column is target.c.id for key in column.foreign_keys)
            if points_here and not column.primary_key:
                for group in slices(ids):
                    wanted = select(column).distinct().where(column.in_(group))
                    used.update(connection.scalars(wanted))
    return frozenset(used)
