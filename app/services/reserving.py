"""Reserving: goods that lie there are held for orders in their turn, and let go in turn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.orders.order import Order
from app.domain.orders.reserving import Claim, Loss, hand_out, take_away
from app.domain.shared.ids import LocationId, OrderId, OrderLineId, ProductId
from app.domain.shared.quantities import Quantity
from app.services.office import Desk
from app.services.permissions import Permission, command
from app.storage.order_lines import Held, Place


@dataclass(frozen=True, slots=True)
class Given:
    """So much was reserved for a line of an order, or below zero taken from it."""

    order_id: OrderId
    line_id: OrderLineId
    product_id: ProductId
    quantity: Quantity


@command(Permission.ORDERS_CHANGE)
def run(desk: Desk, products: tuple[ProductId, ...] | None = None) -> tuple[Given, ...]:
    """Hold what is free for whoever waits for it, in turn; of these products, or of all."""
    return Reserving(desk).run(products)


@command(Permission.ORDERS_CHANGE)
def release(
    desk: Desk, order_id: OrderId, lines: tuple[OrderLineId, ...] = ()
) -> tuple[Given, ...]:
    """Let go what is held for an order, or for these lines; who waits otherwise gets it at once.

    What is being picked stays. Raises NotFound, NotConfirmed.
    """
    order = desk.store.orders.take(order_id)
    order.require_confirmed()
    return Reserving(desk).release(order, lines)


@command(Permission.ORDERS_CHANGE)
def prefer(desk: Desk, order_id: OrderId) -> tuple[Given, ...]:
    """Give an order what orders hold whose turn is later; what is being picked stays theirs.

    Raises NotFound, NotConfirmed.
    """
    order = desk.store.orders.take(order_id)
    order.require_confirmed()
    return Reserving(desk).prefer(order)


class Reserving:
    """Holds goods for orders at one desk, in the open transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def run(self, products: Collection[ProductId] | None = None) -> tuple[Given, ...]:
        """Hold what is free for whoever waits for it; return who was given how much."""
        return self._hand_out(self._store.order_lines.waiting(products))

    def release(self, order: Order, lines: Collection[OrderLineId] = ()) -> tuple[Given, ...]:
        """Let go what is held for an order and give it to others who wait."""
        claims = self._claims(order, lines)
        free = self._unpicked([one for _, one in claims])
        lost = [
            _Part(place, one, Quantity(-free[one.line_id]))
            for place, one in claims
            if free[one.line_id]
        ]
        gone = self._hold(lost)
        waiting = self._store.order_lines.waiting({one.product_id for one in gone})
        others = {
            place: [one for one in theirs if one.order_id != order.id]
            for place, theirs in waiting.items()
        }
        return (*gone, *self._hand_out(others))

    def prefer(self, order: Order) -> tuple[Given, ...]:
        """Take for an order what those hold whose turn is later."""
        wanted = {
            place: mine
            for place, claims in self._store.order_lines.waiting(_products(order)).items()
            if (mine := [one for one in claims if one.order_id == order.id])
        }
        gone: list[Given] = []
        for place, mine in wanted.items():
            for claim in mine:
                gone.extend(self._taken_from_later(place, claim))
        return (*gone, *self._hand_out(wanted))

    def make_room(self, place: Place, least: Decimal) -> tuple[Given, ...]:
        """Let so much be free in a place where goods are going: the last in turn loses first.

        Returns who lost what. What is being picked is not taken.
        """
        short = least - self._store.order_lines.free({place}).get(place, Decimal(0))
        if short <= 0:
            return ()
        holding = self._store.order_lines.holding({place[0]}).get(place, [])
        lost = take_away(short, self._unpicked_claims(holding))
        known = {one.line_id: one for one in holding}
        parts = [_Part(place, known[line], Quantity(-many)) for line, many in lost.items()]
        self._tell(parts)
        return self._hold(parts)

    def _hand_out(self, waiting: Mapping[Place, list[Claim]]) -> tuple[Given, ...]:
        free = self._store.order_lines.free(waiting.keys())
        parts: list[_Part] = []
        for place, claims in waiting.items():
            known = {one.line_id: one for one in claims}
            found = hand_out(free.get(place, Decimal(0)), claims)
            parts.extend(_Part(place, known[line], many) for line, many in found.items())
        return self._hold(parts)

    def _taken_from_later(self, place: Place, claim: Claim) -> tuple[Given, ...]:
        free = self._store.order_lines.free({place}).get(place, Decimal(0))
        short = claim.quantity - max(Decimal(0), free)
        holding = self._store.order_lines.holding({place[0]}).get(place, [])
        later = [one for one in holding if one.turn > claim.turn]
        lost = take_away(short, self._unpicked_claims(later))
        known = {one.line_id: one for one in later}
        parts = [_Part(place, known[line], Quantity(-many)) for line, many in lost.items()]
        self._tell(parts)
        return self._hold(parts)

    def _tell(self, parts: Collection[_Part]) -> None:
        """Tell whoever gives the command which orders lose by it, if orders are theirs to read."""
        if not parts or Permission.ORDERS_READ not in self._desk.who.role.permissions:
            return
        heads = self._store.order_lists.heads(sorted({one.claim.order_id for one in parts}))
        orders = {one.id: one for one in heads}
        products = self._store.products.get_all(sorted({one.place[0] for one in parts}))
        known = {one.id: one for one in products}
        language = self._store.company.get().language
        for one in parts:
            head, product = orders[one.claim.order_id], known[one.place[0]]
            self._desk.losses.append(
                Loss(
                    head.id,
                    head.number,
                    head.customer_name,
                    f"{product.code} {product.name_in(language)}",
                    Quantity(-one.quantity),
                    product.unit,
                )
            )

    def _hold(self, parts: Iterable[_Part]) -> tuple[Given, ...]:
        told = tuple(parts)
        held = [Held(one.claim.line_id, one.place, one.quantity) for one in told]
        self._store.order_lines.hold(held)
        return tuple(
            Given(one.claim.order_id, one.claim.line_id, one.place[0], one.quantity) for one in told
        )

    def _claims(self, order: Order, lines: Collection[OrderLineId]) -> list[tuple[Place, Claim]]:
        warehouse = order.warehouse_id or LocationId(0)
        return [
            ((line.product_id, warehouse), Claim(order.id, line.id, line.reserved))
            for line in order.lines
            if line.reserved and line.product_id and (not lines or line.id in lines)
        ]

    def _unpicked_claims(self, claims: Collection[Claim]) -> list[Claim]:
        free = self._unpicked(claims)
        return [replace(one, quantity=free[one.line_id]) for one in claims]

    def _unpicked(self, claims: Collection[Claim]) -> dict[OrderLineId, Quantity]:
        """Return what is held for lines and is in no delivery that is being picked."""
        under_way = self._store.deliveries.under_way([one.line_id for one in claims])
        return {
            one.line_id: Quantity(
                max(Decimal(0), one.quantity - under_way.get(one.line_id, Decimal(0)))
            )
            for one in claims
        }


@dataclass(frozen=True, slots=True)
class _Part:
    place: Place
    claim: Claim
    quantity: Quantity


def _products(order: Order) -> frozenset[ProductId]:
    return frozenset(line.product_id for line in order.lines if line.product_id)
