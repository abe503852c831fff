"""The VAT codes of the country: what each is for, and since when each of its rates holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared.vat import RatePeriod, VatCode
from app.lang.texts import mark
from app.services import accounting
from app.ui.accounting.vat_text import rate_on
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme


@dataclass(frozen=True, slots=True)
class VatRow:
    """One rate of a VAT code and the days it holds; the first row of a code names it."""

    id: int
    code: VatCode
    period: RatePeriod
    until: date | None
    is_now: bool


ONE_DAY = timedelta(days=1)

COLUMNS: tuple[Column[VatRow], ...] = (
    Column(mark("VAT code"), lambda row: row.code.code, width=140),
    Column(mark("Name"), lambda row: row.code.name_in(language()), width=380),
    Column(mark("Category"), lambda row: row.code.category.value, width=90),
    Column(
        mark("Rate"),
        lambda row: formats().percent(row.period.rate),
        right=True,
        width=100,
        tone=lambda row: "" if row.is_now else "muted",
    ),
    Column(mark("From"), lambda row: formats().day(row.period.since), width=120),
    Column(mark("To"), lambda row: formats().day(row.until) if row.until else "", width=120),
    Column(mark("Today"), lambda row: "✓" if row.is_now else "", width=80),
)


class VatPage(QWidget):
    """Lists the rates of the country, which a new pack brings, and those that the office wrote."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self.table: ShortTable[VatRow] = ShortTable(_("VAT codes"), COLUMNS)
        self.table.give_room("Name")
        self._ways = {
            name: shell.book.button(name)
            for name in ("books.certificates", "books.sales-tax", "books.tax-codes")
        }
        self._lay_out(strip)
        shell.book.offer(self, {"list.copy": self._copy, "list.refresh": self.refresh})
        shell.client.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the VAT codes."""
        self._shell.client.ask(self._show, accounting.vat_codes)

    def _lay_out(self, strip: Strip) -> None:
        px = theme().px
        head = PageBar(_("VAT codes"), self._shell.book)
        head.lead(strip)
        for way in self._ways.values():
            head.add(way)
        hint = plain_label(
            _(
                "The day of delivery chooses the rate. The rates come with the country; "
                "you can add codes of your own."
            ),
            "muted",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), 0)
        column.setSpacing(px(12))
        column.addWidget(head)
        column.addWidget(hint)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)

    def _show(self, codes: tuple[VatCode, ...]) -> None:
        self.table.show_rows(rows_of(codes, self._shell.today()))
        is_stacked = any(code.parts for code in codes)
        is_thai = any(code.is_due_on_payment for code in codes)
        self._ways["books.sales-tax"].setVisible(is_stacked)
        self._ways["books.certificates"].setVisible(is_thai)

    def _changed(self, tables: frozenset[str]) -> None:
        if "tax_code" in tables:
            self.refresh()

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self._shell.say(many("{n} row copied", "{n} rows copied", count))


def rows_of(codes: tuple[VatCode, ...], today: date) -> list[VatRow]:
    """Return a row for each rate of each code, the newest first."""
    rows: list[VatRow] = []
    for code in codes:
        ends = [*(one.since for one in code.rates[1:]), None]
        current = rate_on(code, today)
        for period, end in reversed(list(zip(code.rates, ends, strict=True))):
            until = end - ONE_DAY if end else None
            is_now = current is not None and period.since <= today <= (until or today)
            rows.append(VatRow(len(rows) + 1, code, period, until, is_now))
    return rows
