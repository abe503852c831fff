"""Packing: what is known of how goods travel before anybody types: parcels, weight, the carrier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from app.domain.orders.delivery import Carriage, Delivery, DeliveryState
from app.domain.shared.ids import DeliveryId
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class Packing:
    """How a delivery travels, as far as it is known.

    ``unweighed`` are the goods of which no weight is known, ``unpicked`` those of which less was
    picked than planned: that stays here.
    """

    carriage: Carriage
    unweighed: tuple[str, ...] = ()
    unpicked: tuple[str, ...] = ()


@query(Permission.ORDERS_READ)
def proposed(desk: Desk, delivery_id: DeliveryId) -> Packing:
    """Return how a delivery travels: as written, else as its goods and its last way say.

    Raises NotFound.
    """
    return _Packer(desk, desk.store.deliveries.get(delivery_id)).packing()


class _Packer:
    """Works out how one delivery travels."""

    def __init__(self, desk: Desk, delivery: Delivery) -> None:
        self._store = desk.store
        self._delivery = delivery
        named = sorted({line.product_id for line in delivery.lines if line.product_id})
        self._items = self._store.stock_items.get_all(named)
        language = self._store.company.get().language
        products = self._store.products.get_all(named)
        self._names = {one.id: one.name_in(language) for one in products}

    def packing(self) -> Packing:
        one, written = self._delivery, self._delivery.carriage
        is_picking = one.state is DeliveryState.PICKING
        grams, unweighed = self._weight()
        carriage = replace(
            written,
            carrier=written.carrier or self._store.delivery_lists.last_carrier(one.customer_id),
            parcels=max(written.parcels, *(line.parcel for line in one.lines), 1),
            weight_g=written.weight_g or grams,
        )
        left = (line.product_id for line in one.lines if line.left and line.product_id)
        unpicked = {self._names.get(product, "") for product in left}
        return Packing(carriage, unweighed, tuple(sorted(unpicked)) if is_picking else ())

    def _weight(self) -> tuple[int, tuple[str, ...]]:
        """Return what the goods weigh, in whole grams, and the goods whose weight is not known."""
        grams, unknown = Decimal(0), set[str]()
        for line in self._delivery.lines:
            many = line.picked or line.quantity
            if line.product_id is None or (item := self._items.get(line.product_id)) is None:
                continue
            if item.customs.weight_g:
                grams += item.customs.weight_g * many
            else:
                unknown.add(self._names.get(line.product_id, ""))
        return int(grams.to_integral_value(ROUND_HALF_UP)), tuple(sorted(unknown))
