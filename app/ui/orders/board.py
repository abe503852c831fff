"""The board: each order on its way as a card in the lane it stands in, moved by keys or drags."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.orders.board import Stage, Step
from app.domain.orders.row import OrderRow
from app.domain.shared.ids import OrderId
from app.lang.texts import mark
from app.services import order_boards, orders
from app.services.order_boards import Lane
from app.ui.kit.board import Board, BoardLane
from app.ui.kit.cards import Card
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.orders.card_words import card_of
from app.ui.orders.on_order import OnOrder

TITLES = {
    Stage.DRAFT: mark("Drafts"),
    Stage.HELD: mark("Held"),
    Stage.WAITING: mark("Waits for goods"),
    Stage.READY: mark("Ready to go out"),
    Stage.PICKING: mark("Being picked"),
    Stage.BILLABLE: mark("To invoice"),
}
VERBS = {
    Step.CONFIRM: "order.confirm",
    Step.HOLD: "order.hold",
    Step.RELEASE: "order.go-on",
    Step.PLAN: "delivery.plan",
}
LINES = 4
TABLES = frozenset({"sales_order", "order_line", "delivery", "delivery_line"})


class OrdersBoard(QWidget):
    """Shows the lanes; to put a card elsewhere is to take the step that leads there."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self._step = Step.CONFIRM
        lanes = [BoardLane(stage.value, _(title)) for stage, title in TITLES.items()]
        self.board: Board[OrderRow] = Board(lanes, self._card, self._fetch, LINES)
        self._on_order = OnOrder(shell, self)
        self._lay_out(strip)
        self.board.opened.connect(self._on_order.open)
        self.board.chosen.connect(self._on_order.look_at)
        self.board.moved.connect(self._move)
        shell.book.offer(self, {"list.refresh": self.refresh})
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Ask where every order stands."""
        self._shell.client.ask(self._show, order_boards.lanes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_order.allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._on_order.allow()

    def _lay_out(self, strip: Strip) -> None:
        px = theme().px
        head = PageBar(_("Board"), self._shell.book, ("order.bill", "order.new"))
        head.lead(strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(head)
        column.addWidget(self.board, 1)
        hint = plain_label(
            _("Arrows walk, Ctrl with an arrow puts the card into the next lane, Enter opens"),
            "muted",
        )
        theme().dress(hint, controls)
        column.addWidget(hint)
        lead_to(self, self.board)

    def _card(self, row: OrderRow) -> Card:
        return card_of(row, self._shell.today())

    def _fetch(self, ids: tuple[int, ...], answer: Answer[OrderRow]) -> None:
        wanted = tuple(OrderId(one) for one in ids)
        self._shell.client.ask_each(answer, orders.rows, wanted)

    def _show(self, lanes: Mapping[Stage, Lane]) -> None:
        for stage, lane in lanes.items():
            told = (formats().money(one.minor, one.currency) for one in lane.worth)
            self.board.show_lane(stage.value, lane.orders, " · ".join(told))
        self._on_order.look_at(self.board.chosen_id())

    def _move(self, record: object, lane: object) -> None:
        """Ask which step leads there, once the order itself is the chosen one."""
        if isinstance(record, int):
            order, answer = OrderId(record), partial(self._chosen, OrderId(record))
            self._shell.client.ask(answer, order_boards.step, order, Stage(lane))

    def _chosen(self, order_id: OrderId, step: Step) -> None:
        self._step = step
        self._shell.client.ask(self._take_step, orders.rows, (order_id,))

    def _take_step(self, rows: tuple[OrderRow, ...]) -> None:
        self._on_order.be_about(rows)
        self._shell.book.action(VERBS[self._step]).trigger()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()
