"""Lines of orders: who waits for goods, who holds them, and what of a line was invoiced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    true,
    type_coerce,
    update,
)

from app.domain.invoices.invoice import Kind, State
from app.domain.orders.billing import BilledPart
from app.domain.orders.order import NOTHING, OrderState, Priority
from app.domain.orders.promising import Turn
from app.domain.orders.reserving import Claim
from app.domain.shared.ids import LocationId, OrderId, OrderLineId, ProductId
from app.domain.shared.quantities import Quantity
from app.storage.goods_turn import take_turn
from app.storage.invoice_tables import invoice, invoice_line
from app.storage.lists import slices
from app.storage.order_tables import order_line, sales_order
from app.storage.stock_tables import AMOUNT, stock_standing
from app.storage.types import Day

Place = tuple[ProductId, LocationId]
"""A product in a warehouse."""
_UNRESERVED = type_coerce(
    order_line.c.ordered - order_line.c.delivered - order_line.c.cancelled - order_line.c.reserved,
    AMOUNT,
)
_MORE = bindparam("more", type_=AMOUNT)


@dataclass(frozen=True, slots=True)
class Held:
    """How much more, or less, is held for a line of what lies in a place."""

    line_id: OrderLineId
    place: Place
    by: Decimal


class OrderLineStore:
    """Reads and writes lines of confirmed orders on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, products: Collection[ProductId] | None = None) -> dict[Place, list[Claim]]:
        """Return who waits for goods by product and warehouse; held orders do not wait.

        Nobody else can give them any until this is written.
        """
        take_turn(self._connection)
        wanted = _claims(_UNRESERVED).where(order_line.c.is_waiting == 1, sales_order.c.hold == "")
        return self._found(wanted, products)

    def holding(self, products: Collection[ProductId]) -> dict[Place, list[Claim]]:
        """Return for whom goods are held, by product and warehouse."""
        wanted = _claims(order_line.c.reserved).where(order_line.c.reserved > NOTHING)
        return self._found(wanted, products)

    def free(self, places: Collection[Place]) -> dict[Place, Decimal]:
        """Return what lies there, may go out and is held for nobody; below zero what is short.

        Nobody else can hold of it until this is written.
        """
        take_turn(self._connection)
        found: dict[Place, Decimal] = {}
        for group in slices(sorted({product for product, _ in places})):
            wanted = select(stock_standing).where(stock_standing.c.product_id.in_(group))
            for row in self._connection.execute(wanted):
                place = (ProductId(row.product_id), LocationId(row.warehouse_id))
                if place in places:
                    found[place] = row.on_hand - row.blocked - row.reserved
        return found

    def hold(self, changes: Sequence[Held]) -> None:
        """Write how much is held for whom, in the lines and in the stock alike."""
        if not changes:
            return
        sums: defaultdict[Place, Decimal] = defaultdict(Decimal)
        for one in changes:
            sums[one.place] += one.by
        is_waiting = case((_UNRESERVED > _MORE, 1), else_=0)
        statement = (
            update(order_line)
            .where(order_line.c.id == bindparam("line"))
            .values(reserved=order_line.c.reserved + _MORE, is_waiting=is_waiting)
        )
        rows = [{"line": one.line_id, "more": one.by} for one in changes]
        self._connection.execute(statement, rows)
        self.stand(sums)

    def stand(self, changes: Mapping[Place, Decimal]) -> None:
        """Write in the stock how much more, or less, of it is held."""
        statement = (
            update(stock_standing)
            .where(
                stock_standing.c.product_id == bindparam("product"),
                stock_standing.c.warehouse_id == bindparam("warehouse"),
            )
            .values(reserved=stock_standing.c.reserved + _MORE)
        )
        rows = [
            {"product": product, "warehouse": warehouse, "more": more}
            for (product, warehouse), more in changes.items()
            if more
        ]
        if rows:
            self._connection.execute(statement, rows)

    def billed(self, ids: Collection[OrderLineId]) -> tuple[BilledPart, ...]:
        """Return what invoices say of these lines: drafts, issued ones, and issued credit notes."""
        found: list[BilledPart] = []
        for group in slices(sorted(ids)):
            wanted = (
                select(
                    invoice_line.c.order_line_id,
                    invoice_line.c.quantity,
                    invoice_line.c.unit,
                    invoice_line.c.is_reduction,
                    invoice.c.kind,
                    invoice.c.state,
                )
                .join(invoice, invoice.c.id == invoice_line.c.invoice_id)
                .where(invoice_line.c.order_line_id.in_(group), invoice.c.state != State.DISCARDED)
            )
            found.extend(
                BilledPart(
                    OrderLineId(row.order_line_id or 0),
                    Quantity(row.quantity),
                    row.unit,
                    is_credit=row.kind is Kind.CREDIT_NOTE,
                )
                for row in self._connection.execute(wanted)
                if _counts(row.kind, row.state) and not row.is_reduction
            )
        return tuple(found)

    def waited_for(
        self, products: Collection[ProductId], before: Turn | None = None
    ) -> dict[Place, Decimal]:
        """Return how much of each product confirmed orders wait for, by warehouse.

        ``before`` counts only those whose turn is earlier.
        """
        found: dict[Place, Decimal] = {}
        for group in slices(sorted(products)):
            wanted = (
                select(
                    order_line.c.product_id,
                    sales_order.c.warehouse_id,
                    type_coerce(func.sum(_UNRESERVED), AMOUNT).label("waiting"),
                )
                .join(sales_order, sales_order.c.id == order_line.c.order_id)
                .where(
                    order_line.c.is_waiting == 1,
                    order_line.c.product_id.in_(group),
                    sales_order.c.warehouse_id.is_not(None),
                    true() if before is None else _earlier(before),
                )
                .group_by(order_line.c.product_id, sales_order.c.warehouse_id)
            )
            for row in self._connection.execute(wanted):
                place = (ProductId(row.product_id or 0), LocationId(row.warehouse_id or 0))
                found[place] = row.waiting
        return found

    def _found(
        self, wanted: Select[Any], products: Collection[ProductId] | None
    ) -> dict[Place, list[Claim]]:
        parts: Iterable[Select[Any]] = (wanted,)
        if products is not None:
            groups = slices(sorted(products))
            parts = (wanted.where(order_line.c.product_id.in_(group)) for group in groups)
        found: defaultdict[Place, list[Claim]] = defaultdict(list)
        for part in parts:
            for row in self._connection.execute(part):
                place = (ProductId(row.product_id), LocationId(row.warehouse_id))
                found[place].append(
                    Claim(
                        OrderId(row.order_id),
                        OrderLineId(row.id),
                        Quantity(row.quantity),
                        Priority(row.priority),
                        row.promised_on,
                        row.ordered_on,
                    )
                )
        return dict(found)


