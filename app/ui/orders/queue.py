"""The queue: the day's orders in their turn, the card of the chosen one, and what is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

from app.domain.orders.order import Order
from app.domain.orders.row import OrderRow
from app.domain.shared.ids import OrderId
from app.services import orders
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.orders.card import OrderCard
from app.ui.orders.listing import listing_on
from app.ui.orders.possible import EVERY, possible
from app.ui.orders.verbs import Chosen, OrderVerbs

_LIST, _CARD = 900, 280


class OrdersList(ListPage[OrderRow]):
    """Lists orders; every verb works from the keyboard."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, listing_on(shell.today))
        self.head.lead(strip)
        self._row: OrderRow | None = None
        self._is_parted = False
        self._verbs = OrderVerbs(shell, self)
        self.card = OrderCard(shell)
        self.set_details(self.card)
        self.splitter.splitterMoved.connect(self._keep_parts)
        shell.book.offer(self, self._slots())
        self._allow()
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.shell.book.action("order.cancel").trigger()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._allow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_parted:
            self.share(_LIST, _CARD)

    def _keep_parts(self) -> None:
        """Leave the parts as the clerk has drawn them."""
        self._is_parted = True

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "order.new": partial(self.shell.open, "order"),
            "order.open": partial(self._on_chosen, lambda one: self._open(one.id)),
            "order.customer": partial(self._on_chosen, self._ask_customer),
            **self._verbs.slots(self._on_chosen),
        }

    def _on_chosen(self, verb: Callable[[Chosen], object]) -> None:
        if self._row is not None:
            head = self._row.head
            one = Chosen(
                head.id,
                head.state,
                head.number,
                promised_on=head.promised_on,
                priority=head.priority,
                hold=head.hold,
            )
            verb(one)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("order", record)

    def _ask_customer(self, one: Chosen) -> None:
        self.shell.client.ask(self._show_customer, orders.get, one.id)

    def _show_customer(self, order: Order) -> None:
        if order.wanted.customer_id is not None:
            self.shell.open("contact", order.wanted.customer_id)
        else:
            self.shell.say(_("The draft has no customer yet."))

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_card, orders.rows, (OrderId(record),))

    def _show_card(self, rows: Sequence[OrderRow]) -> None:
        self._row = rows[0] if rows else None
        if self._row is not None:
            self.card.show_row(self._row)
        self._allow()

    def _settled(self, count: object) -> None:
        if not count:
            self._row = None
            self.card.empty()
            self._allow()
        self.show_details(self.card, wanted=bool(count))

    def _allow(self) -> None:
        """Say what can be done with the chosen order; while a record covers the list nothing is."""
        row = self._row if self.isVisible() else None
        allowed = possible(row.head.state, row.head.hold) if row is not None else frozenset()
        for name in EVERY:
            self.shell.book.allow(self, name, allowed=name in allowed)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, orders.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
