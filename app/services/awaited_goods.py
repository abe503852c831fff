"""What is still to come of a receipt, as the one who puts it in its place sees it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.ids import LocationId, ReceiptId
from app.domain.shared.quantities import Quantity
from app.domain.stock import receiving
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.receipt import Receipt, ReceiptLine
from app.domain.stock.rows import OnHandRow
from app.services.office import Desk
from app.services.permissions import Permission, query

_PLACES = frozenset({LocationKind.WAREHOUSE, LocationKind.BIN})


@dataclass(frozen=True, slots=True)
class AwaitedLine:
    """A line of a receipt with its product; ``place`` is where it is usually put."""

    line: ReceiptLine
    row: OnHandRow
    missing: Quantity
    tracking: Tracking
    place: LocationId


@dataclass(frozen=True, slots=True)
class AwaitedGoods:
    """A receipt with the lines that are still to come, and the open places of its warehouse."""

    receipt: Receipt
    lines: tuple[AwaitedLine, ...]
    places: tuple[Location, ...]
    currency: str


@query(Permission.STOCK_READ)
def awaited(desk: Desk, receipt_id: ReceiptId) -> AwaitedGoods:
    """Return what is still to come of a receipt, line by line; raises NotFound."""
    receipt = desk.store.goods_receipts.get(receipt_id)
    ids = tuple({one.product_id for one in receipt.lines})
    items = desk.store.stock_items.get_all(ids)
    rows = {one.id: one for one in desk.store.stock_lists.rows(ids)}
    house = receipt.warehouse_id
    places = tuple(
        one
        for one in desk.store.locations.all()
        if one.kind in _PLACES and not one.is_closed and house in {one.id, one.warehouse_id}
    )
    open_ids = {one.id for one in places}
    lines = tuple(
        AwaitedLine(
            line=one,
            row=rows[one.product_id],
            missing=receiving.missing(one),
            tracking=items[one.product_id].tracking,
            place=_usual(items[one.product_id], open_ids, house),
        )
        for one in receipt.lines
        if receiving.missing(one)
    )
    return AwaitedGoods(receipt, lines, places, desk.store.company.currency())


def _usual(item: StockItem, places: set[LocationId], house: LocationId) -> LocationId:
    return item.location_id if item.location_id in places and item.location_id else house
