"""The calendar: what is promised for each day, and the orders of the day under the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.orders.board import DayOrders
from app.domain.orders.order import Order
from app.domain.orders.row import OrderRow
from app.domain.shared.ids import OrderId
from app.domain.shared.paging import Spine
from app.services import order_boards, orders
from app.ui.kit.cards import Card, CardList
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import LineLabel, plain_label
from app.ui.kit.month import DayLoad, MonthGrid
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme
from app.ui.orders.board import LINES, TABLES
from app.ui.orders.card_words import card_of
from app.ui.orders.on_order import OnOrder
from app.ui.orders.verbs import promised_deed

_STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-7),
    Qt.Key.Key_Down: timedelta(days=7),
}


class OrdersCalendar(QWidget):
    """Shows a month of promises; a card dropped on a day, or pushed by keys, is promised for it."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self.month = MonthGrid(
            _("Promised days"), shell.today(), QLocale(language()), formats().first_weekday
        )
        self.cards: CardList[OrderRow] = CardList(
            _("Orders of the day"), self._card, self._fetch, LINES
        )
        self.title, self.day = LineLabel("", "heading"), LineLabel("", "heading")
        self.hint = plain_label("", "muted")
        self._on_order = OnOrder(shell, self)
        self._lay_out(strip)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Ask what is promised in the weeks that are shown."""
        self._shell.client.ask(self._show_days, order_boards.days, *self.month.span)
        self._ask_day(self.month.day)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_order.allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._on_order.allow()

    def _connect(self) -> None:
        self.month.turned.connect(self._turned)
        self.month.chosen.connect(self._ask_day)
        self.month.opened.connect(self._enter_day)
        self.month.taken.connect(self._promise)
        self.cards.opened.connect(self._on_order.open)
        self.cards.chosen.connect(self._on_order.look_at)
        self.cards.pushed.connect(self._push)
        self.cards.left.connect(self._leave_day)
        self._shell.book.offer(self, {"list.refresh": self.refresh})
        self._shell.client.changed.connect(self._news)

    def _lay_out(self, strip: Strip) -> None:
        px = theme().px
        head = PageBar(_("Calendar"), self._shell.book, ("order.promise", "order.new"))
        head.lead(strip)
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for column, title, part in (
            (left, self.title, self.month),
            (right, self.day, self.cards),
        ):
            column.setSpacing(px(8))
            column.addWidget(title)
            column.addWidget(part, 1)
        both.setSpacing(px(16))
        both.addLayout(left, 3)
        both.addLayout(right, 1)
        hint = _("Enter goes to the day's orders; there Ctrl with an arrow promises another day")
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(16), px(24), px(12))
        page.setSpacing(px(12))
        page.addWidget(head)
        page.addLayout(both, 1)
        self.hint.setText(hint)
        page.addWidget(self.hint)
        for label in (self.title, self.day, self.hint):
            theme().dress(label, controls)
        self._name_month()
        lead_to(self, self.month)

    def _name_month(self) -> None:
        shown = self.month.month
        self.title.setText(f"{formats().month(shown)} {formats().year(shown)}".capitalize())

    def _turned(self, first: object, last: object) -> None:
        self._name_month()
        if isinstance(first, date) and isinstance(last, date):
            self._shell.client.ask(self._show_days, order_boards.days, first, last)

    def _show_days(self, days: Mapping[date, DayOrders]) -> None:
        self.month.tell(
            {
                day: DayLoad(one.count, one.names, "bad" if one.is_late else "")
                for day, one in days.items()
            }
        )

    def _ask_day(self, day: object) -> None:
        if isinstance(day, date):
            self._shell.client.ask(self._show_day, order_boards.on_day, day)

    def _show_day(self, spine: Spine) -> None:
        told = many("{n} order", "{n} orders", len(spine))
        self.day.setText(f"{formats().day(self.month.day)} · {told}")
        self.cards.show_cards(spine)
        self._on_order.look_at(self.cards.chosen_id())

    def _enter_day(self, _day: object) -> None:
        if self.cards.chosen_id() is not None:
            self.cards.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave_day(self, _key: object) -> None:
        self.month.setFocus(Qt.FocusReason.TabFocusReason)

    def _push(self, record: object, key: object) -> None:
        """Promise the day beside, or the same day of the week beside."""
        if isinstance(key, Qt.Key):
            self._promise(record, self.month.day + _STEPS[key])

    def _promise(self, record: object, day: object) -> None:
        if isinstance(record, int) and isinstance(day, date):
            order = OrderId(record)
            told = partial(self._promised, order, self.month.day)
            self._shell.client.do(told, orders.promise, (order,), day)

    def _promised(self, order_id: OrderId, before: date, found: tuple[Order, ...]) -> None:
        self._shell.did(promised_deed(order_id, before, found))

    def _card(self, row: OrderRow) -> Card:
        return card_of(row, self._shell.today())

    def _fetch(self, ids: tuple[int, ...], answer: Answer[OrderRow]) -> None:
        wanted = tuple(OrderId(one) for one in ids)
        self._shell.client.ask_each(answer, orders.rows, wanted)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()
