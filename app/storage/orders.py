"""Orders with their lines: a draft is replaced whole, a confirmed one line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from sqlalchemy import Connection, delete, select, update

from app.domain.invoices.invoice import Totals
from app.domain.orders.order import Amendment, Order, OrderLine, OrderState
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import ContactId, OrderId, OrderLineId, QuoteId
from app.domain.shared.refusals import Conflict, NotFound, Refusal
from app.storage.deeds import Changes
from app.storage.goods_turn import take_turn
from app.storage.lists import slices
from app.storage.order_rows import (
    order_line_of,
    order_line_rows,
    order_of,
    order_row,
    reference_key,
)
from app.storage.order_tables import delivery_line, order_amendment, order_line, sales_order
from app.storage.sorting import home_of


class InDelivery(Refusal):
    """A line that is in a delivery stays in its order."""

    code = "orders.line-in-delivery"


class OrderStore:
    """Reads and writes orders on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, order_id: OrderId) -> Order:
        """Return an order; raises NotFound."""
        found = self.get_all((order_id,))
        if order_id not in found:
            raise NotFound(record="order", id=order_id)
        return found[order_id]

    def get_all(self, ids: Iterable[OrderId]) -> dict[OrderId, Order]:
        """Return the orders that there are of these, by their ids."""
        found: dict[OrderId, Order] = {}
        for group in slices(ids):
            rows = self._connection.execute(select(sales_order).where(sales_order.c.id.in_(group)))
            lines = self._lines(group)
            found.update((OrderId(row.id), order_of(row, lines[row.id])) for row in rows)
        return found

    def take(self, order_id: OrderId) -> Order:
        """Return an order to change it: nobody else does until this is written; or NotFound."""
        self.lock((order_id,))
        return self.get(order_id)

    def lock(self, ids: Collection[OrderId]) -> None:
        """Keep others from changing these orders; an office in a folder has one writer anyway."""
        take_turn(self._connection)
        if self._connection.dialect.name == "postgresql":
            for group in slices(sorted(ids)):
                wanted = select(sales_order.c.id).where(sales_order.c.id.in_(group))
                self._connection.execute(wanted.order_by(sales_order.c.id).with_for_update())

    def add(self, new: Order, totals: Totals) -> None:
        """Write a new order."""
        self._connection.execute(sales_order.insert(), order_row(new, totals, self._country))
        if rows := order_line_rows(new):
            self._connection.execute(order_line.insert(), rows)
        self._changes.note(f"order:{new.id}", None, new)

    def save(self, before: Order, after: Order, totals: Totals) -> None:
        """Write what became of an order; raises Conflict when it was changed since."""
        same = (sales_order.c.id == before.id, sales_order.c.version == before.version)
        values = order_row(after, totals, self._country)
        del values["id"]
        if self._connection.execute(update(sales_order).where(*same).values(values)).rowcount != 1:
            raise Conflict(record="order", id=after.id)
        self._save_lines(before, after)
        self._changes.note(f"order:{after.id}", before, after)

    def remove_all(self, ids: Collection[OrderId]) -> None:
        """Delete drafts that nothing refers to: an import taken back."""
        for group in slices(sorted(ids)):
            self._connection.execute(delete(order_line).where(order_line.c.order_id.in_(group)))
            self._connection.execute(delete(sales_order).where(sales_order.c.id.in_(group)))

    def amend(self, change: Amendment) -> None:
        """Write down how a confirmed order was changed, for ever."""
        row = {
            "order_id": change.order_id,
            "number": change.number,
            "made_at": change.made_at,
            "who": change.who,
            "reason": change.reason,
            "before": plain(change.before),
            "after": plain(change.after),
        }
        self._connection.execute(order_amendment.insert(), row)

    def amendments(self, order_id: OrderId) -> tuple[Amendment, ...]:
        """Return how an order was amended, the first amendment first."""
        wanted = select(order_amendment).where(order_amendment.c.order_id == order_id)
        rows = self._connection.execute(wanted.order_by(order_amendment.c.number))
        return tuple(
            Amendment(
                OrderId(row.order_id),
                row.number,
                row.made_at,
                row.who,
                row.reason,
                parsed(Order, row.before),
                parsed(Order, row.after),
            )
            for row in rows
        )

    def numbered(self, number: str) -> OrderId | None:
        """Return the order that has a number, or none."""
        wanted = select(sales_order.c.id).where(sales_order.c.number == number)
        found = self._connection.scalar(wanted)
        return None if found is None else OrderId(found)

    def _lines(self, ids: Sequence[int]) -> defaultdict[int, list[OrderLine]]:
        mine = select(order_line).where(order_line.c.order_id.in_(ids))
        wanted = mine.order_by(order_line.c.order_id, order_line.c.place)
        found: defaultdict[int, list[OrderLine]] = defaultdict(list)
        for row in self._connection.execute(
            wanted.order_by(order_line.c.order_id, order_line.c.place)
        ):
            found[row.order_id].append(order_line_of(row))
        return found

    def _save_lines(self, before: Order, after: Order) -> None:
        """Write the lines that changed; one that is gone must not be in any delivery."""
        old = {row["id"]: row for row in order_line_rows(before)}
        new = {row["id"]: row for row in order_line_rows(after)}
        self._remove(before, [line for line in old if line not in new])
        kept = [new[line] for line in new if line in old and new[line] != old[line]]
        moved = [row for row in kept if row["place"] != old[row["id"]]["place"]]
        for row in moved:
            aside = update(order_line).where(order_line.c.id == row["id"])
            self._connection.execute(aside.values(place=-1 - row["place"]))
        for row in kept:
            self._connection.execute(
                update(order_line).where(order_line.c.id == row["id"]).values(row)
            )
        if fresh := [row for line, row in new.items() if line not in old]:
            self._connection.execute(order_line.insert(), fresh)

    def _remove(self, order: Order, gone: Sequence[int]) -> None:
        if not gone:
            return
        shipped = select(delivery_line.c.order_line_id).where(
            delivery_line.c.order_line_id.in_(gone)
        )
        if self._connection.scalar(shipped.limit(1)) is not None:
            raise InDelivery(number=order.number)
        self._connection.execute(delete(order_line).where(order_line.c.id.in_(gone)))

    @cached_property
    def _country(self) -> str:
        return home_of(self._connection).country


