"""Stock items: how each stocked product is kept, one row beside the product."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import ContactId, LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Conflict
from app.domain.stock.item import Customs, PackUnit, Part, Reorder, StockItem
from app.storage.deeds import Changes
from app.storage.goods_turn import take_turn
from app.storage.lists import slices
from app.storage.stock_tables import stock_item, stock_move


class StockItemStore:
    """Reads and writes stock items on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def find(self, product_id: ProductId) -> StockItem | None:
        """Return how a product is kept, or none: it is not stocked."""
        return self.get_all((product_id,)).get(product_id)

    def get_all(self, ids: Collection[ProductId]) -> dict[ProductId, StockItem]:
        """Return how these products are kept; what is not stocked is left out."""
        found: dict[ProductId, StockItem] = {}
        for group in slices(ids):
            wanted = select(stock_item).where(stock_item.c.product_id.in_(group))
            for row in self._connection.execute(wanted):
                found[ProductId(row.product_id)] = _item(row)
        return found

    def all(self) -> tuple[StockItem, ...]:
        """Return every stocked product, as they came to be."""
        wanted = select(stock_item).order_by(stock_item.c.product_id)
        return tuple(map(_item, self._connection.execute(wanted)))

    def take_turn(self) -> None:
        """Keep others from changing what lies in stock, until all of this is written."""
        take_turn(self._connection)

    def locked(self, ids: Collection[ProductId]) -> dict[ProductId, StockItem]:
        """Return these as ``get_all`` does; no other clerk moves any of them until we are done."""
        self.take_turn()
        wanted = (
            select(stock_item)
            .where(stock_item.c.product_id.in_(sorted(ids)))
            .order_by(stock_item.c.product_id)
            .with_for_update()
        )
        rows = self._connection.execute(wanted)
        return {ProductId(row.product_id): _item(row) for row in rows}

    def add(self, new: StockItem) -> None:
        """Write how a product is kept from now on."""
        self._connection.execute(insert(stock_item), _row(new))
        self._changes.note(f"stock_item:{new.product_id}", None, new)

    def add_all(self, new: Sequence[StockItem]) -> None:
        """Write many at once."""
        if new:
            self._connection.execute(insert(stock_item), [_row(one) for one in new])

    def save(self, before: StockItem, after: StockItem) -> StockItem:
        """Replace an item and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        same = (
            stock_item.c.product_id == before.product_id,
            stock_item.c.version == before.version,
        )
        changed = update(stock_item).where(*same).values(_row(saved))
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record="stock_item", id=before.product_id)
        self._changes.note(f"stock_item:{before.product_id}", before, saved)
        return saved

    def has_moved(self, product_id: ProductId) -> bool:
        """Say whether goods of a product were ever moved."""
        wanted = select(stock_move.c.id).where(stock_move.c.product_id == product_id)
        return self._connection.execute(wanted.limit(1)).first() is not None


def _row(one: StockItem) -> dict[str, Any]:
    rule = one.reorder
    return {
        "product_id": one.product_id,
        "version": one.version,
        "tracking": one.tracking,
        "costing": one.costing,
        "standard_cost": one.standard_cost,
        "billing": one.billing,
        "units": plain(one.units),
        "reorder_least": rule.least,
        "reorder": plain((rule.most, rule.pack, rule.lead_days, rule.supplier_code)),
        "supplier_id": rule.supplier_id,
        "customs": plain(one.customs),
        "location_id": one.location_id,
        "shelf_days": one.shelf_days,
        "parts": plain(one.parts),
        "is_kit": one.is_kit,
        "is_checked": one.is_checked,
    }


def _item(row: Row[Any]) -> StockItem:
    return StockItem(
        product_id=ProductId(row.product_id),
        version=row.version,
        tracking=row.tracking,
        costing=row.costing,
        standard_cost=row.standard_cost,
        billing=row.billing,
        units=parsed(tuple[PackUnit, ...], row.units),
        reorder=_reorder(row),
        customs=parsed(Customs, row.customs),
        location_id=None if row.location_id is None else LocationId(row.location_id),
        shelf_days=row.shelf_days,
        parts=parsed(tuple[Part, ...], row.parts),
        is_kit=row.is_kit,
        is_checked=row.is_checked,
    )


def _reorder(row: Row[Any]) -> Reorder:
    most, pack, days, code = parsed(tuple[Quantity, Quantity, int, str], row.reorder)
    supplier = None if row.supplier_id is None else ContactId(row.supplier_id)
    return Reorder(row.reorder_least, most, pack, days, supplier, code)
