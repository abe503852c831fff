"""Counts: their lines are written one by one while goods move, and stay once they are posted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import CountId, CountLineId, LocationId, LotId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import NotFound
from app.domain.stock.count import KIND, Count, CountLine, CountState
from app.domain.stock.count_refusals import CountedAlready
from app.domain.stock.count_row import OPEN
from app.domain.stock.move import Spot
from app.storage.count_tables import stock_count, stock_count_line
from app.storage.deeds import Changes
from app.storage.lists import slices, whole
from app.storage.types import Rows
from app.storage.versioned import replace_row

_HEAD = tuple(field.name for field in fields(Count) if field.name != "lines")


class CountStore:
    """Reads and writes counts on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, new: Count) -> None:
        """Write a new count with its lines in their order."""
        self._connection.execute(insert(stock_count), _head(new))
        for group in slices(enumerate(new.lines)):
            rows = [_line_row(one, new.id, place) for place, one in group]
            self._connection.execute(insert(stock_count_line), rows)
        self._changes.note(f"{KIND}:{new.id}", None, replace(new, lines=()))

    def get(self, count_id: CountId, *, is_locked: bool = False) -> Count:
        """Return a count with all of its lines; raises NotFound.

        What is locked nobody else counts or posts until we are done.
        """
        head = self.head(count_id, is_locked=is_locked)
        of_count = stock_count_line.c.count_id == count_id
        wanted = select(stock_count_line).where(of_count).order_by(stock_count_line.c.place)
        return replace(head, lines=tuple(map(line_of, whole(self._connection, wanted))))

    def part(self, count_id: CountId, line_id: CountLineId) -> Count:
        """Return a count with this line only, locked; raises NotFound."""
        head = self.head(count_id, is_locked=True)
        wanted = select(stock_count_line).where(
            stock_count_line.c.count_id == count_id, stock_count_line.c.id == line_id
        )
        return replace(head, lines=tuple(map(line_of, self._connection.execute(wanted))))

    def head(self, count_id: CountId, *, is_locked: bool = False) -> Count:
        """Return a count without its lines; raises NotFound."""
        wanted = select(stock_count).where(stock_count.c.id == count_id)
        asked = wanted.with_for_update() if is_locked else wanted
        found = self._connection.execute(asked).one_or_none()
        if found is None:
            raise NotFound(record=KIND, id=count_id)
        return _count(found)

    def save(self, before: Count, after: Count) -> None:
        """Replace a count and the lines that changed; ``after.version`` is the next.

        Raises Conflict.
        """
        replace_row(self._connection, stock_count, before, _head(after))
        was = {one.id: one for one in before.lines}
        for line in after.lines:
            if was.get(line.id) != line:
                self._write(line)
        self._changes.note(f"{KIND}:{after.id}", _told(before), _told(after))

    def tell(self, before: CountLine, after: CountLine) -> None:
        """Write what was counted; raises CountedAlready where somebody else did so meanwhile."""
        is_same = (
            stock_count_line.c.counted.is_(None)
            if before.counted is None
            else stock_count_line.c.counted == before.counted
        )
        if not self._write(after, is_same):
            raise CountedAlready(
                who=before.counted_by, at=before.counted_at, value=before.counted, line=before.id
            )
        self._changes.note(f"stock-count-line:{after.id}", before, after)

    def add_line(self, count_id: CountId, new: CountLine) -> None:
        """Write a line for what was found where the sheet had nothing."""
        row = _line_row(new, count_id, self._next_place(count_id))
        self._connection.execute(insert(stock_count_line), row)
        self._changes.note(f"stock-count-line:{new.id}", None, new)

    def line_at(self, count_id: CountId, spot: Spot) -> CountLine | None:
        """Return the line of a spot, or none."""
        wanted = select(stock_count_line).where(
            stock_count_line.c.count_id == count_id,
            stock_count_line.c.product_id == spot.product_id,
            stock_count_line.c.location_id == spot.location_id,
            stock_count_line.c.lot_id == spot.lot_id
            if spot.lot_id
            else stock_count_line.c.lot_id.is_(None),
        )
        found = self._connection.execute(wanted).one_or_none()
        return None if found is None else line_of(found)

    def counted_elsewhere(
        self, spots: Collection[Spot], but: CountId | None = None
    ) -> tuple[str, int] | None:
        """Return the number of another open count with some of these spots, and how many of them.

        A difference that two counts found would be booked twice.
        """
        numbers = sorted(self.counted_now(spots, but).values())
        return (numbers[0], numbers.count(numbers[0])) if numbers else None

    def counted_now(self, spots: Collection[Spot], but: CountId | None = None) -> dict[Spot, str]:
        """Return which of these spots an open count has, and the number of that count."""
        asked = set(spots)
        wanted: Rows = (
            select(stock_count.c.number, stock_count_line)
            .join(stock_count, stock_count.c.id == stock_count_line.c.count_id)
            .where(stock_count.c.state.in_(OPEN), stock_count.c.id != (but or 0))
        )
        found: dict[Spot, str] = {}
        for products in slices({one.product_id for one in asked}):
            of_products = wanted.where(stock_count_line.c.product_id.in_(products))
            rows = self._connection.execute(of_products)
            found.update((_spot(row), row.number) for row in rows if _spot(row) in asked)
        return found

    def _next_place(self, count_id: CountId) -> int:
        wanted = select(func.max(stock_count_line.c.place)).where(
            stock_count_line.c.count_id == count_id
        )
        last = self._connection.scalar(wanted)
        return 0 if last is None else int(last) + 1

    def _write(self, line: CountLine, *same: Any) -> bool:
        values = _found(line)
        changed = update(stock_count_line).where(stock_count_line.c.id == line.id, *same)
        return self._connection.execute(changed.values(values)).rowcount == 1


