"""Returns: what customers send back, until it was decided on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.domain.orders.goods_return import GoodsReturn, ReturnLine, ReturnState
from app.domain.shared.ids import (
    ContactId,
    InvoiceId,
    LocationId,
    LotId,
    OrderId,
    OrderLineId,
    ProductId,
    ReturnId,
    ReturnLineId,
)
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.goods_turn import take_turn
from app.storage.invoice_tables import invoice_line
from app.storage.order_tables import goods_return, goods_return_line
from app.storage.sorting import dictionary_key, home_of
from app.storage.stock_tables import AMOUNT


class ReturnStore:
    """Reads and writes returns on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, return_id: ReturnId) -> GoodsReturn:
        """Return a return; raises NotFound."""
        wanted = select(goods_return).where(goods_return.c.id == return_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="goods_return", id=return_id)
        return _return(found, self._lines(return_id))

    def take(self, return_id: ReturnId) -> GoodsReturn:
        """Return a return to change it: nobody else does until this is written; or NotFound."""
        take_turn(self._connection)
        return self.get(return_id)

    def add(self, new: GoodsReturn) -> None:
        """Write a new return."""
        self._connection.execute(insert(goods_return), self._row(new))
        self._write_lines(new)
        self._changes.note(f"goods_return:{new.id}", None, new)

    def save(self, before: GoodsReturn, after: GoodsReturn) -> None:
        """Write what became of a return; raises Conflict when it was changed since."""
        same = (goods_return.c.id == before.id, goods_return.c.version == before.version)
        values = self._row(after)
        del values["id"]
        changed = update(goods_return).where(*same).values(values)
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record="goods_return", id=after.id)
        gone = delete(goods_return_line).where(goods_return_line.c.return_id == before.id)
        self._connection.execute(gone)
        self._write_lines(after)
        self._changes.note(f"goods_return:{after.id}", before, after)

    def of_order(self, order_id: OrderId) -> tuple[GoodsReturn, ...]:
        """Return the returns of an order, the oldest first."""
        wanted = select(goods_return.c.id).where(goods_return.c.order_id == order_id)
        ids = self._connection.scalars(wanted.order_by(goods_return.c.id)).all()
        return tuple(self.get(ReturnId(one)) for one in ids)

    def numbered(self, number: str) -> ReturnId | None:
        """Return the return that has a number, or none."""
        wanted = select(goods_return.c.id).where(goods_return.c.number == number)
        found = self._connection.scalar(wanted)
        return None if found is None else ReturnId(found)

    def announced(
        self, lines: Collection[OrderLineId], but: ReturnId | None = None
    ) -> Mapping[OrderLineId, Quantity]:
        """Return how much of lines of orders is in returns that were not decided on yet."""
        awaited = (ReturnState.ANNOUNCED, ReturnState.RECEIVED, ReturnState.INSPECTED)
        line = goods_return_line
        came = func.sum(func.max(line.c.quantity, line.c.received), type_=AMOUNT)
        if self._connection.dialect.name != "sqlite":
            came = func.sum(func.greatest(line.c.quantity, line.c.received), type_=AMOUNT)
        wanted = (
            select(line.c.order_line_id, came)
            .join(goods_return, goods_return.c.id == line.c.return_id)
            .where(goods_return.c.state.in_(awaited), line.c.order_line_id.in_(tuple(lines)))
            .where(goods_return.c.id != (but or 0))
            .group_by(line.c.order_line_id)
        )
        rows = self._connection.execute(wanted)
        return {OrderLineId(one): Quantity(Decimal(amount)) for one, amount in rows}

    def billed_by(self, lines: Collection[OrderLineId]) -> tuple[InvoiceId, ...]:
        """Return the invoices on which lines of orders stand, drafts and credit notes too."""
        wanted = select(invoice_line.c.invoice_id).distinct()
        ids = self._connection.scalars(wanted.where(invoice_line.c.order_line_id.in_(tuple(lines))))
        return tuple(InvoiceId(one) for one in sorted(ids))

    def _lines(self, return_id: ReturnId) -> tuple[ReturnLine, ...]:
        wanted = select(goods_return_line).where(goods_return_line.c.return_id == return_id)
        rows = self._connection.execute(wanted.order_by(goods_return_line.c.place))
        return tuple(map(_line, rows))

    def _write_lines(self, one: GoodsReturn) -> None:
        rows = [
            {
                "id": line.id,
                "return_id": one.id,
                "place": place,
                "order_line_id": line.order_line_id,
                "product_id": line.product_id,
                "quantity": line.quantity,
                "received": line.received,
                "lot_id": line.lot_id,
                "finding": line.finding,
                "outcome": line.outcome,
                "location_id": line.location_id,
                "is_credited": line.is_credited,
            }
            for place, line in enumerate(one.lines)
        ]
        self._connection.execute(insert(goods_return_line), rows)

    def _row(self, one: GoodsReturn) -> dict[str, Any]:
        return {
            "id": one.id,
            "version": one.version,
            "state": one.state,
            "order_id": one.order_id,
            "customer_id": one.customer_id,
            "customer_name": one.customer_name,
            "customer_key": dictionary_key(one.customer_name, self._country),
            "number": one.number or None,
            "announced_on": one.announced_on,
            "received_on": one.received_on,
            "decided_on": one.decided_on,
            "reason": one.reason,
            "credit_id": one.credit_id,
        }

    @cached_property
    def _country(self) -> str:
        return home_of(self._connection).country


def _return(row: Row[Any], lines: tuple[ReturnLine, ...]) -> GoodsReturn:
    return GoodsReturn(
        id=ReturnId(row.id),
        version=row.version,
        state=row.state,
        order_id=OrderId(row.order_id),
        customer_id=None if row.customer_id is None else ContactId(row.customer_id),
        customer_name=row.customer_name,
        lines=lines,
        number=row.number or "",
        announced_on=row.announced_on,
        received_on=row.received_on,
        decided_on=row.decided_on,
        reason=row.reason,
        credit_id=None if row.credit_id is None else InvoiceId(row.credit_id),
    )


def _line(row: Row[Any]) -> ReturnLine:
    return ReturnLine(
        id=ReturnLineId(row.id),
        order_line_id=OrderLineId(row.order_line_id),
        product_id=ProductId(row.product_id),
        quantity=row.quantity,
        received=row.received,
        lot_id=None if row.lot_id is None else LotId(row.lot_id),
        finding=row.finding,
        outcome=row.outcome,
        location_id=None if row.location_id is None else LocationId(row.location_id),
        is_credited=row.is_credited,
    )
