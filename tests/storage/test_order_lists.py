"""Lists of orders have the day's work in its turn, and narrow to what can be done now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.invoices.totals import totals_of
from app.domain.orders.order import Order, Priority
from app.domain.orders.row import OrdersShown
from app.domain.shared.ids import OrderId, OrderLineId
from app.domain.shared.paging import View
from app.storage.database import Database
from tests.ordering import DAY, a_confirmed_order
from tests.storage.stocked import parties

__all__ = ["parties"]
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def added(database: Database, order: Order) -> Order:
    with database.write() as unit:
        unit.orders.add(order, totals_of(order.wanted))
    return order


def test_the_list_has_the_urgent_first_then_the_promise(database: Database) -> None:
    for at, (rank, day) in enumerate(
        ((Priority.NORMAL, DAY), (Priority.URGENT, None), (Priority.NORMAL, date(2026, 3, 1))), 1
    ):
        one = a_confirmed_order(1, id=OrderId(at), number=f"SO-{at}", priority=rank)
        lines = (replace(one.lines[0], id=OrderLineId(at)),)
        added(database, replace(one, promised_on=day, lines=lines))
    held = View(only=(OrdersShown.LATE.value,))

    with database.read() as unit:
        lists = unit.order_lists
        assert list(lists.spine()) == [2, 3, 1]
        assert list(lists.first(View(sort="promised_on", is_descending=True), 2)) == [2, 1]
        assert list(lists.spine(held, None, DAY)) == [3]
        assert list(lists.spine(View(), {1, 3})) == [3, 1]
        heads = lists.heads((3, 99, 2))
        counts = lists.counts(DAY)
    assert [(one.id, one.priority) for one in heads] == [(3, Priority.NORMAL), (2, Priority.URGENT)]
    assert (counts[OrdersShown.OPEN], counts[OrdersShown.LATE]) == (3, 1)
    assert (counts[OrdersShown.WAITING], counts[OrdersShown.BILLABLE]) == (3, 0)
