"""The order that the keys and buttons of a page are about, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.orders.order import Order
from app.domain.orders.row import OrderRow
from app.domain.shared.ids import OrderId
from app.services import orders
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.orders.possible import EVERY, possible
from app.ui.orders.verbs import Chosen, OrderVerbs


class OnOrder(QObject):
    """Offers the verbs of orders on a page, for the order that is chosen there.

    ``changed(row)`` comes with the row of the chosen order, or with None.
    """

    changed = Signal(object)

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self.row: OrderRow | None = None
        self._shell = shell
        self._page = page
        self._verbs = OrderVerbs(shell, page)
        shell.book.offer(page, self._slots())
        self.allow()

    def look_at(self, record: object) -> None:
        """Be about another order, as soon as its row is here; about none without one."""
        if isinstance(record, int):
            self._shell.client.ask(self.be_about, orders.rows, (OrderId(record),))
        else:
            self.be_about(())

    def allow(self) -> None:
        """Say what can be done with the order; while a record covers the page nothing is."""
        row = self.row if self._page.isVisible() else None
        allowed = possible(row.head.state, row.head.hold) if row is not None else frozenset()
        for name in EVERY:
            self._shell.book.allow(self._page, name, allowed=name in allowed)

    def open(self, record: object) -> None:
        """Open an order."""
        if isinstance(record, int):
            self._shell.open("order", record)

    def _slots(self) -> dict[str, Callable[[], Any]]:
        return {
            "order.new": partial(self._shell.open, "order"),
            "order.open": partial(self._on, lambda one: self.open(one.id)),
            "order.customer": partial(self._on, self._ask_customer),
            **self._verbs.slots(self._on),
        }

    def _on(self, verb: Callable[[Chosen], object]) -> None:
        if self.row is not None:
            verb(chosen_of(self.row))

    def _ask_customer(self, one: Chosen) -> None:
        self._shell.client.ask(self._show_customer, orders.get, one.id)

    def _show_customer(self, order: Order) -> None:
        if order.wanted.customer_id is not None:
            self._shell.open("contact", order.wanted.customer_id)
        else:
            self._shell.say(_("The draft has no customer yet."))

    def be_about(self, rows: Sequence[OrderRow]) -> None:
        """Be about the order of the first row, or about none."""
        self.row = rows[0] if rows else None
        self.allow()
        self.changed.emit(self.row)


def chosen_of(row: OrderRow) -> Chosen:
    """Return the order of a row as verbs know it."""
    head = row.head
    return Chosen(
        head.id,
        head.state,
        head.number,
        promised_on=head.promised_on,
        priority=head.priority,
        hold=head.hold,
    )
