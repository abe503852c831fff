"""Sales tax by authority: what was sold and collected for each in some days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.accounting.periods import month_holding
from app.domain.invoices.jurisdictions import Collected, TaxReport
from app.domain.shared.vat import VatCode
from app.lang.texts import mark
from app.services import accounting, sales_taxes
from app.ui.accounting.paper import PaperStack
from app.ui.accounting.period_bar import PeriodBar
from app.ui.accounting.tax_words import LEVELS
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.saving import Saving
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable, SumLine
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

KIND = "sales-tax"
_BUTTONS = ("books.export", "books.paper")


@dataclass(frozen=True, slots=True)
class TaxLine:
    """One authority at one rate, or one code of sales without tax, as it is listed."""

    id: int
    row: Collected
    name: str


COLUMNS: tuple[Column[TaxLine], ...] = (
    Column(mark("Authority"), lambda line: line.name, width=320),
    Column(
        mark("Kind"),
        lambda line: _(LEVELS[line.row.level]) if line.row.authority else _("Without tax"),
        width=150,
        tone=lambda line: "" if line.row.authority else "muted",
    ),
    Column(mark("Rate"), lambda line: formats().percent(line.row.rate), right=True, width=90),
    Column(
        mark("Sales"),
        lambda line: formats().amount(line.row.base.minor, line.row.base.currency),
        right=True,
        width=150,
    ),
    Column(
        mark("Tax"),
        lambda line: formats().amount(line.row.tax.minor, line.row.tax.currency),
        right=True,
        width=130,
    ),
    Column(mark("Currency"), lambda line: line.row.base.currency, width=90),
)


class TaxReportPage(RecordPage):
    """Shows the report of some days, as a list or as it prints."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, 0)
        self.bar = PeriodBar(shell.today)
        self.table: ShortTable[TaxLine] = ShortTable(_("Sales tax by authority"), COLUMNS)
        self.table.give_room("Authority")
        self.sums = SumLine(self.table)
        self.stack = PaperStack(shell, self._ask_paper)
        self._saving = Saving(shell, self)
        self._codes: dict[str, VatCode] = {}
        self._lay_out()
        shell.book.offer(
            self,
            {
                "books.paper": self.stack.turn,
                "books.export": self._export,
                "list.copy": self._copy,
                "list.refresh": self.refresh,
                "ledger.before": partial(self.bar.step, -1),
                "ledger.after": partial(self.bar.step, 1),
            },
        )
        self.bar.changed.connect(self.refresh)
        shell.client.changed.connect(self._news)
        self.setWindowTitle(_("Sales tax by authority"))
        lead_to(self, self.table)
        shell.client.ask(self._begin, accounting.vat_codes)

    def refresh(self) -> None:
        """Ask for the report of the days that are written."""
        period = self.bar.period()
        if period is not None:
            self.shell.client.ask(self._show, sales_taxes.report, period.first, period.last)

    def _begin(self, codes: tuple[VatCode, ...]) -> None:
        self._codes = {one.code: one for one in codes}
        self.bar.put(month_holding(self.shell.today()))

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(PageBar(_("Sales tax by authority"), self.shell.book, _BUTTONS))
        column.addWidget(self.bar)
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.sums)
        self.stack.addWidget(listed)
        self.stack.setCurrentWidget(listed)
        column.addWidget(self.stack, 1)

    def _show(self, found: tuple[TaxReport, ...]) -> None:
        rows = [row for one in found for row in (*one.taxed, *one.untaxed)]
        self.table.show_rows([TaxLine(at, row, self._name(row)) for at, row in enumerate(rows, 1)])
        one = found[0] if len(found) == 1 else None
        tax = formats().amount(one.tax.minor, one.currency) if one else ""
        self.sums.show_sums({"Authority": _("Total"), "Tax": tax} if one else {})

    def _name(self, row: Collected) -> str:
        code = self._codes.get(row.vat)
        return row.name or (code.name_in(language()) if code else row.vat)

    def _ask_paper(self) -> None:
        period = self.bar.period()
        if period is not None:
            asked = (period.first, period.last, language())
            self.shell.client.ask(self._show_paper, sales_taxes.report_page, *asked)

    def _show_paper(self, pdf: bytes) -> None:
        self.stack.show_pdf(pdf, _("Sales tax by authority"))

    def _export(self) -> None:
        period = self.bar.period()
        if period is not None:
            self._saving.ask(_("Sales tax by authority"), sales_taxes.export_report, period)

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def _news(self, tables: frozenset[str]) -> None:
        if "invoice" in tables and self._codes:
            self.refresh()
