"""A row of a list of orders names its order and whose turn it is."""

from __future__ import annotations

from app.domain.orders.order import Channel, OrderState, Priority, Progress
from app.domain.orders.progress import Axes
from app.domain.orders.row import OrderHead, OrderRow
from app.domain.shared.ids import OrderId
from tests.ordering import DAY


def test_a_row_knows_its_order_and_priority() -> None:
    open_ = OrderState.CONFIRMED
    head = OrderHead(
        OrderId(4), open_, "SO-1", "Aamu", "", Channel.PHONE, 1, DAY, None, DAY,
        ships_whole=False, hold="", currency="EUR", net_minor=1, gross_minor=1, version=1,
    )  # fmt: skip

    row = OrderRow(head, Axes(Progress.NOTHING, Progress.NOTHING, Progress.NOTHING))

    assert (row.id, row.head.priority) == (4, Priority.URGENT)
