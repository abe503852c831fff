"""By which words and numbers deliveries and returns are found."""

from __future__ import annotations

from datetime import date

from app.domain.orders.delivery import Delivery
from app.domain.orders.goods_return import GoodsReturn
from app.domain.shared.search import SearchItem

DELIVERY = "delivery"
RETURN = "goods-return"


def findable_delivery(delivery: Delivery, order_number: str, today: date) -> SearchItem:
    """Return a delivery as the search knows it: by its numbers, the customer and the carrier."""
    carriage = delivery.carriage
    words = (order_number, carriage.carrier, carriage.tracking, delivery.received_by)
    return SearchItem(
        kind=DELIVERY,
        entity_id=delivery.id,
        title=delivery.number or order_number,
        detail=delivery.customer_name,
        words=" ".join(filter(None, words)),
        day=delivery.shipped_on or delivery.planned_on or today,
    )


def findable_return(one: GoodsReturn, order_number: str, today: date) -> SearchItem:
    """Return a return as the search knows it: by its numbers, the customer and its reason."""
    return SearchItem(
        kind=RETURN,
        entity_id=one.id,
        title=one.number,
        detail=one.customer_name,
        words=f"{order_number} {one.reason}".strip(),
        day=one.announced_on or today,
    )
