"""An office that sends goods and takes them back: every step of a delivery and of a return."""

from __future__ import annotations

from typing import Any

from app.domain.orders.delivery import NO_CARRIAGE, Carriage, Delivery
from app.domain.orders.goods_return import GoodsReturn, Outcome
from app.domain.orders.order import Order
from app.domain.shared.ids import ProductId
from app.services import deliveries, orders, returns
from app.services.deliveries import Amount
from app.services.office import Office
from app.services.returning import Back
from app.services.returns import Came, Decision, Finding
from tests.dispatching import pieces
from tests.order_desk import asked, came, confirmed, stocked


def stands(office: Office, order: Order) -> Order:
    """Return an order as it stands now."""
    return office.ask(orders.get, order.id)


def on_shelf(office: Office, code: str, count: str = "0", **parts: Any) -> ProductId:
    """Return a product that is kept in stock, of which so much lies there."""
    product = stocked(office, code, **parts)
    if count != "0":
        arrives(office, product, count)
    return product


def arrives(office: Office, product: ProductId, count: str, **parts: Any) -> None:
    """Receive goods; who waits for them is given them by itself."""
    came(office, product, count, "5", **parts)


def ordered(office: Office, product: ProductId, count: str | int, **parts: Any) -> Order:
    return confirmed(office, asked(product, count), **parts)


def planned(office: Office, order: Order, *amounts: str | int) -> Delivery:
    """Plan all that is ready of an order, or so much of each of its lines."""
    wanted = tuple(
        Amount(line.id, pieces(many)) for line, many in zip(order.lines, amounts, strict=False)
    )
    return office.do(deliveries.plan, order.id, wanted or None).result


def started(office: Office, order: Order, *amounts: str | int) -> Delivery:
    return office.do(deliveries.start, planned(office, order, *amounts).id).result


def packed(office: Office, order: Order, *amounts: str | int) -> Delivery:
    """Pick all of a delivery by keys, and pack it."""
    one = started(office, order, *amounts)
    for line in one.lines:
        one = office.do(deliveries.pick, one.id, line.id, line.quantity).result
    return office.do(deliveries.pack, one.id, NO_CARRIAGE).result


def sent(office: Office, order: Order, *amounts: str | int) -> Delivery:
    return office.do(deliveries.ship, packed(office, order, *amounts).id).result


def carried(office: Office, one: Delivery, **parts: Any) -> Delivery:
    return office.do(deliveries.carry, one.id, Carriage(**parts)).result


def announced(office: Office, order: Order, *amounts: str | int) -> GoodsReturn:
    back = tuple(
        Back(line.id, pieces(many))
        for line, many in zip(order.lines, amounts, strict=False)
        if pieces(many)
    )
    return office.do(returns.announce, order.id, back, "Too large").result


def inspected(office: Office, order: Order, *amounts: str | int) -> GoodsReturn:
    """Announce a return, receive all of it, and write down what was found."""
    one = announced(office, order, *amounts)
    here = tuple(Came(line.id, line.quantity) for line in one.lines)
    office.do(returns.receive, one.id, here)
    found = tuple(Finding(line.id, "As new") for line in one.lines)
    return office.do(returns.inspect, one.id, found).result


def decided(office: Office, one: GoodsReturn, outcome: Outcome) -> GoodsReturn:
    decisions = tuple(Decision(line.id, outcome) for line in one.lines)
    return office.do(returns.decide, one.id, decisions).result
