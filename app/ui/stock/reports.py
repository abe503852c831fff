"""The stock's reports: ABC, age, turnover, slow movers; each can be copied, and printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.admin.company import Company
from app.services import admin, stock_reports
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme
from app.ui.stock.report_words import ABC, AGE, COLUMNS, NAMES, SLOW, TURNOVER, ReportRow
from app.ui.stock.rules_dialog import ask_rules

QUERIES: dict[str, Callable[..., Any]] = {
    ABC: stock_reports.abc,
    AGE: stock_reports.ageing,
    TURNOVER: stock_reports.turnover,
    SLOW: stock_reports.slow_movers,
}
_TABLES = frozenset({"stock_move", "stock_value", "stock_rules", "product"})


class ReportsPage(QWidget):
    """Shows one report at a time; Enter shows the future stock of a product."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.shown = ABC
        self._currency = ""
        buttons = ("reorder.future", "report.paper")
        self.head = PageBar(_("Stock reports"), shell.book, buttons)
        self.head.lead(strip)
        self.names = Strip(NAMES, self.shown)
        self.told = plain_label("", "muted")
        self.stack = QStackedWidget()
        self.tables = {name: self._table(name, _(title)) for name, title in NAMES}
        self._lay_out()
        self.names.chosen.connect(self.turn)
        shell.book.offer(
            self,
            {
                "report.paper": self.look,
                "reorder.future": self._foresee,
                "count.rules": partial(ask_rules, shell, self),
                "list.copy": self.copy,
                "list.refresh": self.refresh,
            },
        )
        shell.client.changed.connect(self._news)
        lead_to(self, self.tables[self.shown])
        shell.client.ask(self._know, admin.company)

    @property
    def table(self) -> ShortTable[ReportRow]:
        """The table of the report that is shown."""
        return self.tables[self.shown]

    def turn(self, name: str) -> None:
        """Show another report."""
        self.shown = name
        self.names.mark(name)
        self.stack.setCurrentWidget(self.table)
        lead_to(self, self.table)
        self.refresh()

    def refresh(self) -> None:
        """Work the report out again."""
        self.shell.client.ask(self._show, QUERIES[self.shown])

    def look(self) -> None:
        """Show the report as it prints, in a tab of its own."""
        names = [name for name, _title in NAMES]
        self.shell.open("stock-report", names.index(self.shown))

    def copy(self) -> None:
        """Copy the report for a spreadsheet."""
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def _table(self, name: str, title: str) -> ShortTable[ReportRow]:
        table: ShortTable[ReportRow] = ShortTable(title, COLUMNS[name])
        table.give_room("Goods")
        table.opened.connect(self._open)
        self.stack.addWidget(table)
        return table

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.names, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.stack, 1)
        column.addWidget(self.told)

    def _know(self, company: Company) -> None:
        self._currency = company.currency
        self.refresh()

    def _show(self, rows: Sequence[Any]) -> None:
        self.table.show_rows([ReportRow(one, self._currency) for one in rows])
        told = many("{n} product", "{n} products", len(rows))
        self.told.setText(told if rows else _("There is nothing to report."))

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("future-stock", record)

    def _foresee(self) -> None:
        self._open(self.table.chosen_id())

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()
