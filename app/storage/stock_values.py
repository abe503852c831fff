"""Values: what the stock is worth, and the history from which that can be replayed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from app.domain.shared.ids import EntryId, MoveId, ProductId, StockValueId, new_id
from app.domain.stock.costs import Layer, as_quantity, whole_parts
from app.domain.stock.posting import ValueReason
from app.domain.stock.valuation import Booked, Charge, Event, Left
from app.storage.lists import slices
from app.storage.stock_tables import (
    stock_layer,
    stock_move,
    stock_value,
    stock_value_month,
    stock_worth,
)
from app.storage.types import Rows
from app.storage.upserts import insert_into


class Worth(NamedTuple):
    """How much of a product is valued, in whole millionths, and what it is worth."""

    quantity: int = 0
    value: int = 0


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A change of the value of the stock, and the entry that booked it."""

    product_id: ProductId
    booked_on: date
    amount: int
    reason: ValueReason
    move_id: MoveId | None = None
    entry_id: EntryId | None = None


class Revalued(NamedTuple):
    """When the value of a product was last set anew: the day, and the id of its row."""

    day: date
    id: int


class ValueStore:
    """Reads and writes what the stock is worth on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def worths(self, ids: Collection[ProductId]) -> dict[ProductId, Worth]:
        """Return what lies of these products and its worth."""
        found = dict.fromkeys(ids, Worth())
        for group in slices(ids):
            wanted = select(stock_worth).where(stock_worth.c.product_id.in_(group))
            for row in self._connection.execute(wanted):
                worth = Worth(whole_parts(row.quantity), row.value_minor)
                found[ProductId(row.product_id)] = worth
        return found

    def keep_worth(self, product_id: ProductId, worth: Worth) -> None:
        """Write what lies of a product and its worth."""
        fresh = insert_into(self._connection, stock_worth)
        saved = fresh.on_conflict_do_update(
            index_elements=("product_id",),
            set_={
                "quantity": fresh.excluded.quantity,
                "value_minor": fresh.excluded.value_minor,
            },
        )
        quantity = as_quantity(worth.quantity)
        row = {"product_id": product_id, "quantity": quantity, "value_minor": worth.value}
        self._connection.execute(saved, row)

    def last_told(self, product_id: ProductId) -> Worth:
        """Return how much came last with a paper that says its worth, and that worth."""
        key = stock_move.c
        wanted = (
            select(key.quantity, key.value_minor)
            .where(key.product_id == product_id, key.value_minor.is_not(None))
            .order_by(key.moved_on.desc(), key.id.desc())
            .limit(1)
        )
        found = self._connection.execute(wanted).one_or_none()
        return Worth() if found is None else Worth(whole_parts(found[0]), found[1] or 0)

    def layers(self, product_id: ProductId, until: int | None = None) -> tuple[Layer, ...]:
        """Return what is left of receipts, the oldest first; no more than holds a quantity."""
        key = stock_layer.c
        wanted: Rows = (
            select(stock_layer)
            .where(key.product_id == product_id)
            .order_by(key.received_on, key.move_id)
        )
        found: list[Layer] = []
        held = 0
        rows = self._connection.execute(wanted, execution_options={"yield_per": 50})
        for row in rows:
            if until is not None and held >= until:
                rows.close()
                break
            found.append(_layer(row))
            held += found[-1].left
        return tuple(found)

    def layer(self, move_id: MoveId) -> Layer | None:
        """Return what is left of one receipt, or none."""
        wanted = select(stock_layer).where(stock_layer.c.move_id == move_id)
        found = self._connection.execute(wanted).one_or_none()
        return None if found is None else _layer(found)

    def keep_layers(
        self, product_id: ProductId, gone: Iterable[int], left: Iterable[Layer]
    ) -> None:
        """Write layers in the place of these that were there before."""
        ids = tuple(gone)
        for group in slices(ids):
            self._connection.execute(delete(stock_layer).where(stock_layer.c.move_id.in_(group)))
        rows = [_layer_row(product_id, one) for one in left]
        if rows:
            self._connection.execute(insert(stock_layer), rows)

    def drop_layers(self, product_id: ProductId) -> None:
        """Forget every layer of a product: its history was worked out anew."""
        of_product = stock_layer.c.product_id == product_id
        self._connection.execute(delete(stock_layer).where(of_product))

    def book(self, rows: Sequence[ValueRow]) -> None:
        """Write changes of value, and add them to the sums of their months."""
        if not rows:
            return
        last = self.last_id()
        fresh_ids = [max(new_id(), last + place) for place in range(1, len(rows) + 1)]
        written = [_row(one, own) for one, own in zip(rows, fresh_ids, strict=True)]
        self._connection.execute(insert(stock_value), written)
        sums: dict[tuple[int, int], int] = defaultdict(int)
        for one in rows:
            sums[one.product_id, month_of(one.booked_on)] += one.amount
        fresh = insert_into(self._connection, stock_value_month)
        kept = stock_value_month.c.amount_minor
        saved = fresh.on_conflict_do_update(
            index_elements=("product_id", "month"),
            set_={"amount_minor": kept + fresh.excluded.amount_minor},
        )
        months = [
            {"product_id": product, "month": month, "amount_minor": amount}
            for (product, month), amount in sorted(sums.items())
        ]
        self._connection.execute(saved, months)

    def last_id(self) -> int:
        """Return the highest id of all changes of value and of all moves, or zero.

        What is written next comes after both, whatever the clock of a machine says.
        """
        values = self._connection.scalar(select(func.max(stock_value.c.id))) or 0
        moves = self._connection.scalar(select(func.max(stock_move.c.id))) or 0
        return max(int(values), int(moves))

    def amounts_of(self, ids: Collection[MoveId]) -> dict[MoveId, int]:
        """Return by how much each of these moves changed the value, all together."""
        found: dict[MoveId, int] = {}
        for group in slices(ids):
            wanted: Rows = (
                select(stock_value.c.move_id, func.sum(stock_value.c.amount_minor))
                .where(stock_value.c.move_id.in_(group))
                .group_by(stock_value.c.move_id)
            )
            rows = self._connection.execute(wanted)
            found.update((MoveId(row[0]), int(row[1])) for row in rows)
        return found

    def landed(self, ids: Collection[MoveId]) -> int:
        """Return what was added to goods that came by these moves, known later."""
        found = 0
        for group in slices(ids):
            wanted = select(func.sum(stock_value.c.amount_minor)).where(
                stock_value.c.move_id.in_(group), stock_value.c.reason == ValueReason.LANDED
            )
            found += int(self._connection.scalar(wanted) or 0)
        return found

    def last_day(self, product_id: ProductId) -> date | None:
        """Return the last day on which the value of a product changed, or none."""
        wanted = select(func.max(stock_value.c.booked_on)).where(
            stock_value.c.product_id == product_id
        )
        return self._connection.scalar(wanted)

    def revalued(self, product_id: ProductId) -> Revalued | None:
        """Return when the value of a product was last set anew, or none."""
        wanted = select(stock_value.c.booked_on, stock_value.c.id).where(
            stock_value.c.product_id == product_id, stock_value.c.move_id.is_(None)
        )
        latest = wanted.order_by(stock_value.c.id.desc()).limit(1)
        found = self._connection.execute(latest).one_or_none()
        return None if found is None else Revalued(found.booked_on, found.id)

    def events(self, product_id: ProductId, ours: Collection[int], after: int) -> tuple[Event, ...]:
        """Return what came and went of a product since a move, in the order of its days."""
        key = stock_move.c
        wanted = (
            select(
                key.id,
                key.moved_on,
                key.quantity,
                key.from_id,
                key.to_id,
                key.value_minor,
                key.reverses_id,
                key.origin_id,
            )
            .where(key.product_id == product_id, key.id > after)
            .order_by(key.moved_on, key.id)
        )
        found = []
        here = frozenset(ours)
        for row in self._connection.execute(wanted):
            comes, goes = row.to_id in here, row.from_id in here
            if comes != goes:
                parts = whole_parts(row.quantity)
                sign = 1 if comes else -1
                origin = row.reverses_id or row.origin_id
                found.append(Event(row.id, row.moved_on, sign * parts, row.value_minor, origin))
        return tuple(found)

    def booked(
        self, product_id: ProductId, after: int
    ) -> tuple[tuple[Booked, ...], tuple[Charge, ...]]:
        """Return every change of value since a row, and those that were costs known later."""
        key = stock_value.c
        wanted: Rows = (
            select(key.move_id, key.booked_on, key.amount_minor, key.reason)
            .where(key.product_id == product_id, key.id > after, key.move_id.is_not(None))
            .order_by(key.id)
        )
        rows = self._connection.execute(wanted).all()
        booked = tuple(Booked(row[0], row[1], row[2]) for row in rows)
        charges = (row for row in rows if row.reason is ValueReason.LANDED)
        return booked, tuple(Charge(row[0], row[1], row[2]) for row in charges)

    def opening(self, product_id: ProductId, ours: Collection[int], at: Revalued) -> Worth:
        """Return what lay of a product when its value was set anew, and its worth."""
        before = (one for one in self.events(product_id, ours, 0) if one.move_id < at.id)
        wanted = select(func.sum(stock_value.c.amount_minor)).where(
            stock_value.c.product_id == product_id, stock_value.c.id <= at.id
        )
        value = self._connection.scalar(wanted) or 0
        return Worth(sum(one.quantity for one in before), int(value))

    def left_of(self, ids: Collection[MoveId], until: int) -> dict[int, Left]:
        """Return what of these moves could still come back before a move, and their worth."""
        amounts = self.amounts_of(ids)
        found: dict[int, Left] = {}
        for group in slices(ids):
            wanted = select(stock_move.c.id, stock_move.c.quantity).where(
                stock_move.c.id.in_(group)
            )
            for row in self._connection.execute(wanted):
                back = self._back_of(MoveId(row.id), until)
                worth = abs(amounts.get(MoveId(row.id), 0))
                found[row.id] = Left(whole_parts(row.quantity), worth, *back)
        return found

    def _back_of(self, move_id: MoveId, until: int) -> tuple[int, int]:
        key = stock_move.c
        is_back = ((key.reverses_id == move_id) | (key.origin_id == move_id)) & (key.id < until)
        rows = self._connection.execute(select(key.id, key.quantity).where(is_back)).all()
        amounts = self.amounts_of([MoveId(row.id) for row in rows])
        quantity = sum(whole_parts(row.quantity) for row in rows)
        return quantity, sum(map(abs, amounts.values()))


def month_of(day: date) -> int:
    """Return the month of a day as sums are kept by it: 202603."""
    return day.year * 100 + day.month


def _row(one: ValueRow, own: int) -> Mapping[str, Any]:
    return {
        "id": StockValueId(own),
        "move_id": one.move_id,
        "product_id": one.product_id,
        "booked_on": one.booked_on,
        "amount_minor": one.amount,
        "reason": one.reason,
        "entry_id": one.entry_id,
    }


def _layer(row: Any) -> Layer:
    return Layer(
        row.move_id,
        row.received_on,
        whole_parts(row.quantity),
        row.value_minor,
        whole_parts(row.left_quantity),
        row.left_minor,
    )


def _layer_row(product_id: ProductId, one: Layer) -> Mapping[str, Any]:
    return {
        "move_id": one.move_id,
        "product_id": product_id,
        "received_on": one.day,
        "quantity": as_quantity(one.quantity),
        "value_minor": one.value,
        "left_quantity": as_quantity(one.left),
        "left_minor": one.left_value,
    }