def _earlier(turn: Turn) -> ColumnElement[bool]:
    """Return whether it is the turn of a line before that of an order."""
    never = literal(date.max, Day)
    promised = func.coalesce(order_line.c.promised_on, sales_order.c.promised_on, never)
    keys: tuple[tuple[ColumnElement[Any], object], ...] = (
        (sales_order.c.priority, turn.priority.value),
        (promised, turn.promised_on or date.max),
        (func.coalesce(sales_order.c.ordered_on, never), turn.ordered_on),
        (sales_order.c.id, turn.order_id),
    )
    return or_(
        *(
            and_(
                *(column == value for column, value in keys[:place]),
                keys[place][0] < keys[place][1],
            )
            for place in range(len(keys))
        )
    )


def _claims(quantity: Any) -> Select[Any]:
    """Return the query of claims of confirmed orders, each with so much."""
    return (
        select(
            order_line.c.id,
            order_line.c.order_id,
            order_line.c.product_id,
            sales_order.c.warehouse_id,
            quantity.label("quantity"),
            sales_order.c.priority,
            func.coalesce(order_line.c.promised_on, sales_order.c.promised_on).label("promised_on"),
            sales_order.c.ordered_on,
        )
        .join(sales_order, sales_order.c.id == order_line.c.order_id)
        .where(
            sales_order.c.state == OrderState.CONFIRMED,
            sales_order.c.warehouse_id.is_not(None),
            order_line.c.product_id.is_not(None),
        )
    )


def _counts(kind: Kind, state: State) -> bool:
    """Say whether a paper counts: a credit note takes back only once it is issued."""
    return kind is not Kind.CREDIT_NOTE or state is State.ISSUED
