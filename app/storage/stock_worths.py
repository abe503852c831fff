"""Worths: how much of each product there is and what it is worth, with what is left of receipts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select

from app.domain.shared.ids import MoveId, ProductId
from app.domain.stock.costs import Layer, as_quantity, whole_parts
from app.storage.lists import slices
from app.storage.stock_tables import stock_layer, stock_move, stock_worth
from app.storage.types import Rows
from app.storage.upserts import insert_into


class Worth(NamedTuple):
    """How much of a product is valued, in whole millionths, and what it is worth."""

    quantity: int = 0
    value: int = 0


class WorthStore:
    """Reads and writes what lies here and its worth on one open connection."""

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


def _layer(row: Any) -> Layer:
    return Layer(
        row.move_id,
        row.received_on,
        whole_parts(row.quantity),
        row.value_minor,
        whole_parts(row.left),
        row.left_minor,
    )


def _layer_row(product_id: ProductId, one: Layer) -> Mapping[str, Any]:
    return {
        "move_id": one.move_id,
        "product_id": product_id,
        "received_on": one.day,
        "quantity": as_quantity(one.quantity),
        "value_minor": one.value,
        "left": as_quantity(one.left),
        "left_minor": one.left_value,
    }
