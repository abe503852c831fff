"""Lists of orders: the day's work in its turn, or as a view orders and narrows it."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, not_, or_, select, type_coerce

from app.domain.invoices.invoice import Invoice, State
from app.domain.orders.order import NOTHING, Order, OrderLine, OrderState
from app.domain.orders.row import IN_TURN, OrderHead, OrderSort, OrdersShown
from app.domain.shared.ids import InvoiceId, LocationId
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.stock.item import Billing
from app.storage.lists import found_first, found_spine, in_order, slices, whole
from app.storage.order_rows import order_line_of
from app.storage.order_tables import UNPROMISED, order_line, sales_order
from app.storage.stock_tables import AMOUNT
from app.storage.types import Rows

_SORTED: dict[OrderSort, tuple[ColumnElement[Any], ...]] = {
    OrderSort.TURN: (sales_order.c.priority, UNPROMISED, sales_order.c.promised_on),
    OrderSort.PROMISED_ON: (UNPROMISED, sales_order.c.promised_on),
    OrderSort.WANTED_ON: (sales_order.c.wanted_on,),
    OrderSort.ORDERED_ON: (sales_order.c.ordered_on,),
    OrderSort.NUMBER: (sales_order.c.number,),
    OrderSort.CUSTOMER: (sales_order.c.customer_key,),
    OrderSort.NET: (sales_order.c.net_minor,),
    OrderSort.GROSS: (sales_order.c.gross_minor,),
}
_ROW = (
    sales_order.c.id,
    sales_order.c.state,
    func.coalesce(sales_order.c.number, "").label("number"),
    sales_order.c.customer_name,
    sales_order.c.order_reference,
    sales_order.c.channel,
    sales_order.c.priority,
    sales_order.c.ordered_on,
    sales_order.c.wanted_on,
    sales_order.c.promised_on,
    sales_order.c.ships_whole,
    sales_order.c.hold,
    sales_order.c.currency,
    sales_order.c.net_minor,
    sales_order.c.gross_minor,
    sales_order.c.version,
    sales_order.c.warehouse_id,
)


class OrderLists:
    """Reads lists of orders on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self, view: View = IN_TURN, among: Collection[int] | None = None, today: date = date.min
    ) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, listed(view, today), sales_order.c.id, among)

    def first(
        self,
        view: View,
        size: int,
        among: Collection[int] | None = None,
        today: date = date.min,
    ) -> array[int]:
        """Return the first ids that ``spine`` would return."""
        return found_first(self._connection, listed(view, today), sales_order.c.id, size, among)

    def heads(self, ids: Sequence[int]) -> tuple[OrderHead, ...]:
        """Return these orders without their lines, as asked for; what is gone is left out."""
        found: dict[int, OrderHead] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).where(sales_order.c.id.in_(group))
            found.update((row.id, OrderHead(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def outlines(self, heads: Sequence[OrderHead]) -> tuple[Order, ...]:
        """Return these orders with their lines, but without the words of what is wanted."""
        lines: defaultdict[int, list[OrderLine]] = defaultdict(list)
        for group in slices([one.id for one in heads]):
            mine = select(order_line).where(order_line.c.order_id.in_(group))
            wanted = mine.order_by(order_line.c.order_id, order_line.c.place)
            for row in whole(self._connection, wanted):
                lines[row.order_id].append(order_line_of(row))
        return tuple(_outline(head, tuple(lines[head.id])) for head in heads)

    def counts(self, today: date) -> dict[OrdersShown, int]:
        """Return how many orders the list shows under each of its chips."""
        return {
            one: int(
                self._connection.scalar(
                    select(func.count()).select_from(sales_order).where(_shown(one, today))
                )
                or 0
            )
            for one in OrdersShown
        }


def _outline(head: OrderHead, lines: tuple[OrderLine, ...]) -> Order:
    bare = Invoice(InvoiceId(0), 0, State.DRAFT, head.currency, "", 0)
    return Order(
        id=head.id,
        version=head.version,
        state=head.state,
        wanted=bare,
        lines=lines,
        warehouse_id=None if head.warehouse_id is None else LocationId(head.warehouse_id),
        number=head.number,
        channel=head.channel,
        priority=head.priority,
        ordered_on=head.ordered_on,
        wanted_on=head.wanted_on,
        promised_on=head.promised_on,
        ships_whole=head.ships_whole,
        hold=head.hold,
    )


def listed(view: View, today: date) -> Select[int]:
    """Return the query of a list of orders; without a choice all but drafts thrown away."""
    columns = _SORTED[sort_of(OrderSort, view.sort, OrderSort.TURN)]
    wanted = select(sales_order.c.id)
    if view.only:
        shown = states_of(OrdersShown, view.only)
        wanted = wanted.where(or_(*(_shown(one, today) for one in shown)))
    else:
        thrown_away = and_(
            sales_order.c.state == OrderState.CANCELLED, sales_order.c.number.is_(None)
        )
        wanted = wanted.where(not_(thrown_away))
    if UNPROMISED in columns:
        keys = (*columns, sales_order.c.id)
        # As the index has them: asked for the place of what is empty, no database uses it.
        return wanted.order_by(*(one.desc() if view.is_descending else one for one in keys))
    if view.is_descending:
        last = (*(one.desc().nulls_first() for one in columns), sales_order.c.id.desc())
    else:
        last = (*(one.asc().nulls_last() for one in columns), sales_order.c.id.asc())
    return wanted.order_by(*last)


def _shown(one: OrdersShown, today: date) -> ColumnElement[bool]:
    """Return what keeps an order in a narrowed list."""
    if one in {OrdersShown.DRAFT, OrdersShown.CLOSED, OrdersShown.CANCELLED}:
        return sales_order.c.state == OrderState(one.value)
    confirmed = sales_order.c.state == OrderState.CONFIRMED
    return confirmed if one is OrdersShown.OPEN else and_(confirmed, _standing(one, today))


def _standing(one: OrdersShown, today: date) -> ColumnElement[bool]:
    """Return how a confirmed order stands."""
    match one:
        case OrdersShown.LATE:
            return and_(sales_order.c.promised_on < today, has_line(open_quantity() > NOTHING))
        case OrdersShown.HELD:
            return sales_order.c.hold != ""
        case OrdersShown.WAITING:
            return has_line(order_line.c.is_waiting == 1)
        case OrdersShown.READY:
            return and_(sales_order.c.hold == "", is_ready())
    return has_line(can_be_billed())


def is_ready() -> ColumnElement[bool]:
    """Return whether something of an order can go out today; one that goes whole waits for all."""
    waits = has_line(order_line.c.is_waiting == 1)
    return and_(has_line(can_go()), or_(sales_order.c.ships_whole == 0, not_(waits)))


def has_line(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return what keeps the orders that have such a line."""
    wanted = select(order_line.c.order_id).where(condition)
    return sales_order.c.id.in_(wanted)


def open_quantity() -> ColumnElement[Any]:
    """Return what of a line is neither delivered nor cancelled."""
    rest = order_line.c.ordered - order_line.c.delivered - order_line.c.cancelled
    return type_coerce(rest, AMOUNT)


def can_go() -> ColumnElement[bool]:
    """Return whether something of a line can go out today."""
    ours = and_(order_line.c.is_stocked == 0, order_line.c.supplier_id.is_(None))
    unstocked = and_(ours, open_quantity() > NOTHING)
    return or_(order_line.c.reserved > NOTHING, unstocked)


def can_be_billed() -> ColumnElement[bool]:
    """Return whether something of a line can be invoiced today."""
    by_order = and_(
        order_line.c.billing == Billing.ORDERED,
        order_line.c.ordered - order_line.c.cancelled - order_line.c.returned
        > order_line.c.invoiced,
    )
    by_delivery = and_(
        order_line.c.billing == Billing.DELIVERED,
        order_line.c.delivered - order_line.c.returned > order_line.c.invoiced,
    )
    return or_(by_order, by_delivery)
