"""The trial balance: what every account stands at on a day, and that debit equals credit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.accounting.journal import BalanceRow, TrialBalance
from app.lang.texts import mark
from app.services import accounting, book_exports, printouts
from app.ui.accounting.currency import CurrencyChoice
from app.ui.accounting.paper import PaperStack
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.icons import drawing
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.saving import Saving
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable, SumLine
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

_REST = 150


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One account of the trial balance, as it is shown."""

    id: int
    row: BalanceRow
    currency: str


def _amount(minor: int, currency: str) -> str:
    return formats().amount(minor, currency) if minor else ""


COLUMNS: tuple[Column[TrialRow], ...] = (
    Column(mark("Number"), lambda line: line.row.number, sort="number", width=100),
    Column(mark("Name"), lambda line: line.row.name, sort="name", width=360),
    Column(
        mark("Opening balance"),
        lambda line: _amount(line.row.opening_minor, line.currency),
        right=True,
        sort="opening",
        width=150,
    ),
    Column(
        mark("Debit"),
        lambda line: _amount(line.row.debit_minor, line.currency),
        right=True,
        sort="debit",
        width=150,
    ),
    Column(
        mark("Credit"),
        lambda line: _amount(line.row.credit_minor, line.currency),
        right=True,
        sort="credit",
        width=150,
    ),
    Column(
        mark("Balance"),
        lambda line: formats().amount(line.row.balance_minor, line.currency),
        right=True,
        sort="balance",
        width=150,
    ),
)
OPENING = 2
"""The column of what an account stood at before the first day."""
_KEYS = {
    "number": lambda line: line.row.number,
    "name": lambda line: line.row.name.casefold(),
    "opening": lambda line: line.row.opening_minor,
    "debit": lambda line: line.row.debit_minor,
    "credit": lambda line: line.row.credit_minor,
    "balance": lambda line: line.row.balance_minor,
}


