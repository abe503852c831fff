"""The places of orders, side by side: the queue first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.ui.kit.dropping import ORDER_FILES, files_of
from app.ui.kit.sections import Section, Sections, Strip
from app.ui.kit.shell import Shell
from app.ui.orders.board import OrdersBoard
from app.ui.orders.calendar import OrdersCalendar
from app.ui.orders.queue import OrdersList


def _deliveries(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.orders.deliveries.tab import DeliveriesList  # noqa: PLC0415  built when shown first

    return DeliveriesList(shell, strip)


def _returns(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.orders.returns.tab import ReturnsList  # noqa: PLC0415  built when it is shown first

    return ReturnsList(shell, strip)


class OrderPlaces(Sections):
    """The ways into orders; ``standing`` makes the list of those that come back by themselves."""

    def __init__(self, shell: Shell, standing: Callable[[Shell, Strip], QWidget]) -> None:
        super().__init__(
            (
                Section("queue", mark("Queue"), partial(OrdersList, shell)),
                Section("board", mark("Board"), partial(OrdersBoard, shell)),
                Section("calendar", mark("Calendar"), partial(OrdersCalendar, shell)),
                Section("deliveries", mark("Deliveries"), partial(_deliveries, shell)),
                Section("returns", mark("Returns"), partial(_returns, shell)),
                Section("standing", mark("Standing"), partial(standing, shell)),
            )
        )
        shell.book.offer(
            self,
            {
                "orders.queue": partial(self.show_section, "queue"),
                "orders.board": partial(self.show_section, "board"),
                "orders.calendar": partial(self.show_section, "calendar"),
                "orders.deliveries": partial(self.show_section, "deliveries"),
                "orders.returns": partial(self.show_section, "returns"),
                "orders.standing": partial(self.show_section, "standing"),
                "order.new": partial(shell.open, "order"),
                "standing.new": partial(shell.open, "standing"),
                "order.import": partial(shell.open, "order-import"),
            },
        )
        self._shell = shell
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the files that are dropped anywhere on orders, before they are taken in."""
        if files := files_of(event.mimeData()):
            event.acceptProposedAction()
            self._shell.first[ORDER_FILES] = files
            self._shell.open("order-import")
