"""Lists of orders have the day's work in its turn, and narrow to what can be done now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from app.domain.invoices.totals import totals_of
from app.domain.orders.order import Order, Priority
from app.domain.orders.row import IN_TURN, OrdersShown
from app.domain.shared.ids import OrderId, OrderLineId
from app.domain.shared.paging import View
from app.storage.database import Database
from app.storage.order_lists import listed
from tests.databases import on_postgresql, on_sqlite
from tests.ordering import DAY, a_confirmed_order
from tests.storage.plans import plans_of
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
    late = View(only=(OrdersShown.LATE.value,))

    with database.read() as unit:
        lists = unit.order_lists
        assert list(lists.spine()) == [2, 3, 1]
        assert list(lists.first(View(sort="promised_on", is_descending=True), 2)) == [2, 1]
        assert list(lists.spine(late, None, DAY)) == [3]
        assert list(lists.spine(View(), {1, 3})) == [3, 1]
        heads = lists.heads((3, 99, 2))
        counts = lists.counts(DAY)
    assert [(one.id, one.priority) for one in heads] == [(3, Priority.NORMAL), (2, Priority.URGENT)]
    assert (counts[OrdersShown.OPEN], counts[OrdersShown.LATE]) == (3, 1)
    assert (counts[OrdersShown.WAITING], counts[OrdersShown.BILLABLE]) == (3, 0)


@on_sqlite
@pytest.mark.parametrize("sort", ["turn", "promised_on"])
@pytest.mark.parametrize("is_descending", [False, True])
def test_the_first_of_the_queue_are_read_from_an_index_in_its_order(
    database: Database, sort: str, is_descending: object
) -> None:
    view = replace(IN_TURN, sort=sort, is_descending=bool(is_descending))

    with database.read() as unit, plans_of(unit.connection) as steps:
        unit.order_lists.first(view, 100)

    assert len(steps) == 1
    assert "USING COVERING INDEX ix_sales_order_" in steps[0]


def test_what_has_no_day_stands_last_and_first_where_it_is_turned_round(
    database: Database,
) -> None:
    for at, day in enumerate((None, DAY, None, date(2026, 3, 1)), 1):
        one = a_confirmed_order(1, id=OrderId(at), number=f"SO-{at}", promised_on=day)
        added(database, replace(one, lines=(replace(one.lines[0], id=OrderLineId(at)),)))

    with database.read() as unit:
        lists = unit.order_lists
        for sort in ("turn", "promised_on"):
            view = replace(IN_TURN, sort=sort)
            assert list(lists.spine(view)) == [4, 2, 1, 3]
            assert list(lists.spine(replace(view, is_descending=True))) == [3, 1, 2, 4]


@on_postgresql
@pytest.mark.parametrize("is_descending", [False, True])
def test_the_other_database_can_read_the_queue_from_its_index_without_a_sort(
    database: Database, is_descending: object
) -> None:
    view = replace(IN_TURN, is_descending=bool(is_descending))

    with database.read() as unit:
        # An empty table is sorted at once; only the index in its order is left to it here.
        for way in ("sort", "seqscan", "bitmapscan"):
            unit.connection.execute(text(f"SET LOCAL enable_{way} = off"))
        wanted = listed(view, DAY).limit(100).compile(unit.connection.engine)
        plan = unit.connection.exec_driver_sql(f"EXPLAIN {wanted}", wanted.params)
        steps = "\n".join(row[0] for row in plan)

    assert "ix_sales_order_turn" in steps
    assert "Sort" not in steps
