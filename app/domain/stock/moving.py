"""Moving: what a move must fulfil, and why goods cannot leave a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.products.product import Product
from app.domain.shared.ids import LocationId, LotId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import Refusal, refused_at
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.lot import Lot, LotStatus
from app.domain.stock.move import Move, MoveKind

ONE = Quantity(Decimal(1))
REVERSIBLE = frozenset(
    {
        MoveKind.RECEIPT,
        MoveKind.TRANSFER,
        MoveKind.SCRAP,
        MoveKind.OWN_USE,
        MoveKind.ASSEMBLY,
        MoveKind.OPENING,
    }
)
"""What is taken back by its opposite; shipped goods come back by a return, counts by a count."""


class NotEnough(Refusal):
    """Less lies at the place than is to leave it; nothing was moved.

    Facts say what lies elsewhere, what is on its way, and the ids to mend it with.
    """

    code = "stock.not-enough"


class NotEnoughThen(Refusal):
    """On a day in the past less lay there than is to have left then."""

    code = "stock.not-enough-then"


class NotStocked(Refusal):
    """The product is not kept in stock."""

    code = "stock.not-stocked"


class LotMissing(Refusal):
    """The product is kept by lots or serial numbers, and the move names none."""

    code = "stock.lot-missing"


class LotUnwanted(Refusal):
    """The product is not kept by lots, or the lot is of another product."""

    code = "stock.lot-unwanted"


class SerialNotOne(Refusal):
    """A serial number is one piece, wherever it is."""

    code = "stock.serial-not-one"


class LotBlocked(Refusal):
    """Goods of this lot may not go out: facts say why."""

    code = "stock.lot-blocked"


class DayToCome(Refusal):
    """Goods are moved on a day that has come."""

    code = "stock.day-to-come"


class PlaceClosed(Refusal):
    """Nothing is put into a place that was closed."""

    code = "stock.place-closed"


class MoveNotReversible(Refusal):
    """A move of this kind is not taken back by its opposite; the sentence says by what."""

    code = "stock.not-reversible"


class MoveReversed(Refusal):
    """The move was taken back already."""

    code = "stock.already-reversed"


class BeforeRevaluation(Refusal):
    """The day is before the value of the product was set anew."""

    code = "stock.before-revaluation"


QUANTITY_ZERO = Rule("stock.quantity-zero")
QUANTITY_NEGATIVE = Rule("stock.quantity-negative")
REASON_MISSING = Rule("stock.without-reason")
PLACE_MISSING = Rule("stock.without-place")
SAME_PLACE = Rule("stock.same-place")
PRODUCT_MISSING = Rule("stock.without-product")
LOT_MISSING = Rule("stock.without-lot")
LOT_COUNT = Rule("stock.serials-miscounted", "count", "rows")
DAY_TO_COME = Rule("stock.later-day", "day")


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of what is moved: the product, how it is kept, and the lot if it has one."""

    product: Product
    item: StockItem
    lot: Lot | None


def check_quantity(field: str, asked: Decimal) -> Iterator[Problem]:
    """Yield what is wrong with a quantity that is to be moved, at its field."""
    found = refused_at(field, lambda: quantity(asked))
    if found:
        yield from found
    elif asked == 0:
        yield QUANTITY_ZERO.at(field)
    elif asked < 0:
        yield QUANTITY_NEGATIVE.at(field)


def require_fit(move: Move, ground: Ground, today: date) -> None:
    """Raise what stands against a move, whatever lies where."""
    if move.moved_on > today:
        raise DayToCome(day=move.moved_on, product=ground.product.code)
    if ground.item.is_kit:
        raise NotStocked(product=ground.product.code, why="kit")
    _require_lot(move, ground)
    if move.kind in {MoveKind.SHIPMENT, MoveKind.OWN_USE, MoveKind.ASSEMBLY} and ground.lot:
        require_free(ground.lot, today)


def require_free(lot: Lot, today: date) -> None:
    """Raise LotBlocked unless goods of a lot may go out on a day."""
    if lot.status is not LotStatus.OK:
        raise LotBlocked(lot=lot.code, why=lot.status.value)
    if lot.expires_on is not None and lot.expires_on < today:
        raise LotBlocked(lot=lot.code, why="expired", day=lot.expires_on)


def is_blocked(lot: Lot, today: date) -> bool:
    """Say whether what lies of a lot may not go out on a day."""
    is_past = lot.expires_on is not None and lot.expires_on < today
    return lot.status is not LotStatus.OK or is_past


def reversed_move(move: Move, on: date, reason: str) -> Move:
    """Return the opposite of a move, numbered where it is booked; raises MoveNotReversible."""
    if move.kind not in REVERSIBLE or move.reverses is not None:
        raise MoveNotReversible(kind=move.kind, why=move.kind.value)
    return Move(
        id=move.id,
        kind=move.kind,
        product_id=move.product_id,
        quantity=move.quantity,
        from_id=move.to_id,
        to_id=move.from_id,
        moved_on=max(on, move.moved_on),
        made_at=move.made_at,
        lot_id=move.lot_id,
        source=move.source,
        line=move.line,
        reason=reason,
        reverses=move.id,
    )


def _require_lot(move: Move, ground: Ground) -> None:
    code = ground.product.code
    tracking = ground.item.tracking
    if tracking is Tracking.NONE:
        if move.lot_id is not None:
            raise LotUnwanted(product=code)
        return
    if ground.lot is None:
        raise LotMissing(product=code, why=tracking.value)
    if ground.lot.product_id != move.product_id:
        raise LotUnwanted(product=code)
    if tracking is Tracking.SERIAL and move.quantity != ONE:
        raise SerialNotOne(product=code, serial=ground.lot.code)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What lies of a product at another spot and may go out."""

    location_id: LocationId
    code: str
    quantity: Quantity
    lot_id: LotId | None = None
    lot: str = ""