class TrialPage(QWidget):
    """Shows the trial balance of a day; Enter opens the ledger of an account."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self.since = DateEdit(shell.today)
        self.day = DateEdit(shell.today)
        self.day.put(shell.today())
        self.currency = CurrencyChoice(shell)
        self.table: ShortTable[TrialRow] = ShortTable(_("Trial balance"), COLUMNS, _KEYS)
        self.table.give_room("Name")
        self.table.show_sort("number", falling=False)
        self.sums = SumLine(self.table)
        self.verdict = plain_label()
        self._sign = QLabel()
        self._is_even = True
        self.stack = PaperStack(shell, self._ask_paper)
        self._saving = Saving(shell, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._lay_out(strip)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the balances of the day that is written; of none while it cannot be read."""
        if self._is_readable():
            self._shell.client.ask(self._show, accounting.trial_balance, *self._wanted())

    def _is_readable(self) -> bool:
        """Say whether both days can be used; what is wrong is told at its field."""
        unread = _("Write a day, such as 31.12. or t for today.")
        first, last = self.since.value(), self.day.value()
        self.since.show_problem("" if self.since.is_readable() else unread)
        is_turned = first is not None and last is not None and first > last
        late = _("The last day lies before the first.") if is_turned else ""
        self.day.show_problem(late if last is not None else unread)
        return self.since.is_readable() and last is not None and not is_turned

    def _wanted(self) -> tuple[date, str, str, date | None]:
        day = self.day.value() or self._shell.today()
        return (day, language(), self.currency.currency(), self.since.value())

    def _lay_out(self, strip: Strip) -> None:
        px = theme().px
        head = PageBar(_("Trial balance"), self._shell.book)
        head.lead(strip)
        self.since.setAccessibleName(_("First day"))
        self.since.setPlaceholderText(_("the beginning"))
        self.day.setAccessibleName(_("Day of the trial balance"))
        for text, field in ((_("From"), self.since), (_("to"), self.day)):
            label = plain_label(text, "label")
            label.setBuddy(field)
            label.setWordWrap(False)
            field.setFixedWidth(px(130))
            head.add(label)
            head.add(field)
        head.add(self.currency)
        head.add(self._shell.book.button("books.export"))
        head.add(self._shell.book.button("books.paper"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(head)
        column.addWidget(self.stack, 1)
        self._filled, self._empty = self._balances(), self._nothing()
        self.stack.addWidget(self._filled)
        self.stack.addWidget(self._empty)
        self.stack.setCurrentWidget(self._filled)
        lead_to(self, self.table)

    def _balances(self) -> QWidget:
        whole = QWidget()
        self.verdict.setWordWrap(False)
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(10), theme().px(10), 0, theme().px(4))
        line.setSpacing(theme().px(8))
        line.addWidget(self._sign)
        line.addWidget(self.verdict)
        line.addStretch(1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.sums)
        column.addLayout(line)
        return whole

    def _nothing(self) -> EmptyState:
        ways = tuple(
            self._shell.book.button(name, primary=True)
            for name in ("go.invoices",)
            if name in self._shell.book.rows
        )
        return EmptyState(
            "scale",
            _("Nothing is booked up to this day"),
            _("Choose a later day, or issue an invoice: it books itself."),
            ways,
        )

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        for field in (self.since, self.day):
            field.edited.connect(self._pause.start)
            field.editingFinished.connect(self._pause.start)
        self._pause.timeout.connect(self.refresh)
        self.currency.edited.connect(self.refresh)
        self._shell.client.changed.connect(self._changed)
        theme().changed.connect(self._draw)
        self._shell.book.offer(
            self,
            {
                "list.copy": self._copy,
                "list.refresh": self.refresh,
                "list.find": self._find,
                "books.paper": self.stack.turn,
                "books.export": self._export,
            },
        )

    def _show(self, balance: TrialBalance) -> None:
        currency = balance.currency
        rows = [TrialRow(row.account_id, row, currency) for row in balance.rows]
        self.table.show_rows(rows)
        self.table.setColumnHidden(OPENING, balance.since is None)
        opening = sum(row.opening_minor for row in balance.rows)
        debit = sum(row.debit_minor for row in balance.rows)
        credit = sum(row.credit_minor for row in balance.rows)
        amount = formats().amount
        self.sums.show_sums(
            {
                "Name": _("Total on {day}", day=formats().day(balance.to)),
                "Opening balance": amount(opening, currency),
                "Debit": amount(debit, currency),
                "Credit": amount(credit, currency),
                "Balance": amount(opening + debit - credit, currency),
            }
        )
        self._judge(balance)
        self.stack.lay(self._filled if rows else self._empty)

    def _judge(self, balance: TrialBalance) -> None:
        difference = formats().money(balance.difference_minor, balance.currency)
        self._is_even = balance.difference_minor == 0
        self.verdict.setText(
            _("Debit and credit agree: difference {amount}", amount=difference)
            if self._is_even
            else _("Debit and credit differ by {amount}", amount=difference)
        )
        self._draw()

    def _draw(self) -> None:
        name, tone = ("circle-check", "good") if self._is_even else ("alert-triangle", "bad")
        colour = theme().tokens.tone(tone)
        size = theme().px(18)
        self._sign.setPixmap(drawing(name, size, colour, self.devicePixelRatioF()))

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & {"account", "journal_entry"}:
            self.refresh()

    def _open(self, record: int) -> None:
        self._shell.open("account", record)

    def _find(self) -> None:
        if self.stack.has_paper:
            self.stack.paper.search()
        else:
            self.day.setFocus()

    def _ask_paper(self) -> None:
        self._shell.client.ask(self._show_paper, printouts.trial_balance, *self._wanted())

    def _show_paper(self, pdf: bytes) -> None:
        self.stack.show_pdf(pdf, _("Trial balance"))

    def _export(self) -> None:
        day, _language, currency, since = self._wanted()
        self._saving.ask(
            _("Trial balance"), book_exports.trial_balance, day, currency=currency, since=since
        )

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self._shell.say(many("{n} row copied", "{n} rows copied", count))
