"""Each order on its way stands in one lane, and each promise on its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from app.domain.invoices.totals import totals_of
from app.domain.orders.board import Stage
from app.domain.orders.delivery import Delivery, DeliveryState
from app.domain.orders.order import Order, OrderState, Priority
from app.domain.orders.row import OrdersShown
from app.domain.shared.ids import DeliveryId, OrderId, OrderLineId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import NotFound
from app.storage.database import Database
from app.storage.unit import Unit
from tests.ordering import DAY, WAREHOUSE, a_confirmed_order, an_order, qty
from tests.storage.stocked import parties

__all__ = ["parties"]
QUANTITIES = tuple(product((0, 1), (0, 1, 2), (0, 2)))
"""How much of a line for two is reserved, delivered and invoiced."""


def numbered(order: Order, at: int) -> Order:
    """Return an order with ids of its own."""
    lines = tuple(replace(one, id=OrderLineId(10 * at + one.place)) for one in order.lines)
    number = f"SO-{at}" if order.state is not OrderState.DRAFT else ""
    return replace(order, id=OrderId(at), number=number, lines=lines)


def added(unit: Unit, at: int, order: Order) -> OrderId:
    one = numbered(order, at)
    unit.orders.add(one, totals_of(one.wanted))
    return one.id


def picked(unit: Unit, order_id: OrderId, state: DeliveryState) -> None:
    """Let a delivery of an order be under way."""
    new = DeliveryId(order_id + 1000)
    unit.deliveries.add(Delivery(new, 1, state, order_id, WAREHOUSE, None, "", ()))


def standing(reserved: int, delivered: int, invoiced: int) -> Order:
    """Return a confirmed order for two, of which so much is held, gone and billed."""
    one = a_confirmed_order(2)
    line = replace(
        one.lines[0],
        reserved=qty(min(reserved, 2 - delivered)),
        delivered=qty(delivered),
        invoiced=qty(min(invoiced, delivered)),
    )
    return replace(one, lines=(line,))


def every_kind() -> Iterable[tuple[Order, DeliveryState | None]]:
    """Return orders of every standing, held or not, with a delivery under way or not."""
    yield an_order(1), None
    for hold, state, amounts in product(
        ("", "asked to wait"), (None, DeliveryState.PICKING, DeliveryState.SHIPPED), QUANTITIES
    ):
        yield replace(standing(*amounts), hold=hold), state
    yield replace(a_confirmed_order(1), state=OrderState.CLOSED), None
    yield replace(a_confirmed_order(1), state=OrderState.CANCELLED), None


def is_over(order: Order, state: DeliveryState | None) -> bool:
    """Say whether nothing is left to do with an order."""
    if order.state is not OrderState.CONFIRMED:
        return order.state is not OrderState.DRAFT
    is_done = all(not line.open and not line.billable for line in order.lines)
    return is_done and not order.hold and state is not DeliveryState.PICKING


def test_every_order_on_its_way_stands_in_one_lane_and_no_other(database: Database) -> None:
    known = dict(enumerate(every_kind(), 1))
    with database.write() as unit:
        for at, (order, state) in known.items():
            made = added(unit, at, order)
            if state is not None:
                picked(unit, made, state)

    with database.read() as unit:
        lanes = {stage: set(unit.order_boards.lane(stage)) for stage in Stage}
        of_each = {one: unit.order_boards.stage_of(OrderId(one)) for one in known}
    seen = Counter(one for lane in lanes.values() for one in lane)
    over = {at for at, stage in of_each.items() if stage is None}
    assert set(seen.values()) == {1}
    assert over == known.keys() - seen.keys() == {at for at in known if is_over(*known[at])}
    assert all(one in lanes[stage] for one, stage in of_each.items() if stage)
    assert all(lanes.values())


@pytest.mark.parametrize(
    ("amounts", "stage"),
    [
        ((0, 0, 0), Stage.WAITING),
        ((1, 0, 0), Stage.READY),
        ((0, 2, 0), Stage.BILLABLE),
    ],
)
def test_goods_decide_where_an_order_stands(
    database: Database, amounts: tuple[int, int, int], stage: Stage
) -> None:
    with database.write() as unit:
        made = added(unit, 1, standing(*amounts))

    with database.read() as unit:
        assert unit.order_boards.stage_of(made) is stage


@pytest.mark.parametrize(("ships_whole", "stage"), [(False, Stage.READY), (True, Stage.WAITING)])
def test_an_order_that_goes_out_whole_waits_until_nothing_is_missing(
    database: Database, *, ships_whole: bool, stage: Stage
) -> None:
    with database.write() as unit:
        made = added(unit, 1, replace(standing(1, 0, 0), ships_whole=ships_whole))

    with database.read() as unit:
        assert unit.order_boards.stage_of(made) is stage
        ready = View(only=(OrdersShown.READY.value,))
        assert list(unit.order_lists.spine(ready)) == ([] if ships_whole else [made])


def test_a_lane_is_in_turn_and_says_what_it_comes_to(database: Database) -> None:
    ranks = (Priority.NORMAL, Priority.URGENT, Priority.LOW)
    with database.write() as unit:
        for at, rank in enumerate(ranks, 1):
            added(unit, at, replace(a_confirmed_order(1), priority=rank))

    with database.read() as unit:
        assert list(unit.order_boards.lane(Stage.WAITING)) == [2, 1, 3]
        assert unit.order_boards.worth(Stage.WAITING) == (Money(300_00, "EUR"),)
        assert unit.order_boards.worth(Stage.HELD) == ()


def test_an_order_that_is_not_there_stands_nowhere(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.order_boards.stage_of(OrderId(404))


def test_a_day_tells_how_many_are_promised_and_to_whom(database: Database) -> None:
    late, far = DAY - timedelta(days=1), date(2026, 9, 1)
    with database.write() as unit:
        for at in range(1, 7):
            added(unit, at, replace(a_confirmed_order(1), promised_on=late if at > 5 else DAY))
        added(unit, 7, replace(standing(0, 2, 0), promised_on=DAY))
        added(unit, 8, replace(a_confirmed_order(1), promised_on=far))

    with database.read() as unit:
        days = unit.order_boards.days(late, DAY, DAY)
        on_day = list(unit.order_boards.on_day(DAY))
    assert set(days) == {late, DAY}
    assert (days[DAY].count, len(days[DAY].names), days[DAY].is_late) == (5, 4, False)
    assert (days[late].count, days[late].is_late) == (1, True)
    assert on_day == [1, 2, 3, 4, 5]
