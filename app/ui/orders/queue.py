"""The queue: the day's orders in their turn, the card of the chosen one, and what is done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

from app.domain.orders.row import OrderRow
from app.services import orders
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.orders.card import OrderCard
from app.ui.orders.listing import listing_on
from app.ui.orders.on_order import OnOrder

_LIST, _CARD = 900, 280


class OrdersList(ListPage[OrderRow]):
    """Lists orders; every verb works from the keyboard."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, listing_on(shell.today))
        self.head.lead(strip)
        self._is_parted = False
        self._on_order = OnOrder(shell, self)
        self.card = OrderCard(shell)
        self.set_details(self.card)
        self.splitter.splitterMoved.connect(self._keep_parts)
        self._on_order.changed.connect(self._show_card)
        self.opened.connect(self._on_order.open)
        self.chosen.connect(self._on_order.look_at)
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
        self._on_order.allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._on_order.allow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_parted:
            self.share(_LIST, _CARD)

    def _keep_parts(self) -> None:
        """Leave the parts as the clerk has drawn them."""
        self._is_parted = True

    def _show_card(self, row: object) -> None:
        if isinstance(row, OrderRow):
            self.card.show_row(row)

    def _settled(self, count: object) -> None:
        if not count:
            self._on_order.look_at(None)
            self.card.empty()
        self.show_details(self.card, wanted=bool(count))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._on_order.look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, orders.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
