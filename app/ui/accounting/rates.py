"""Exchange rates: what one unit of each other currency is, written by hand or taken from a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.accounting.exchange import DayRate
from app.domain.shared.money import MINOR_DIGITS
from app.lang.texts import mark
from app.services import exchange_rates
from app.services.exchange_rates import TakenRates
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Question
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

FILES = "CSV, ZIP (*.csv *.txt *.zip)"


@dataclass(frozen=True, slots=True)
class RateRow:
    """The newest rate of a currency."""

    id: int
    rate: DayRate


COLUMNS: tuple[Column[RateRow], ...] = (
    Column(mark("Currency"), lambda row: row.rate.currency, width=120),
    Column(
        mark("Exchange rate"), lambda row: formats().plain(row.rate.rate), right=True, width=180
    ),
    Column(mark("Date"), lambda row: formats().day(row.rate.day), width=140),
    Column(mark("Source"), lambda row: row.rate.source or _("by hand"), width=220),
)


class RatesPage(QWidget):
    """Lists the newest rate of each currency; what is issued keeps the rate it was issued by."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self.table: ShortTable[RateRow] = ShortTable(_("Exchange rates"), COLUMNS)
        self.table.give_room("Source")
        self._lay_out(strip)
        shell.book.offer(
            self,
            {
                "rate.new": self._ask,
                "rate.take": self._ask_file,
                "rate.remove": self._remove,
                "list.copy": self._copy,
                "list.refresh": self.refresh,
            },
        )
        self.table.opened.connect(self._ask_again)
        shell.client.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the rates."""
        self._shell.client.ask(self._show, exchange_rates.latest)

    def take_in(self, path: str) -> None:
        """Take in the rates of a file."""
        if path:
            self._shell.client.do(self._taken, exchange_rates.take_in_file, Path(path))

    def _lay_out(self, strip: Strip) -> None:
        px = theme().px
        head = PageBar(_("Exchange rates"), self._shell.book, ("rate.take", "rate.new"))
        head.lead(strip)
        self.hint = plain_label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), 0)
        column.setSpacing(px(12))
        column.addWidget(head)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)

    def _show(self, rates: tuple[DayRate, ...]) -> None:
        self.table.show_rows([RateRow(at, one) for at, one in enumerate(rates, start=1)])
        self._shell.book.allow(self, "rate.remove", allowed=bool(rates))
        usual = _("What one unit is in the currency of the company. Invoices keep their own.")
        none = _("No rates yet: write one, or take in a file such as the European Central Bank's.")
        self.hint.setText(usual if rates else none)
        self.table.setVisible(bool(rates))

    def _changed(self, tables: frozenset[str]) -> None:
        if "exchange_rate" in tables:
            self.refresh()

    def _ask_again(self, record: object) -> None:
        self._ask()

    def _ask(self) -> None:
        """Ask for the rate of a day, and write it down."""
        question = Question(
            _("New exchange rate"),
            _("What is one unit in the currency of the company? Without a date it is today's."),
            _("Write it down"),
        )
        labels = (_("Currency"), _("Exchange rate"), _("Date"))
        ask_words(self, question, labels, self._told, self._wrong)

    def _read(self, words: tuple[str, ...]) -> tuple[Decimal | None, date | None]:
        """Return the rate and the day that were written, as far as they can be read."""
        _currency, rate, day = words
        today = self._shell.today()
        on = formats().parse_day(day, today) if day.strip() else today
        return formats().parse_decimal(rate), on

    def _wrong(self, words: tuple[str, ...]) -> str:
        """Return which of the words says nothing."""
        value, on = self._read(words)
        currency, rate, day = words
        if currency.strip().upper() not in MINOR_DIGITS:
            return _("Write a currency by its three letters, such as USD.")
        if value is not None and on is not None:
            return ""
        return _("“{text}” was not understood", text=day if value is not None else rate)

    def _told(self, words: tuple[str, ...]) -> None:
        value, on = self._read(words)
        if value is not None and on is not None:
            self._shell.client.do(self._kept, exchange_rates.put, words[0], on, value)

    def _kept(self, kept: DayRate) -> None:
        self._shell.say(_("The rate of {currency} is kept", currency=kept.currency))

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Take in exchange rates"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(FILES)
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def _taken(self, taken: TakenRates) -> None:
        told = many("{n} rate taken in", "{n} rates taken in", taken.count)
        days = f"{formats().day(taken.first)} – {formats().day(taken.last)}"
        text = f"{told} · {days}"
        self._shell.say(text)

    def _remove(self) -> None:
        chosen = self.table.chosen_id()
        row = self.table.row_of(chosen) if chosen is not None else None
        if row is not None:
            answer = partial(self._removed, row.rate)
            told = (row.rate.currency, row.rate.day)
            self._shell.client.do(answer, exchange_rates.remove, *told)

    def _removed(self, gone: DayRate, _nothing: object) -> None:
        again = partial(self._put_back, gone)
        self._shell.say(_("The rate of {currency} is removed", currency=gone.currency), again)

    def _put_back(self, gone: DayRate) -> None:
        told = (gone.currency, gone.day, gone.rate, gone.source)
        self._shell.client.do(self._kept, exchange_rates.put, *told)

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self._shell.say(many("{n} row copied", "{n} rows copied", count))