def line_of(row: Row[Any]) -> CountLine:
    """Return the line that a row of the table holds."""
    return CountLine(
        id=CountLineId(row.id),
        spot=_spot(row),
        counted=row.counted,
        book=row.book,
        counted_at=row.counted_at,
        counted_by=row.counted_by,
        reason=row.reason,
        earlier=parsed(tuple[Quantity, ...], row.earlier),
    )


def last_counted(connection: Connection, warehouse_id: LocationId) -> dict[ProductId, date]:
    """Return when each product of a warehouse was last counted in a count that was posted."""
    wanted: Rows = (
        select(stock_count_line.c.product_id, func.max(stock_count.c.posted_on))
        .join(stock_count, stock_count.c.id == stock_count_line.c.count_id)
        .where(
            stock_count.c.state == CountState.POSTED,
            stock_count.c.warehouse_id == warehouse_id,
            stock_count_line.c.counted.is_not(None),
        )
        .group_by(stock_count_line.c.product_id)
    )
    rows = connection.execute(wanted)
    return {ProductId(row[0]): date.fromisoformat(str(row[1])) for row in rows}


def _told(one: Count) -> Count:
    """Return a count as the audit tells it: of its lines only those that differ."""
    return replace(one, lines=one.differing)


def _head(one: Count) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _HEAD} | {"number": one.number or None}


def _count(row: Row[Any]) -> Count:
    own: dict[str, Any] = {name: getattr(row, name) for name in _HEAD}
    return Count(**own | {"lines": (), "number": row.number or ""})


def _spot(row: Row[Any]) -> Spot:
    lot_id = None if row.lot_id is None else LotId(row.lot_id)
    return Spot(ProductId(row.product_id), LocationId(row.location_id), lot_id)


def _found(line: CountLine) -> dict[str, Any]:
    return {
        "counted": line.counted,
        "book": line.book,
        "counted_at": line.counted_at,
        "counted_by": line.counted_by,
        "reason": line.reason,
        "earlier": plain(line.earlier),
    }


def _line_row(line: CountLine, count_id: CountId, place: int) -> dict[str, Any]:
    return _found(line) | {
        "id": line.id,
        "count_id": count_id,
        "place": place,
        "product_id": line.spot.product_id,
        "location_id": line.spot.location_id,
        "lot_id": line.spot.lot_id,
    }
