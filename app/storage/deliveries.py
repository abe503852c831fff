"""Deliveries: replaced whole while the goods are here; what went out only gets its proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.domain.contacts.address import Address
from app.domain.orders.delivery import OPEN, Carriage, Delivery, DeliveryLine
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import (
    ContactId,
    DeliveryId,
    DeliveryLineId,
    DocumentId,
    LocationId,
    LotId,
    MoveId,
    OrderId,
    OrderLineId,
    ProductId,
)
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.goods_turn import take_turn
from app.storage.lists import slices
from app.storage.order_tables import delivery, delivery_line
from app.storage.sorting import dictionary_key, home_of
from app.storage.stock_tables import AMOUNT


class DeliveryStore:
    """Reads and writes deliveries on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, delivery_id: DeliveryId) -> Delivery:
        """Return a delivery; raises NotFound."""
        return self.get_all((delivery_id,))[0]

    def get_all(self, ids: Collection[DeliveryId]) -> tuple[Delivery, ...]:
        """Return these deliveries in the order asked for; raises NotFound."""
        heads: dict[int, Row[Any]] = {}
        lines: defaultdict[int, list[DeliveryLine]] = defaultdict(list)
        for group in slices(ids):
            whole = select(delivery).where(delivery.c.id.in_(group))
            heads |= {row.id: row for row in self._connection.execute(whole)}
            parts = select(delivery_line).where(delivery_line.c.delivery_id.in_(group))
            by_place = parts.order_by(delivery_line.c.delivery_id, delivery_line.c.place)
            for row in self._connection.execute(by_place):
                lines[row.delivery_id].append(_line(row))
        if missing := [one for one in ids if one not in heads]:
            raise NotFound(record="delivery", id=missing[0])
        return tuple(_delivery(heads[one], tuple(lines[one])) for one in ids)

    def take(self, delivery_id: DeliveryId) -> Delivery:
        """Return a delivery to change it: nobody else does until this is written; or NotFound."""
        take_turn(self._connection)
        return self.get(delivery_id)

    def add(self, new: Delivery) -> None:
        """Write a new delivery."""
        self._connection.execute(insert(delivery), self._row(new))
        self._write_lines(new)
        self._changes.note(f"delivery:{new.id}", None, new)

    def save(self, before: Delivery, after: Delivery) -> None:
        """Write what became of a delivery; raises Conflict when it was changed since."""
        same = (delivery.c.id == before.id, delivery.c.version == before.version)
        values = self._row(after)
        del values["id"]
        if before.lines != after.lines:
            gone = delete(delivery_line).where(delivery_line.c.delivery_id == before.id)
            self._connection.execute(gone)
            self._write_lines(after)
        if self._connection.execute(update(delivery).where(*same).values(values)).rowcount != 1:
            raise Conflict(record="delivery", id=after.id)
        self._changes.note(f"delivery:{after.id}", before, after)

    def of_order(self, order_id: OrderId) -> tuple[Delivery, ...]:
        """Return the deliveries of an order, the oldest first."""
        wanted = select(delivery.c.id).where(delivery.c.order_id == order_id)
        ids = self._connection.scalars(wanted.order_by(delivery.c.id))
        return self.get_all([DeliveryId(one) for one in ids])

    def numbered(self, number: str) -> DeliveryId | None:
        """Return the delivery that has a number, or none."""
        found = self._connection.scalar(select(delivery.c.id).where(delivery.c.number == number))
        return None if found is None else DeliveryId(found)

    def under_way(self, lines: Collection[OrderLineId]) -> Mapping[OrderLineId, Quantity]:
        """Return how much of lines of orders is in deliveries that did not go out yet."""
        total = func.sum(delivery_line.c.quantity, type_=AMOUNT)
        wanted = (
            select(delivery_line.c.order_line_id, total)
            .join(delivery, delivery.c.id == delivery_line.c.delivery_id)
            .where(delivery.c.state.in_(OPEN), delivery_line.c.order_line_id.in_(tuple(lines)))
            .group_by(delivery_line.c.order_line_id)
        )
        rows = self._connection.execute(wanted)
        return {OrderLineId(line): Quantity(Decimal(amount)) for line, amount in rows}

    def _write_lines(self, one: Delivery) -> None:
        rows = [
            {
                "id": line.id,
                "delivery_id": one.id,
                "place": place,
                "order_line_id": line.order_line_id,
                "product_id": line.product_id,
                "quantity": line.quantity,
                "picked": line.picked,
                "location_id": line.location_id,
                "lot_id": line.lot_id,
                "parcel": line.parcel,
                "move_id": line.move_id,
            }
            for place, line in enumerate(one.lines)
        ]
        if rows:
            self._connection.execute(insert(delivery_line), rows)

    def _row(self, one: Delivery) -> dict[str, Any]:
        return {
            "id": one.id,
            "version": one.version,
            "state": one.state,
            "order_id": one.order_id,
            "warehouse_id": one.warehouse_id,
            "customer_id": one.customer_id,
            "customer_name": one.customer_name,
            "customer_key": dictionary_key(one.customer_name, self._country),
            "deliver_to": plain(one.deliver_to),
            "number": one.number or None,
            "carriage": plain(one.carriage),
            "carrier": one.carriage.carrier,
            "tracking": one.carriage.tracking,
            "planned_on": one.planned_on,
            "shipped_on": one.shipped_on,
            "shipped_at": one.shipped_at,
            "delivered_on": one.delivered_on,
            "received_by": one.received_by,
            "proof_id": one.proof_id,
            "reason": one.reason,
        }

    @cached_property
    def _country(self) -> str:
        return home_of(self._connection).country


def _delivery(row: Row[Any], lines: tuple[DeliveryLine, ...]) -> Delivery:
    return Delivery(
        id=DeliveryId(row.id),
        version=row.version,
        state=row.state,
        order_id=OrderId(row.order_id),
        warehouse_id=LocationId(row.warehouse_id),
        customer_id=None if row.customer_id is None else ContactId(row.customer_id),
        customer_name=row.customer_name,
        lines=lines,
        deliver_to=parsed(Address, row.deliver_to),
        number=row.number or "",
        carriage=parsed(Carriage, row.carriage),
        planned_on=row.planned_on,
        shipped_on=row.shipped_on,
        shipped_at=row.shipped_at,
        delivered_on=row.delivered_on,
        received_by=row.received_by,
        proof_id=None if row.proof_id is None else DocumentId(row.proof_id),
        reason=row.reason,
    )


def _line(row: Row[Any]) -> DeliveryLine:
    return DeliveryLine(
        id=DeliveryLineId(row.id),
        order_line_id=OrderLineId(row.order_line_id),
        product_id=None if row.product_id is None else ProductId(row.product_id),
        quantity=row.quantity,
        picked=row.picked,
        location_id=None if row.location_id is None else LocationId(row.location_id),
        lot_id=None if row.lot_id is None else LotId(row.lot_id),
        parcel=row.parcel,
        move_id=None if row.move_id is None else MoveId(row.move_id),
    )
