"""An office that takes orders: goods on its shelves, a customer, and what is shipped and billed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.domain.invoices.draft import DraftLine
from app.domain.invoices.invoice import Invoice
from app.domain.orders.order import Order, OrderDraft
from app.domain.shared.ids import LocationId, MoveId, OrderId, OrderLineId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.receiving import Goods, NewReceipt
from app.outside.clock import FixedClock
from app.services import invoices, order_billing, orders, receiving_goods, stock_levels
from app.services.fulfilling import Fulfilling
from app.services.office import Desk, Office
from app.services.permissions import Actor, Permission, command
from app.services.stock_booking import Booking
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, cost, qty, stocked
from tests.trade import a_content, opened_books

__all__ = ["came", "cost", "qty", "stocked"]


def an_ordering_office(database: Database) -> Office:
    """Return an office with books and a customer on the day of all tests."""
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def ten_of(office: Office, code: str) -> ProductId:
    """Return a product of which ten lie in stock."""
    product = stocked(office, code)
    came(office, product, "10", "5")
    return product


def asked(product_id: ProductId, quantity: str | int, price: str = "100") -> DraftLine:
    """Return a line as a clerk writes it: so much of a product."""
    many = Quantity(Decimal(quantity))
    return DraftLine(quantity=many, product_id=product_id, price=cost(price), vat="standard")


def a_written_order(*lines: DraftLine, **parts: Any) -> OrderDraft:
    """Return what a clerk writes of an order of Kahvila Aamu."""
    return replace(OrderDraft(a_content(*lines)), **parts)


def taken(office: Office, *lines: DraftLine, **parts: Any) -> Order:
    return office.do(orders.draft, a_written_order(*lines, **parts)).result


def confirmed(office: Office, *lines: DraftLine, **parts: Any) -> Order:
    return office.do(orders.confirm, taken(office, *lines, **parts).id).result


def read(office: Office, order: Order) -> Order:
    return office.ask(orders.get, order.id)


def shipped(office: Office, order: Order, *quantities: str | int) -> Order:
    """Ship so much of each line of an order."""
    lines = {
        line.id: Quantity(Decimal(many))
        for line, many in zip(order.lines, quantities, strict=False)
        if Decimal(many)
    }
    return office.do(ship, order.id, {str(one): many for one, many in lines.items()}).result


def expected(office: Office, product_id: ProductId, many: str, day: Any, reference: str) -> Any:
    """Expect goods from a supplier on a day."""
    goods = Goods(product_id, qty(many), cost("5"))
    new = NewReceipt((goods,), reference=reference, expected_on=day)
    return office.do(receiving_goods.expect, new).result


def billed(office: Office, order: Order) -> Invoice:
    draft = office.do(order_billing.bill, order.id).result
    return office.do(invoices.issue, draft.id).result


@command(Permission.STOCK_MOVE)
def ship(desk: Desk, order_id: OrderId, quantities: Mapping[str, Quantity]) -> Order:
    """Let so much of an order's lines go out, as deliveries do."""
    lines = {OrderLineId(int(one)): many for one, many in quantities.items()}
    after = Fulfilling(desk).shipped(order_id, lines)
    booking = Booking(desk)
    customer = booking.places.of(LocationKind.CUSTOMER).id
    for line_id, many in lines.items():
        line = after.line(line_id)
        if line.is_stocked and line.product_id is not None:
            house = after.warehouse_id or LocationId(0)
            for part in stock_levels.choice(desk, line.product_id, many, house):
                move = Move(
                    MoveId(0), MoveKind.SHIPMENT, line.product_id, part.quantity,
                    part.spot.location_id, customer, desk.today, desk.now, part.spot.lot_id,
                    source="delivery:1",
                )  # fmt: skip
                booking.move(move, paper="Delivery")
    return after
