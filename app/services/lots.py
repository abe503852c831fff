"""Lots: their status, their expiry, and who got goods of one: what a recall asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.shared.ids import LotId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import Lot, LotStatus
from app.domain.stock.recalls import Recall, recall_of
from app.domain.stock.rows import MoveRow
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_booking import Booking
from app.services.stock_lots import StockLots

ZERO = Quantity(Decimal(0))


@dataclass(frozen=True, slots=True)
class SeenLot:
    """A lot as its page shows it: where it lies and every move of it."""

    lot: Lot
    on_hand: Quantity
    moves: tuple[MoveRow, ...]


@query(Permission.STOCK_READ)
def get(desk: Desk, lot_id: LotId) -> Lot:
    """Return a lot; raises NotFound."""
    return desk.store.lots.get(lot_id)


@query(Permission.STOCK_READ)
def of_product(desk: Desk, product_id: ProductId) -> tuple[Lot, ...]:
    """Return the lots of a product, what expires first before the others."""
    return desk.store.lots.of_product(product_id)


@query(Permission.STOCK_READ)
def coded(desk: Desk, code: str) -> tuple[Lot, ...]:
    """Return the lots with a code, of whatever product: what a scanner asks."""
    return desk.store.lots.all_coded(code.strip())


@query(Permission.STOCK_READ)
def seen(desk: Desk, lot_id: LotId) -> SeenLot:
    """Return a lot with all its moves, the latest first; raises NotFound."""
    lot = desk.store.lots.get(lot_id)
    levels = desk.store.stock_levels.of_lot(lot.product_id, lot_id)
    moves = desk.store.stock_moves.of_lot(lot_id)
    shown = desk.store.stock_lists.moves([one.id for one in moves][::-1])
    return SeenLot(lot, Quantity(sum((one.on_hand for one in levels), ZERO)), shown)


@query(Permission.STOCK_READ)
def recall(desk: Desk, lot_id: LotId) -> Recall:
    """Say who got goods of a lot, less what they sent back, and what of it is still here."""
    lot = desk.store.lots.get(lot_id)
    levels = desk.store.stock_levels.of_lot(lot.product_id, lot_id)
    moves = desk.store.stock_moves.of_lot(lot_id)
    papers = desk.store.stock_recalls.papers({one.source for one in moves})
    held = Quantity(sum((one.on_hand for one in levels), ZERO))
    return recall_of(lot, moves, papers, held)


@command(Permission.STOCK_ARRANGE)
def set_status(desk: Desk, lot_id: LotId, status: LotStatus, note: str = "") -> Lot:
    """Quarantine, recall or release a lot; what lies of it counts as blocked or free at once.

    Raises Promised where orders would lose goods.
    """
    before = desk.store.lots.get(lot_id)
    after = replace(before, status=status, note=note.strip() or before.note)
    return StockLots(desk, Booking(desk)).save(before, after)


@command(Permission.STOCK_ARRANGE)
def set_expiry(desk: Desk, lot_id: LotId, expires_on: date | None) -> Lot:
    """Say until when a lot keeps, or that it keeps for good; raises Promised."""
    before = desk.store.lots.get(lot_id)
    return StockLots(desk, Booking(desk)).save(before, replace(before, expires_on=expires_on))
