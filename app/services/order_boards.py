"""Boards of orders: the lanes of the day's work, and the days for which something is promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.orders.board import DayOrders, NoSuchWay, Stage, Step, step_between
from app.domain.shared.ids import OrderId
from app.domain.shared.money import Money
from app.domain.shared.paging import Spine
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class Lane:
    """The orders of a lane in their turn, and what they come to without VAT in each currency."""

    orders: Spine
    worth: tuple[Money, ...]


@query(Permission.ORDERS_READ)
def lanes(desk: Desk) -> Mapping[Stage, Lane]:
    """Return the orders that stand in each lane, of one moment."""
    boards = desk.store.order_boards
    return {stage: Lane(boards.lane(stage), boards.worth(stage)) for stage in Stage}


@query(Permission.ORDERS_READ)
def step(desk: Desk, order_id: OrderId, wanted: Stage) -> Step:
    """Return what takes an order to another lane; raises NotFound, NoSuchWay."""
    stage = desk.store.order_boards.stage_of(order_id)
    if stage is None:
        raise NoSuchWay(stage="", wanted=wanted.value)
    return step_between(stage, wanted)


@query(Permission.ORDERS_READ)
def days(desk: Desk, first: date, last: date) -> Mapping[date, DayOrders]:
    """Return what is promised for each of these days and has not gone out wholly."""
    return desk.store.order_boards.days(first, last, desk.today)


@query(Permission.ORDERS_READ)
def on_day(desk: Desk, day: date) -> Spine:
    """Return the orders that are promised for a day and have not gone out wholly."""
    return desk.store.order_boards.on_day(day)
