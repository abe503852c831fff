"""One's own payslips: each with its lines and why, and as it prints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.shared.ids import PayslipId
from app.lang.texts import mark
from app.services import own, own_pay
from app.services.own import OwnFile
from app.services.own_pay import OwnSlip
from app.ui.employees.own.locked import locked_text
from app.ui.employees.own.paper import Papered
from app.ui.employees.pay_run_words import REASONS, ReasonRow, days_text, money_text, reasons_of
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language
from app.ui.kit.theme import theme

_TABLES = frozenset({"payroll_run", "payslip"})
SLIPS: tuple[Column[OwnSlip], ...] = (
    Column(mark("Pay day"), lambda row: formats().day(row.run.pay_on), width=120),
    Column(mark("Days"), lambda row: days_text(row.run), is_roomy=True, width=200),
    Column(mark("Gross pay"), lambda row: money_text(row.payslip.gross), right=True, width=130),
    Column(
        mark("Deductions"), lambda row: money_text(row.payslip.deductions), right=True, width=130
    ),
    Column(mark("Net pay"), lambda row: money_text(row.payslip.net), right=True, width=130),
)


class OwnPay(QWidget):
    """Lists one's payslips, the latest first; below, the lines of the chosen one with why."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.bar = PageBar("", shell.book, ("own.save", "own.print", "own.paper"))
        self.bar.lead(strip)
        self.slips: ShortTable[OwnSlip] = ShortTable(_("My payslips"), SLIPS)
        self.lines: ShortTable[ReasonRow] = ShortTable(_("Lines of the payslip"), REASONS)
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        px = theme().px
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        for table, title in ((self.slips, "Days"), (self.lines, "Source")):
            table.give_room(title)
            parts.addWidget(table)
        parts.setSizes([px(180), px(400)])
        self.papered = Papered(self, shell, parts, self.slips)
        self.papered.wanted.connect(self._ask_paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(8), px(24), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addWidget(self.papered, 1)
        self.slips.chosen.connect(self._look)
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        """Ask for the payslips there are."""
        self.shell.client.ask(self._show, own_pay.slips)

    def _show(self, found: Sequence[OwnSlip]) -> None:
        self.slips.show_rows(found)
        self.told.setVisible(not found)
        if not found:
            self.shell.client.ask(self._tell_none, own.file)
        self.papered.allow(allowed=bool(found))
        self._look(None)

    def _tell_none(self, file: OwnFile) -> None:
        nothing = _("No payslip yet: you find it here once a pay run is posted.")
        self.told.setText(nothing if file.seen.may_show else locked_text())

    def _look(self, _record: object) -> None:
        row = self._row()
        self.lines.show_rows(reasons_of(row.payslip.lines) if row is not None else ())
        self.papered.renew()

    def _row(self) -> OwnSlip | None:
        chosen = self.slips.chosen_id()
        return None if chosen is None else self.slips.row_of(chosen)

    def _ask_paper(self) -> None:
        if (row := self._row()) is not None:
            asked = (PayslipId(row.id), language())
            self.shell.client.ask(self._show_paper, own_pay.pdf, *asked)

    def _show_paper(self, pdf: bytes) -> None:
        row = self._row()
        day = f" {row.run.pay_on:%Y-%m-%d}" if row is not None else ""
        self.papered.show_pdf(pdf, f"{_('Payslip')}{day}.pdf")

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
