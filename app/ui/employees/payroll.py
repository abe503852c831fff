"""The pay runs: begun here, opened with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.payroll.payroll import KIND, PayrollRun
from app.services import payroll
from app.ui.employees.pay_run_dialogs import RunDialog
from app.ui.employees.pay_run_words import RUNS
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_TABLES = frozenset({"payroll_run"})


class PayrollList(QWidget):
    """Lists pay runs, the latest first."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.bar = PageBar("", shell.book, ("payroll.open", "payroll.new"))
        self.bar.lead(strip)
        self.table: ShortTable[PayrollRun] = ShortTable(_("Pay runs"), RUNS)
        self.table.give_room("Pay run")
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)
        self.table.opened.connect(self._open)
        shell.book.offer(
            self,
            {
                "payroll.new": self.begin,
                "payroll.open": self._open_chosen,
                "list.refresh": self.ask,
            },
        )
        shell.book.allow(self, "payroll.open", allowed=False)
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        """Read the runs again."""
        self.shell.client.ask(self._show, payroll.runs)

    def begin(self) -> None:
        """Ask for the days of a new run."""
        RunDialog(self.shell, self).open()

    def _show(self, runs: Sequence[PayrollRun]) -> None:
        self.table.show_rows(runs)
        self.shell.book.allow(self, "payroll.open", allowed=bool(runs))

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(KIND, record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
