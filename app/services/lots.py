"""Lots: their status, their expiry, and who got goods of one: what a recall asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.products.findable import KIND as PRODUCT
from app.domain.shared.ids import LotId, ProductId
from app.domain.shared.paging import Spine, View
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Invalid
from app.domain.stock.lot import Lot, LotStatus
from app.domain.stock.lot_row import LotRow
from app.domain.stock.moving import REASON_MISSING
from app.domain.stock.recalls import Recall, recall_of
from app.domain.stock.rows import MoveRow
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_booking import Booking
from app.services.stock_lots import StockLots

ZERO = Quantity(Decimal(0))
MOST_FOUND = 5000


@dataclass(frozen=True, slots=True)
class SeenLot:
    """A lot as its page shows it: where it lies and every move of it."""

    lot: Lot
    on_hand: Quantity
    moves: tuple[MoveRow, ...]


@query(Permission.STOCK_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of lots in its order."""
    return desk.store.lot_lists.spine(view, desk.today, _among(desk, view))


@query(Permission.STOCK_READ)
def first(desk: Desk, view: View, size: int) -> tuple[LotRow, ...]:
    """Return the first rows of the list of lots."""
    lists = desk.store.lot_lists
    return lists.rows(lists.first(view, desk.today, size, _among(desk, view)))


@query(Permission.STOCK_READ)
def rows(desk: Desk, ids: tuple[LotId, ...]) -> tuple[LotRow, ...]:
    """Return the rows of these lots; what is gone is left out."""
    return desk.store.lot_lists.rows(ids)


@query(Permission.STOCK_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many lots the list shows under each of its chips."""
    return desk.store.lot_lists.counts(desk.today)


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

    ``note`` is the reason, or what a check of its quality found. Raises Invalid without one, and
    Promised where what is being picked would be missing.
    """
    if not note.strip():
        raise Invalid((REASON_MISSING.at("note"),))
    before = desk.store.lots.get(lot_id)
    after = replace(before, status=status, note=note.strip())
    return StockLots(desk, Booking(desk)).save(before, after)


@command(Permission.STOCK_ARRANGE)
def put_back(desk: Desk, lot_id: LotId, status: LotStatus, note: str) -> Lot:
    """Give a lot the status and the reason that it had: what undoes ``set_status``."""
    before = desk.store.lots.get(lot_id)
    return StockLots(desk, Booking(desk)).save(before, replace(before, status=status, note=note))


@command(Permission.STOCK_ARRANGE)
def set_expiry(desk: Desk, lot_id: LotId, expires_on: date | None) -> Lot:
    """Say until when a lot keeps, or that it keeps for good; raises Promised."""
    before = desk.store.lots.get(lot_id)
    return StockLots(desk, Booking(desk)).save(before, replace(before, expires_on=expires_on))


def _among(desk: Desk, view: View) -> Collection[int] | None:
    """Return the lots whose code or product has the words asked for."""
    words = view.words.strip()
    if not words:
        return None
    hits = desk.store.search.find(words, MOST_FOUND, {PRODUCT})
    coded = desk.store.product_lists.with_code(words)
    products = [*(hit.entity_id for hit in hits), *([coded] if coded else [])]
    return desk.store.lot_lists.about(words, products)
