"""What there is and what is coming of products, and what customers owe: what promises rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, func, select, type_coerce

from app.domain.invoices.invoice import State
from app.domain.orders.delivery import DeliveryState
from app.domain.orders.order import OrderState
from app.domain.orders.promising import Incoming
from app.domain.shared.ids import ContactId, LocationId, OrderId, OrderLineId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.receipt import ReceiptState
from app.storage.invoice_tables import invoice, invoice_line
from app.storage.lists import slices
from app.storage.order_lines import Place
from app.storage.order_tables import delivery, order_line, sales_order
from app.storage.payment_tables import open_item
from app.storage.receipt_tables import receipt, receipt_line
from app.storage.stock_tables import AMOUNT, stock_standing

_AWAITED = (ReceiptState.EXPECTED, ReceiptState.PART_RECEIVED)
_IN_HAND = (DeliveryState.DRAFT, DeliveryState.PICKING, DeliveryState.PACKED)


@dataclass(frozen=True, slots=True)
class Standing:
    """What lies of a product in a warehouse."""

    on_hand: Quantity
    free: Quantity


@dataclass(frozen=True, slots=True)
class Owed:
    """What the issued invoices of an order claim and what of it is unpaid, in minor units."""

    claimed: int = 0
    unpaid: int = 0


class OrderSupply:
    """Reads what orders can be served from on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def standings(self, products: Collection[ProductId]) -> dict[Place, Standing]:
        """Return what lies of products, by warehouse."""
        found: dict[Place, Standing] = {}
        for group in slices(sorted(products)):
            wanted = select(stock_standing).where(stock_standing.c.product_id.in_(group))
            for row in self._connection.execute(wanted):
                place = (ProductId(row.product_id), LocationId(row.warehouse_id))
                free = Quantity(row.on_hand - row.blocked - row.reserved)
                found[place] = Standing(Quantity(row.on_hand), free)
        return found

    def incoming(self, products: Collection[ProductId]) -> dict[Place, list[Incoming]]:
        """Return what is expected of products, by warehouse, the first to come first."""
        found: defaultdict[Place, list[Incoming]] = defaultdict(list)
        for group in slices(sorted(products)):
            wanted = (
                select(
                    receipt_line.c.product_id,
                    receipt.c.warehouse_id,
                    type_coerce(receipt_line.c.expected - receipt_line.c.received, AMOUNT).label(
                        "quantity"
                    ),
                    receipt.c.expected_on,
                    receipt.c.reference,
                    receipt.c.number,
                )
                .join(receipt, receipt.c.id == receipt_line.c.receipt_id)
                .where(
                    receipt.c.state.in_(_AWAITED),
                    receipt_line.c.product_id.in_(group),
                    receipt_line.c.expected > receipt_line.c.received,
                )
                .order_by(receipt.c.expected_on.asc().nulls_last(), receipt.c.id)
            )
            for row in self._connection.execute(wanted):
                place = (ProductId(row.product_id), LocationId(row.warehouse_id))
                name = row.reference or row.number or ""
                coming = Incoming(Quantity(row.quantity), row.expected_on, name)
                found[place].append(coming)
        return dict(found)

    def in_hand(self, ids: Iterable[OrderId]) -> dict[OrderId, tuple[str, ...]]:
        """Return the deliveries of orders that are being picked and packed, by their numbers."""
        found: defaultdict[OrderId, list[str]] = defaultdict(list)
        for group in slices(ids):
            wanted = (
                select(delivery.c.order_id, delivery.c.number, delivery.c.id)
                .where(delivery.c.order_id.in_(group), delivery.c.state.in_(_IN_HAND))
                .order_by(delivery.c.id)
            )
            for row in self._connection.execute(wanted):
                found[OrderId(row.order_id)].append(row.number or "")
        return {one: tuple(numbers) for one, numbers in found.items()}

    def owed(self, ids: Iterable[OrderId]) -> dict[OrderId, Owed]:
        """Return what the issued invoices of orders claim, and what of it is unpaid.

        An invoice of several orders counts for each of them.
        """
        found: dict[OrderId, Owed] = {}
        for group in slices(ids):
            papers = (
                select(order_line.c.order_id, invoice_line.c.invoice_id)
                .join(invoice_line, invoice_line.c.order_line_id == order_line.c.id)
                .where(order_line.c.order_id.in_(group))
                .distinct()
                .subquery()
            )
            wanted = (
                select(
                    papers.c.order_id,
                    func.sum(open_item.c.amount_minor).label("claimed"),
                    func.sum(open_item.c.open_minor).label("unpaid"),
                )
                .join(open_item, open_item.c.invoice_id == papers.c.invoice_id)
                .group_by(papers.c.order_id)
            )
            for row in self._connection.execute(wanted):
                found[OrderId(row.order_id)] = Owed(int(row.claimed), int(row.unpaid))
        return found

    def billed_by(self, ids: Collection[OrderLineId]) -> tuple[int, ...]:
        """Return the invoices that bill these lines, the oldest first, but no discarded ones."""
        found: set[int] = set()
        for group in slices(sorted(ids)):
            wanted = (
                select(invoice_line.c.invoice_id)
                .join(invoice, invoice.c.id == invoice_line.c.invoice_id)
                .where(invoice_line.c.order_line_id.in_(group), invoice.c.state != State.DISCARDED)
            )
            found.update(self._connection.scalars(wanted.distinct()))
        return tuple(sorted(found))

    def unbilled(self, customer_id: ContactId, but: OrderId) -> dict[str, int]:
        """Return what confirmed orders of a customer come to beside invoices, by currency.

        It is the gross of each order by the share of its lines that is not invoiced yet.
        """
        wanted = (
            select(
                sales_order.c.id,
                sales_order.c.currency,
                sales_order.c.gross_minor,
                type_coerce(func.sum(order_line.c.ordered), AMOUNT).label("ordered"),
                type_coerce(
                    func.sum(order_line.c.ordered - order_line.c.cancelled - order_line.c.invoiced),
                    AMOUNT,
                ).label("rest"),
            )
            .join(order_line, order_line.c.order_id == sales_order.c.id)
            .where(
                sales_order.c.customer_id == customer_id,
                sales_order.c.state == OrderState.CONFIRMED,
                sales_order.c.id != but,
            )
            .group_by(sales_order.c.id, sales_order.c.currency, sales_order.c.gross_minor)
        )
        found: defaultdict[str, int] = defaultdict(int)
        for row in self._connection.execute(wanted):
            if row.ordered and row.rest > 0:
                share = Decimal(row.gross_minor) * row.rest / row.ordered
                found[row.currency] += int(share.to_integral_value())
        return dict(found)
