"""What is on hand, now or as of a day, with what it is worth; Enter says where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.domain.stock.rows import OnHandRow
from app.services import stock_levels, stock_list
from app.services.stock_levels import Agreement
from app.ui.kit.fields import DateEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import FIRST_PAGE
from app.ui.kit.saving import Saving
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Answer
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.stock.goods_dialogs import ReceiveDialog
from app.ui.stock.goods_verbs import GoodsVerbs
from app.ui.stock.goods_words import ON_HAND_LIST

_DAY = 130


class OnHandList(ListPage[OnHandRow]):
    """Lists stocked products; a day shows the list as it was at its end."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._day: date | None = None
        self.day = DateEdit(shell.today)
        self.worth = plain_label("", "muted")
        super().__init__(shell, ON_HAND_LIST)
        self.head.lead(strip)
        self.day.setAccessibleName(_("As of a day"))
        self.day.setPlaceholderText(_("As of a day"))
        self.day.setFixedWidth(theme().px(_DAY))
        self.worth.setWordWrap(False)
        self.head.add(self.worth)
        self.head.add(self.day)
        self.head.add(shell.book.button("report.paper"))
        self.head.add(shell.book.button("goods.receive", primary=True))
        self._saving = Saving(shell, self)
        self._verbs = GoodsVerbs(shell, self, self.table.chosen_id)
        self.day.editingFinished.connect(self._as_of)
        self.opened.connect(self._open)
        self.shown.connect(self._settled)
        shell.book.offer(
            self,
            {
                "goods.receive": self._receive,
                "goods.open": self._open_chosen,
                "goods.day": self.day.setFocus,
                "goods.export": self._export,
                "report.paper": self._look_at_paper,
                **self._verbs.slots(),
            },
        )
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def ask_first(self) -> None:
        asked = (self.view(), FIRST_PAGE, self._day)
        self.shell.client.ask(self._show_first, stock_levels.first, *asked)

    def ask_spine(self) -> None:
        self.shell.client.ask(self._show, stock_levels.spine, self.view(), self._day)

    def _fetch(self, ids: tuple[int, ...], answer: Answer[OnHandRow]) -> None:
        wanted: Any = ids
        self.shell.client.ask_each(answer, stock_levels.rows, wanted, self._day)

    def _as_of(self) -> None:
        day = self.day.value()
        wanted = day if day is not None and day < self.shell.today() else None
        if wanted != self._day:
            self._day = wanted
            self.refresh()
            self._ask_counts()

    def _look_at_paper(self) -> None:
        if self._is_day_said():
            self.shell.open("stock-list", (self._day or self.shell.today()).toordinal())

    def _export(self) -> None:
        if self._is_day_said():
            self._saving.ask(_("Stock list"), stock_list.export, self._day)

    def _is_day_said(self) -> bool:
        """Take the day as it is typed; one that cannot be read is gone to."""
        if not self.day.is_readable():
            self.day.setFocus()
            return False
        self._as_of()
        return True

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, "stock")

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("goods", record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _receive(self) -> None:
        ReceiveDialog(self.shell, self).open()

    def _settled(self, count: object) -> None:
        self._verbs.allow(allowed=bool(count))
        self.shell.book.allow(self, "goods.open", allowed=bool(count))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, stock_levels.counts)
        self.shell.client.ask(self._show_worth, stock_levels.agreement, self._day)

    def _show_counts(self, found: Mapping[str, int]) -> None:
        self.filters.show_counts(found)

    def _show_worth(self, found: Agreement) -> None:
        """Say what the whole stock is worth, and that its account says the same."""
        told = formats().money(found.value_minor, found.currency)
        sign = "✓" if not found.difference_minor else "✕"
        self.worth.setText(_("Worth {value} {sign} ledger", value=told, sign=sign))
