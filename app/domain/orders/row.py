"""An order as a list shows it, and what a list of orders can be narrowed to and sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.orders.order import Channel, OrderState, Priority
from app.domain.orders.progress import Axes
from app.domain.shared.ids import LocationId, OrderId
from app.domain.shared.paging import View
from app.domain.shared.problems import Problem


class OrderSort(Enum):
    """What a list of orders can be sorted by; ``TURN`` is by priority, then by the promise."""

    TURN = "turn"
    PROMISED_ON = "promised_on"
    WANTED_ON = "wanted_on"
    ORDERED_ON = "ordered_on"
    NUMBER = "number"
    CUSTOMER = "customer"
    NET = "net"
    GROSS = "gross"


class OrdersShown(Enum):
    """What a list of orders can be narrowed to."""

    DRAFT = "draft"
    OPEN = "open"
    LATE = "late"
    HELD = "held"
    WAITING = "waiting"
    READY = "ready"
    BILLABLE = "billable"
    CLOSED = "closed"
    CANCELLED = "cancelled"


IN_TURN = View(only=(OrdersShown.OPEN.value,), sort=OrderSort.TURN.value)
"""The orders that are on their way, in their turn."""


@dataclass(frozen=True, slots=True)
class OrderHead:
    """What a list shows of an order without a look at its lines; ``rank`` is of its priority."""

    id: OrderId
    state: OrderState
    number: str
    customer_name: str
    order_reference: str
    channel: Channel
    rank: int
    ordered_on: date | None
    wanted_on: date | None
    promised_on: date | None
    ships_whole: bool
    hold: str
    currency: str
    net_minor: int
    gross_minor: int
    version: int
    warehouse_id: LocationId | None = None

    @property
    def priority(self) -> Priority:
        """Whose turn it is."""
        return Priority(self.rank)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One row of a list of orders; ``stuck`` is why it does not go on, what weighs most first."""

    head: OrderHead
    axes: Axes
    age_days: int | None = None
    stuck: tuple[Problem, ...] = ()

    @property
    def id(self) -> OrderId:
        """The order."""
        return self.head.id
