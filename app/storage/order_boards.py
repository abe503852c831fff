"""The board and the calendar of orders: which stand in a lane, and what is promised for a day."""

from __future__ import annotations

from array import array
from collections import defaultdict
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, not_, select

from app.domain.orders.board import DayOrders, Stage
from app.domain.orders.delivery import DeliveryState
from app.domain.orders.order import NOTHING, OrderState
from app.domain.shared.ids import OrderId
from app.domain.shared.money import Money
from app.domain.shared.refusals import NotFound
from app.storage.lists import spine_of
from app.storage.order_lists import can_be_billed, has_line, is_ready, open_quantity
from app.storage.order_tables import UNPROMISED, delivery, sales_order

NAMES_OF_A_DAY = 4
_IN_HAND = (DeliveryState.DRAFT, DeliveryState.PICKING, DeliveryState.PACKED)
_CONFIRMED = sales_order.c.state == OrderState.CONFIRMED
_TURN = (
    sales_order.c.priority,
    UNPROMISED,
    sales_order.c.promised_on,
    sales_order.c.id,
)


class OrderBoards:
    """Reads lanes and days of orders on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lane(self, stage: Stage) -> array[int]:
        """Return the orders of a lane, in the turn in which they are worked off."""
        wanted = select(sales_order.c.id).where(_stands(stage)).order_by(*_TURN)
        return spine_of(self._connection, wanted)

    def worth(self, stage: Stage) -> tuple[Money, ...]:
        """Return what the orders of a lane come to without VAT, in each currency."""
        net = func.sum(sales_order.c.net_minor)
        wanted = (
            select(sales_order.c.currency, net)
            .where(_stands(stage))
            .group_by(sales_order.c.currency)
            .order_by(sales_order.c.currency)
        )
        return tuple(Money(int(sum_), code) for code, sum_ in self._connection.execute(wanted))

    def stage_of(self, order_id: OrderId) -> Stage | None:
        """Return the lane that an order stands in, none once it is over; raises NotFound."""
        stages = [_stands(stage).label(stage.value) for stage in Stage]
        wanted = select(*stages).where(sales_order.c.id == order_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="order", id=order_id)
        return next((stage for stage, is_here in zip(Stage, found, strict=True) if is_here), None)

    def days(self, first: date, last: date, today: date) -> dict[date, DayOrders]:
        """Return what is promised for each of these days and has not gone out wholly."""
        turn = func.row_number().over(partition_by=sales_order.c.promised_on, order_by=_TURN)
        count = func.count().over(partition_by=sales_order.c.promised_on)
        promised = (
            select(
                sales_order.c.promised_on,
                sales_order.c.customer_name,
                turn.label("turn"),
                count.label("count"),
            )
            .where(_promised(first, last))
            .subquery()
        )
        wanted = (
            select(promised.c.promised_on, promised.c.customer_name, promised.c.count)
            .where(promised.c.turn <= NAMES_OF_A_DAY)
            .order_by(promised.c.promised_on, promised.c.turn)
        )
        counts: dict[date, int] = {}
        names: defaultdict[date, list[str]] = defaultdict(list)
        for day, name, how_many in self._connection.execute(wanted):
            counts[day] = how_many
            names[day].append(name)
        return {
            day: DayOrders(how_many, tuple(names[day]), day < today)
            for day, how_many in counts.items()
        }

    def on_day(self, day: date) -> array[int]:
        """Return the orders that are promised for a day and have not gone out wholly."""
        wanted = select(sales_order.c.id).where(_promised(day, day)).order_by(*_TURN)
        return spine_of(self._connection, wanted)


def _promised(first: date, last: date) -> ColumnElement[bool]:
    return and_(
        _CONFIRMED,
        sales_order.c.promised_on.between(first, last),
        has_line(open_quantity() > NOTHING),
    )


def _stands(stage: Stage) -> ColumnElement[bool]:
    """Return whether an order stands in a lane; no order stands in two."""
    if stage is Stage.DRAFT:
        return sales_order.c.state == OrderState.DRAFT
    held = sales_order.c.hold != ""
    if stage is Stage.HELD:
        return and_(_CONFIRMED, held)
    signs = {
        Stage.PICKING: sales_order.c.id.in_(
            select(delivery.c.order_id).where(delivery.c.state.in_(_IN_HAND))
        ),
        Stage.READY: is_ready(),
        Stage.WAITING: has_line(open_quantity() > NOTHING),
        Stage.BILLABLE: has_line(can_be_billed()),
    }
    order = list(signs)
    before = order[: order.index(stage)]
    return and_(_CONFIRMED, not_(held), *(not_(signs[one]) for one in before), signs[stage])
