"""Kits that come back: each part by the move that it left with, so that it is worth what it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.domain.orders.delivery import Delivery, DeliveryLine, DeliveryState
from app.domain.orders.goods_return import GoodsReturn, ReturnLine, Undecided
from app.domain.orders.order import NOTHING
from app.domain.shared.ids import LotId, MoveId, ProductId
from app.domain.shared.quantities import QUANTITY_PLACES, Quantity
from app.domain.stock.move import Move, MoveKind
from app.services.delivery_papers import source_of
from app.services.office import Desk

OUT = frozenset({DeliveryState.SHIPPED, DeliveryState.DELIVERED})
"""Deliveries whose goods left the house."""


@dataclass(frozen=True, slots=True)
class Origin:
    """So much of a product, of a lot, that comes back of what left by a move."""

    move_id: MoveId
    product_id: ProductId
    quantity: Quantity
    lot_id: LotId | None = None


class KitReturns:
    """Finds at one desk by which moves the parts of kits left that come back.

    They are the parts that went out, whatever the kit is made of today.
    """

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def origins(self, line: ReturnLine, decided: GoodsReturn) -> Iterator[Origin]:
        """Yield what of each move is back, the latest first; raises Undecided."""
        left = Decimal(line.stays)
        for sent, moves in self._sent(line, decided):
            if left <= 0 or not moves:
                break
            back = {one.id: self._back(one) for one in moves}
            before = _kits_back(sent, moves, back)
            count = min(left, sent.picked - before)
            if count > 0:
                left -= count
                share = Fraction(before + count) / Fraction(sent.picked)
                yield from _due(moves, back, share)
        if left > 0:
            raise Undecided(**decided.facts)

    def _sent(
        self, line: ReturnLine, decided: GoodsReturn
    ) -> Iterator[tuple[DeliveryLine, tuple[Move, ...]]]:
        """Yield the lines by which an order's kits went out with their moves, the latest first."""
        for delivery in reversed(self._store.deliveries.of_order(decided.order_id)):
            if delivery.state not in OUT:
                continue
            for place, sent in reversed(tuple(enumerate(delivery.lines))):
                if sent.order_line_id == line.order_line_id and sent.picked:
                    yield sent, self._moves(delivery, place)

    def _moves(self, delivery: Delivery, place: int) -> tuple[Move, ...]:
        """Return by which moves the parts of a line left, the latest first."""
        own = {line.move_id for line in delivery.lines}
        moves = self._store.stock_moves.of_source(source_of(delivery.id))
        return tuple(
            move
            for move in reversed(moves)
            if move.kind is MoveKind.SHIPMENT and move.line == place and move.id not in own
        )

    def _back(self, move: Move) -> Quantity:
        """Return how much of what left by a move is back already."""
        came = self._store.stock_moves.back_of(move.id)
        return Quantity(sum((one.quantity for one in came), Decimal(0)))


def _kits_back(
    sent: DeliveryLine, moves: Iterable[Move], back: Mapping[MoveId, Quantity]
) -> Quantity:
    """Return how many of the kits of a line are back already, by the part that is most of them."""
    most = max(_by_product(moves).values(), key=_total)
    came = sum((back[one.id] for one in most), Decimal(0))
    return _up(Fraction(sent.picked) * Fraction(came) / Fraction(_total(most)))


def _due(
    moves: Iterable[Move], back: Mapping[MoveId, Quantity], share: Fraction
) -> Iterator[Origin]:
    """Yield what comes back now of each move until this share of every part is back."""
    for product_id, ours in _by_product(moves).items():
        came = sum((back[one.id] for one in ours), Decimal(0))
        due = down(Fraction(_total(ours)) * share) - came
        for one in ours:
            part = Quantity(min(due, one.quantity - back[one.id]))
            if part > 0:
                due -= part
                yield Origin(one.id, product_id, part, one.lot_id)


def _by_product(moves: Iterable[Move]) -> dict[ProductId, list[Move]]:
    found: dict[ProductId, list[Move]] = {}
    for one in moves:
        found.setdefault(one.product_id, []).append(one)
    return found


def _total(moves: Iterable[Move]) -> Decimal:
    return sum((one.quantity for one in moves), NOTHING)


def down(value: Fraction) -> Quantity:
    """Return a fraction as a quantity, rounded down to what is kept."""
    parts = value * 10**QUANTITY_PLACES
    return Quantity(Decimal(parts.numerator // parts.denominator).scaleb(-QUANTITY_PLACES))


def _up(value: Fraction) -> Quantity:
    return Quantity(-down(-value))
