"""Levels: what lies where, kept with each move, and proven by adding the moves up again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, or_, select, tuple_, update

from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.move import Level, Spot
from app.storage.lists import slices
from app.storage.stock_tables import stock_level, stock_month, stock_standing
from app.storage.types import Rows
from app.storage.upserts import insert_into

ZERO = Decimal(0)


class Standing(NamedTuple):
    """A product in a warehouse: what lies there, may not go out, is promised, is on its way."""

    product_id: ProductId
    warehouse_id: LocationId
    on_hand: Decimal = ZERO
    blocked: Decimal = ZERO
    reserved: Decimal = ZERO
    incoming: Decimal = ZERO

    @property
    def free(self) -> Quantity:
        """What may still be promised."""
        return Quantity(self.on_hand - self.blocked - self.reserved)


class LevelStore:
    """Reads and writes what lies where on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, spots: Collection[Spot], *, is_locked: bool = False) -> dict[Spot, Level]:
        """Return what lies at these spots; where nothing ever lay is left out.

        What is locked no other clerk picks from until we are done.
        """
        found: dict[Spot, Level] = {}
        key = tuple_(stock_level.c.product_id, stock_level.c.location_id, stock_level.c.lot_id)
        for group in slices(spots):
            wanted = [(one.product_id, one.location_id, one.lot_id or 0) for one in group]
            rows = select(stock_level).where(key.in_(wanted))
            locked = rows.with_for_update() if is_locked else rows
            levels = map(_level, self._connection.execute(locked))
            found.update((level.spot, level) for level in levels)
        return found

    def of_product(self, product_id: ProductId) -> tuple[Level, ...]:
        """Return every spot where a product lies."""
        return self._lying(stock_level.c.product_id == product_id)

    def in_location(self, location_id: LocationId) -> tuple[Level, ...]:
        """Return everything that lies in a location."""
        return self._lying(stock_level.c.location_id == location_id)

    def of_lot(self, product_id: ProductId, lot_id: LotId) -> tuple[Level, ...]:
        """Return every spot where a lot lies."""
        return self._lying(
            stock_level.c.product_id == product_id, stock_level.c.lot_id == int(lot_id)
        )

    def write(self, after: Iterable[Level]) -> None:
        """Write what lies at spots now; what is picked of it stays."""
        rows = [_level_row(one) for one in after]
        fresh = insert_into(self._connection, stock_level)
        saved = fresh.on_conflict_do_update(
            index_elements=("product_id", "location_id", "lot_id"),
            set_={"on_hand": fresh.excluded.on_hand},
        )
        if rows:
            self._connection.execute(saved, rows)

    def pick(self, spot: Spot, by: Decimal) -> None:
        """Take so much of a spot for a delivery, or (below zero) give it free again."""
        same = (
            stock_level.c.product_id == spot.product_id,
            stock_level.c.location_id == spot.location_id,
            stock_level.c.lot_id == (spot.lot_id or 0),
        )
        changed = update(stock_level).where(*same).values(picked=stock_level.c.picked + by)
        self._connection.execute(changed)

    def add_to_months(self, sums: Mapping[tuple[int, int, int], Decimal]) -> None:
        """Add what came to and left locations, by product, location and month."""
        names = ("product_id", "location_id", "month")
        self._add(stock_month, names, {key: {"quantity": by} for key, by in sums.items() if by})

    def standing(self, product_id: ProductId, warehouse_id: LocationId) -> Standing:
        """Return how a product stands in a warehouse."""
        wanted = select(stock_standing).where(
            stock_standing.c.product_id == product_id,
            stock_standing.c.warehouse_id == warehouse_id,
        )
        found = self._connection.execute(wanted).one_or_none()
        return Standing(product_id, warehouse_id) if found is None else Standing(*tuple(found))

    def standings(self, ids: Collection[ProductId]) -> tuple[Standing, ...]:
        """Return how these products stand in every warehouse."""
        found: list[Standing] = []
        for group in slices(ids):
            wanted = select(stock_standing).where(stock_standing.c.product_id.in_(group))
            found += [Standing(*tuple(row)) for row in self._connection.execute(wanted)]
        return tuple(found)

    def add_to_standings(
        self, changes: Mapping[tuple[ProductId, LocationId], Mapping[str, Decimal]]
    ) -> None:
        """Add to what is kept of products in warehouses: on_hand, blocked, reserved, incoming."""
        names = ("product_id", "warehouse_id")
        whole = ("on_hand", "blocked", "reserved", "incoming")
        sums = {
            key: {name: by.get(name, ZERO) for name in whole}
            for key, by in changes.items()
            if any(by.values())
        }
        self._add(stock_standing, names, sums)

    def _add(
        self,
        table: Table,
        names: tuple[str, ...],
        sums: Mapping[Any, Mapping[str, Decimal]],
    ) -> None:
        """Add to sums that are kept by a key; where there is none yet, it begins.

        A row that is there is updated, not inserted over: a check looks at what is inserted too.
        """
        missing = []
        for key, by in sorted(sums.items(), key=lambda one: one[0]):
            same = [table.c[name] == part for name, part in zip(names, key, strict=True)]
            values = {name: table.c[name] + amount for name, amount in by.items()}
            if self._connection.execute(update(table).where(*same).values(values)).rowcount != 1:
                missing.append(dict(zip(names, key, strict=True)) | dict(by))
        if missing:
            self._connection.execute(table.insert(), missing)

    def _lying(self, *kept: Any) -> tuple[Level, ...]:
        lies = or_(stock_level.c.on_hand > ZERO, stock_level.c.picked > ZERO)
        wanted: Rows = select(stock_level).where(*kept, lies)
        order = (stock_level.c.product_id, stock_level.c.location_id, stock_level.c.lot_id)
        return tuple(map(_level, self._connection.execute(wanted.order_by(*order))))


def _level(row: Any) -> Level:
    spot = Spot(
        ProductId(row.product_id),
        LocationId(row.location_id),
        LotId(row.lot_id) if row.lot_id else None,
    )
    return Level(spot, Quantity(row.on_hand), Quantity(row.picked))


def _level_row(one: Level) -> dict[str, Any]:
    return {
        "product_id": one.spot.product_id,
        "location_id": one.spot.location_id,
        "lot_id": one.spot.lot_id or 0,
        "on_hand": one.on_hand,
        "picked": one.picked,
    }