class OrderTies:
    """Which orders belong to a customer's reference, a quote, or a line, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def with_reference(self, customer_id: ContactId, reference: str, but: OrderId) -> str:
        """Return the number of another order of a customer with its reference, or nothing.

        Signs and case do not count; a draft is named by its reference.
        """
        if not (key := reference_key(reference)):
            return ""
        wanted = (
            select(sales_order.c.number)
            .where(
                sales_order.c.customer_id == customer_id,
                sales_order.c.reference_key == key,
                sales_order.c.id != but,
                sales_order.c.state != OrderState.CANCELLED,
            )
            .order_by(sales_order.c.id.desc())
        )
        found = self._connection.execute(wanted.limit(1)).one_or_none()
        return "" if found is None else found.number or reference

    def of_quote(self, quote_id: QuoteId) -> tuple[OrderId, ...]:
        """Return the orders that came of a quote, the oldest first; not those cancelled."""
        wanted = select(sales_order.c.id).where(
            sales_order.c.quote_id == quote_id, sales_order.c.state != OrderState.CANCELLED
        )
        return tuple(
            OrderId(one) for one in self._connection.scalars(wanted.order_by(sales_order.c.id))
        )

    def of_lines(self, ids: Collection[OrderLineId]) -> tuple[OrderId, ...]:
        """Return the orders that these lines are of, in the order of their ids."""
        found: set[int] = set()
        for group in slices(sorted(ids)):
            wanted = select(order_line.c.order_id).where(order_line.c.id.in_(group)).distinct()
            found.update(self._connection.scalars(wanted))
        return tuple(OrderId(one) for one in sorted(found))
