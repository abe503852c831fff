"""The places of orders, side by side: the queue first."""

from __future__ import annotations

from functools import partial

from app.lang.texts import mark
from app.ui.kit.sections import Section, Sections
from app.ui.kit.shell import Shell
from app.ui.orders.queue import OrdersList


class OrderPlaces(Sections):
    """The ways into orders."""

    def __init__(self, shell: Shell) -> None:
        super().__init__((Section("queue", mark("Queue"), partial(OrdersList, shell)),))
        shell.book.offer(
            self,
            {
                "orders.queue": partial(self.show_section, "queue"),
                "order.new": partial(shell.open, "order"),
            },
        )
