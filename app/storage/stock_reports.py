"""What reports of the stock are reckoned from, summed by the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, func, or_, select

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.count_row import Worth
from app.domain.stock.item import Costing
from app.domain.stock.move import MoveKind
from app.domain.stock.places import OURS
from app.domain.stock.reports import Came, Issued
from app.storage.lists import slices, whole
from app.storage.stock_past import PastStock
from app.storage.stock_tables import (
    location,
    stock_item,
    stock_layer,
    stock_move,
    stock_value,
    stock_value_month,
    stock_worth,
)
from app.storage.types import Rows

OUT = (MoveKind.SHIPMENT, MoveKind.OWN_USE, MoveKind.ASSEMBLY)
"""Why goods are used: they went to customers, into the office, or into what is made of them."""
_OURS = select(location.c.id).where(location.c.kind.in_(tuple(OURS)))
_LEAVES = and_(stock_move.c.from_id.in_(_OURS), stock_move.c.to_id.not_in(_OURS))
_COMES = and_(stock_move.c.to_id.in_(_OURS), stock_move.c.from_id.not_in(_OURS))
_IS_USED = or_(
    and_(stock_move.c.kind.in_(OUT), _LEAVES),
    and_(stock_move.c.kind == MoveKind.RETURN, _COMES),
)
"""What went out, and what of it came back."""


NOTHING = Decimal(0)


class Lying(NamedTuple):
    """What lies of a product, what it is worth, and how it is valued."""

    product_id: ProductId
    worth: Worth
    costing: Costing


class StockReports:
    """Reads sums of moves and values on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def issued(self, first: date, until: date) -> tuple[Issued, ...]:
        """Return what of each product went out from a day until another, less what came back."""
        signed = case((_LEAVES, stock_move.c.quantity), else_=-stock_move.c.quantity)
        moved: Rows = (
            select(stock_move.c.product_id, func.sum(signed))
            .where(stock_move.c.moved_on.between(first, until), _IS_USED)
            .group_by(stock_move.c.product_id)
        )
        costs = self._costs(first, until)
        rows = whole(self._connection, moved)
        found = {ProductId(row[0]): Quantity(row[1]) for row in rows}
        ids = sorted(found.keys() | costs.keys())
        nothing = Quantity(NOTHING)
        return tuple(Issued(one, found.get(one, nothing), costs.get(one, 0)) for one in ids)

    def cost(self, first: date, until: date) -> int:
        """Return what all that went out from a day until another had cost."""
        return sum(self._costs(first, until).values())

    def lying(self) -> tuple[Lying, ...]:
        """Return every product of which something lies here."""
        wanted = (
            select(stock_worth, stock_item.c.costing)
            .join(stock_item, stock_item.c.product_id == stock_worth.c.product_id)
            .where(stock_worth.c.quantity > NOTHING)
            .order_by(stock_worth.c.product_id)
        )
        return tuple(
            Lying(
                ProductId(row.product_id),
                Worth(Quantity(row.quantity), row.value_minor),
                row.costing,
            )
            for row in whole(self._connection, wanted)
        )

    def layers(self) -> Mapping[ProductId, tuple[Came, ...]]:
        """Return what is left of each receipt, of products that are valued so."""
        found: dict[ProductId, list[Came]] = {}
        key = stock_layer.c
        wanted: Rows = (
            select(key.product_id, key.received_on, key.left, key.left_minor)
            .where(key.left > NOTHING)
            .order_by(key.product_id, key.received_on)
        )
        for product_id, day, left, left_minor in whole(self._connection, wanted):
            mine = found.setdefault(ProductId(product_id), [])
            mine.append(Came(day, Quantity(left), left_minor))
        return {one: tuple(parts) for one, parts in found.items()}

    def receipts(
        self, ids: Collection[ProductId]
    ) -> Mapping[ProductId, tuple[tuple[date, Quantity], ...]]:
        """Return what came of these products, day by day, the newest first."""
        found: dict[ProductId, list[tuple[date, Quantity]]] = {}
        key = stock_move.c
        for group in slices(ids):
            wanted: Rows = (
                select(key.product_id, key.moved_on, func.sum(key.quantity))
                .where(key.product_id.in_(group), _COMES)
                .group_by(key.product_id, key.moved_on)
                .order_by(key.product_id, key.moved_on.desc())
            )
            for row in self._connection.execute(wanted):
                mine = found.setdefault(ProductId(row[0]), [])
                mine.append((row[1], Quantity(row[2])))
        return {one: tuple(days) for one, days in found.items()}

    def last_out(self, ids: Collection[ProductId]) -> Mapping[ProductId, date | None]:
        """Return when something of each product last went out; none where nothing ever did."""
        found: dict[ProductId, date | None] = dict.fromkeys(ids)
        key = stock_move.c
        for group in slices(ids):
            wanted: Rows = (
                select(key.product_id, func.max(key.moved_on))
                .where(key.product_id.in_(group), key.kind.in_(OUT), _LEAVES)
                .group_by(key.product_id)
            )
            for product_id, day in self._connection.execute(wanted):
                found[ProductId(product_id)] = date.fromisoformat(str(day))
        return found

    def values(self, months: Collection[date]) -> tuple[int, ...]:
        """Return what the stock was worth at the end of the months of these days, in order."""
        key = stock_value_month.c
        wanted: Rows = (
            select(key.month, func.sum(key.amount_minor)).group_by(key.month).order_by(key.month)
        )
        changes = [(int(row[0]), int(row[1])) for row in self._connection.execute(wanted)]
        return tuple(
            sum(amount for month, amount in changes if month <= day.year * 100 + day.month)
            for day in sorted(months)
        )

    def worth_on(self, day: date) -> Mapping[ProductId, int]:
        """Return what each product was worth at the end of a day."""
        held = PastStock(self._connection).held(day)
        return {ProductId(one): past.value for one, past in held.items()}

    def _costs(self, first: date, until: date) -> dict[ProductId, int]:
        wanted: Rows = (
            select(stock_value.c.product_id, func.sum(stock_value.c.amount_minor))
            .join(stock_move, stock_move.c.id == stock_value.c.move_id)
            .where(stock_value.c.booked_on.between(first, until), _IS_USED)
            .group_by(stock_value.c.product_id)
        )
        return {ProductId(row[0]): -int(row[1]) for row in self._connection.execute(wanted)}
