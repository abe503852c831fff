"""The stock's reports: ABC, age, turnover, slow movers; each can be copied, and printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.admin.company import Company
from app.services import admin, report_files, stock_reports
from app.services.report_files import Asked, Report
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.saving import Saving
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, language, many
from app.ui.kit.theme import theme
from app.ui.stock.report_words import (
    ABC,
    AGE,
    COLUMNS,
    NAMES,
    SLOW,
    TURNOVER,
    ReportRow,
    number_of,
)
from app.ui.stock.rules_dialog import ask_rules

QUERIES: dict[str, Callable[..., Any]] = {
    ABC: stock_reports.abc,
    AGE: stock_reports.ageing,
    TURNOVER: stock_reports.turnover,
    SLOW: stock_reports.slow_movers,
}
OF_DAYS = (ABC, TURNOVER)
"""The reports of what went out in some days; the others are of what lies here now."""
_TABLES = frozenset({"stock_move", "stock_value", "stock_rules", "product"})
_DAY = 130


class ReportsPage(QWidget):
    """Shows one report at a time; Enter shows the future stock of a product."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.shown = ABC
        self._currency = ""
        buttons = ("reorder.future", "goods.export", "report.paper")
        self.head = PageBar(_("Stock reports"), shell.book, buttons)
        self.head.lead(strip)
        self.since, self.until = DateEdit(shell.today), DateEdit(shell.today)
        self._saving = Saving(shell, self)
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
                "goods.export": self.export,
                "goods.day": self.since.setFocus,
                "reorder.future": self._foresee,
                "count.rules": partial(ask_rules, shell, self),
                "list.copy": self.copy,
                "list.refresh": self.refresh,
            },
        )
        for field in (self.since, self.until):
            field.editingFinished.connect(self.refresh)
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
        for field in (self.since, self.until):
            field.setVisible(name in OF_DAYS)
        self.refresh()

    def refresh(self) -> None:
        """Work the report out again; a day that cannot be read is gone to."""
        if self._are_days_said():
            days = self._days() if self.shown in OF_DAYS else {}
            query = QUERIES[self.shown]
            self.shell.client.ask(self._show, query, language=language(), **days)

    def look(self) -> None:
        """Show the report as it prints, in a tab of its own."""
        if self._are_days_said():
            names = [name for name, _title in NAMES]
            days = self._days() if self.shown in OF_DAYS else {}
            self.shell.open("stock-report", number_of(names.index(self.shown), **days))

    def export(self) -> None:
        """Write the report to a file."""
        if self._are_days_said():
            days = self._days() if self.shown in OF_DAYS else {}
            name = _(dict(NAMES)[self.shown])
            self._saving.ask(name, report_files.export, Asked(Report(self.shown), **days))

    def _days(self) -> dict[str, date | None]:
        return {"first": self.since.value(), "until": self.until.value()}

    def _are_days_said(self) -> bool:
        for field in (self.since, self.until):
            if not field.is_readable():
                field.setFocus()
                return False
        return True

    def copy(self) -> None:
        """Copy the report for a spreadsheet."""
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if not (letter and self.table.hasFocus() and self.shell.book.press(letter, "stock")):
            super().keyPressEvent(event)

    def _table(self, name: str, title: str) -> ShortTable[ReportRow]:
        table: ShortTable[ReportRow] = ShortTable(title, COLUMNS[name])
        table.give_room("Goods")
        table.opened.connect(self._open)
        self.stack.addWidget(table)
        return table

    def _lay_out(self) -> None:
        px = theme().px
        for field, name in ((self.since, _("Since the day")), (self.until, _("Until the day"))):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.setFixedWidth(px(_DAY))
            self.head.add(field)
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
