"""Lists of deliveries and returns, as a view orders and narrows them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from app.domain.contacts.address import Address
from app.domain.contacts.timeline import Event, Happening
from app.domain.orders.areas import Stop
from app.domain.orders.delivery import OPEN, Carriage, DeliveryState
from app.domain.orders.goods_return import ReturnState
from app.domain.orders.rows import (
    NEWEST_RETURNS,
    NEXT_DELIVERIES,
    DeliveryRow,
    DeliverySort,
    ReturnRow,
    ReturnSort,
)
from app.domain.shared.codec import parsed
from app.domain.shared.ids import ContactId, DeliveryId, day_of
from app.domain.shared.paging import View, sort_of, states_of
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.order_tables import (
    delivery,
    delivery_line,
    goods_return,
    goods_return_line,
    sales_order,
)
from app.storage.types import Rows

_DELIVERIES: dict[DeliverySort, ColumnElement[Any]] = {
    DeliverySort.PLANNED_ON: delivery.c.planned_on,
    DeliverySort.NUMBER: delivery.c.number,
    DeliverySort.ORDER: delivery.c.order_id,
    DeliverySort.CUSTOMER: delivery.c.customer_key,
    DeliverySort.SHIPPED_ON: delivery.c.shipped_on,
    DeliverySort.CARRIER: delivery.c.carrier,
}
_RETURNS: dict[ReturnSort, ColumnElement[Any]] = {
    ReturnSort.ANNOUNCED_ON: goods_return.c.announced_on,
    ReturnSort.NUMBER: goods_return.c.number,
    ReturnSort.ORDER: goods_return.c.order_id,
    ReturnSort.CUSTOMER: goods_return.c.customer_key,
    ReturnSort.RECEIVED_ON: goods_return.c.received_on,
}
_DELIVERY_LINES = (
    select(func.count())
    .where(delivery_line.c.delivery_id == delivery.c.id)
    .correlate(delivery)
    .scalar_subquery()
)
_RETURN_LINES = (
    select(func.count())
    .where(goods_return_line.c.return_id == goods_return.c.id)
    .correlate(goods_return)
    .scalar_subquery()
)
_ORDER_NUMBER = func.coalesce(sales_order.c.number, "")


class DeliveryLists:
    """Reads lists of deliveries on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self, view: View = NEXT_DELIVERIES, among: Collection[int] | None = None
    ) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _deliveries(view), delivery.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None = None) -> array[int]:
        """Return the first ids that ``spine`` would return."""
        return found_first(self._connection, _deliveries(view), delivery.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[DeliveryRow, ...]:
        """Return the rows of these deliveries, in the order asked for; what is gone is left out."""
        found: dict[int, DeliveryRow] = {}
        for group in slices(ids):
            wanted: Rows = (
                select(
                    delivery.c.id,
                    delivery.c.state,
                    func.coalesce(delivery.c.number, ""),
                    delivery.c.order_id,
                    _ORDER_NUMBER,
                    delivery.c.customer_name,
                    delivery.c.planned_on,
                    delivery.c.shipped_on,
                    delivery.c.delivered_on,
                    delivery.c.carrier,
                    delivery.c.tracking,
                    _DELIVERY_LINES,
                )
                .join(sales_order, sales_order.c.id == delivery.c.order_id)
                .where(delivery.c.id.in_(group))
            )
            found.update((row[0], DeliveryRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def of_contact(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest deliveries that went out to a contact."""
        day, title = delivery.c.shipped_on, delivery.c.number
        wanted = (
            select(delivery.c.id, day, title)
            .where(delivery.c.customer_id == contact_id, day.is_not(None))
            .order_by(delivery.c.id.desc())
            .limit(limit)
        )
        rows: Iterable[Row[Any]] = self._connection.execute(wanted)
        return tuple(
            Event(row.shipped_on, Happening.DELIVERED, row.id, row.number or "") for row in rows
        )

    def last_carrier(self, customer_id: ContactId | None) -> str:
        """Return who carried the last goods to a customer, else the last to anybody, if known."""
        named = select(delivery.c.carrier).where(delivery.c.carrier != "")
        newest = named.order_by(delivery.c.id.desc()).limit(1)
        theirs = newest.where(delivery.c.customer_id == customer_id)
        return self._connection.scalar(theirs) or self._connection.scalar(newest) or ""

    def stops(self, until: date | None = None) -> tuple[Stop, ...]:
        """Return where the deliveries go that are still here, planned until a day."""
        wanted: Rows = select(
            delivery.c.id,
            delivery.c.customer_name,
            delivery.c.deliver_to,
            delivery.c.carriage,
            delivery.c.planned_on,
        ).where(delivery.c.state.in_(OPEN))
        if until is not None:
            wanted = wanted.where(delivery.c.planned_on <= until)
        return tuple(
            Stop(
                DeliveryId(row.id),
                row.customer_name,
                parsed(Address, row.deliver_to),
                carriage.parcels,
                carriage.weight_g,
                row.planned_on,
            )
            for row in whole(self._connection, wanted)
            for carriage in (parsed(Carriage, row.carriage),)
        )

    def counts(self) -> dict[DeliveryState, int]:
        """Return how many deliveries stand in each state."""
        wanted = select(delivery.c.state, func.count().label("of_it")).group_by(delivery.c.state)
        return {row.state: row.of_it for row in self._connection.execute(wanted)}


class ReturnLists:
    """Reads lists of returns on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self, view: View = NEWEST_RETURNS, among: Collection[int] | None = None
    ) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _returns(view), goods_return.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None = None) -> array[int]:
        """Return the first ids that ``spine`` would return."""
        return found_first(self._connection, _returns(view), goods_return.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[ReturnRow, ...]:
        """Return the rows of these returns, in the order asked for; what is gone is left out."""
        found: dict[int, ReturnRow] = {}
        for group in slices(ids):
            wanted: Rows = (
                select(
                    goods_return.c.id,
                    goods_return.c.state,
                    func.coalesce(goods_return.c.number, ""),
                    goods_return.c.order_id,
                    _ORDER_NUMBER,
                    goods_return.c.customer_name,
                    goods_return.c.announced_on,
                    goods_return.c.received_on,
                    goods_return.c.decided_on,
                    goods_return.c.reason,
                    _RETURN_LINES,
                    goods_return.c.credit_id.is_not(None),
                )
                .join(sales_order, sales_order.c.id == goods_return.c.order_id)
                .where(goods_return.c.id.in_(group))
            )
            found.update((row[0], ReturnRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def of_contact(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest returns of a contact; what was called off is left out."""
        wanted = (
            select(goods_return.c.id, goods_return.c.announced_on, goods_return.c.number)
            .where(
                goods_return.c.customer_id == contact_id,
                goods_return.c.state != ReturnState.CANCELLED,
            )
            .order_by(goods_return.c.id.desc())
            .limit(limit)
        )
        rows: Iterable[Row[Any]] = self._connection.execute(wanted)
        return tuple(
            Event(row.announced_on or day_of(row.id), Happening.RETURNED, row.id, row.number or "")
            for row in rows
        )

    def counts(self) -> dict[ReturnState, int]:
        """Return how many returns stand in each state."""
        wanted = select(goods_return.c.state, func.count().label("of_it")).group_by(
            goods_return.c.state
        )
        return {row.state: row.of_it for row in self._connection.execute(wanted)}


def _deliveries(view: View) -> Select[int]:
    asked = view if view.sort else NEXT_DELIVERIES
    column = _DELIVERIES[sort_of(DeliverySort, asked.sort, DeliverySort.PLANNED_ON)]
    kept = states_of(DeliveryState, view.only)
    wanted = select(delivery.c.id)
    if kept:
        wanted = wanted.where(delivery.c.state.in_(kept))
    else:
        wanted = wanted.where(delivery.c.state != DeliveryState.CANCELLED)
    return ordered(wanted, column, delivery.c.id, asked)


def _returns(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST_RETURNS
    column = _RETURNS[sort_of(ReturnSort, asked.sort, ReturnSort.ANNOUNCED_ON)]
    kept = states_of(ReturnState, view.only)
    wanted = select(goods_return.c.id)
    if kept:
        wanted = wanted.where(goods_return.c.state.in_(kept))
    else:
        wanted = wanted.where(goods_return.c.state != ReturnState.CANCELLED)
    return ordered(wanted, column, goods_return.c.id, asked)
