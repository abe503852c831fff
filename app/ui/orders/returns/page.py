"""One return in a tab: what was announced, what came, what was found, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.orders.goods_return import GoodsReturn, ReturnState
from app.domain.shared.ids import ReturnId
from app.domain.shared.refusals import OfficeError
from app.services import returns
from app.services.returns import Shown
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.orders.deliveries.words import day_text
from app.ui.orders.returns.verbs import ReturnVerbs
from app.ui.orders.returns.words import LINES, NEXT, TONES, ReturnedRow, state_text

_BUTTONS = ("return.slip", "return.next")


class ReturnPage(RecordPage):
    """Shows one return, and does its next step."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "goods-return", record)
        self.return_id = ReturnId(record or 0)
        self.goods_return: GoodsReturn | None = None
        self.verbs = ReturnVerbs(shell, self)
        self.bar = PageBar(_("Return of goods"), shell.book, _BUTTONS)
        self.state = Pill()
        self.bar.add(self.state)
        self.told = plain_label("", "muted")
        self.table: ShortTable[ReturnedRow] = ShortTable(_("Goods"), LINES)
        self.table.give_room(LINES[1].title)
        self.setWindowTitle(_("Return of goods"))
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        shell.book.offer(
            self,
            {
                "return.next": self._go_on,
                "return.slip": self._print,
                "return.cancel": partial(self.verbs.cancel, self.return_id),
                "delivery.order": self._open_order,
                "list.refresh": self.refresh,
            },
        )
        self._allow()
        lead_to(self, self.table)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Read the return again."""
        self.shell.client.ask_or(self._show, self._gone, returns.get, self.return_id)
        self.shell.client.ask(self._show_lines, returns.lines, self.return_id)

    def _show(self, one: GoodsReturn) -> None:
        self.goods_return = one
        self.bar.title.setText(one.number)
        self.setWindowTitle(one.number)
        self.titled.emit(one.number)
        self.state.tell(state_text(one.state), TONES[one.state])
        came = day_text(one.received_on)
        parts = (one.customer_name, one.reason, _("came {day}", day=came) if came else "")
        self.told.setText(" · ".join(part for part in parts if part))
        self._allow()

    def _show_lines(self, lines: Sequence[Shown]) -> None:
        self.table.show_rows([ReturnedRow(one) for one in lines])

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _go_on(self) -> None:
        if self.goods_return is not None:
            self.verbs.go_on(self.goods_return)

    def _print(self) -> None:
        if self.goods_return is not None:
            self.verbs.print_slip(self.return_id, self.goods_return.number)

    def _open_order(self) -> None:
        if self.goods_return is not None:
            self.shell.open("order", self.goods_return.order_id)

    def _allow(self) -> None:
        one = self.goods_return
        state = one.state if one is not None else None
        is_credited = one is not None and one.credit_id is not None
        wanted = {
            "return.next": state in NEXT and not is_credited,
            "return.slip": one is not None,
            "return.cancel": one is not None and one.awaits,
            "delivery.order": one is not None,
        }
        for name, allowed in wanted.items():
            self.shell.book.allow(self, name, allowed=allowed)
        is_known = state in NEXT and state is not ReturnState.CANCELLED
        self.shell.book.call(self, "return.next", _(NEXT[state]) if is_known and state else "")

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"goods_return", "goods_return_line"}:
            self.refresh()
