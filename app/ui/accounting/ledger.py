"""The ledger of an account: what moved in some days, and the balance after each posting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.accounting.chart import Account
from app.domain.accounting.journal import Ledger
from app.domain.accounting.periods import month_holding, year_around
from app.domain.admin.company import Company
from app.domain.shared.ids import AccountId
from app.lang.texts import mark
from app.services import accounting, admin, book_exports, printouts
from app.ui.accounting.currency import CurrencyChoice
from app.ui.accounting.paper import PaperStack
from app.ui.accounting.period_bar import PeriodBar
from app.ui.accounting.words import credit, debit, kind_name
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.saving import Saving
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable, SumLine
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

OPENING = 0
MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One posting as it is shown; the opening balance is a line with the id ``OPENING``."""

    id: int
    entry_id: int
    day: date
    number: str
    text: str
    amount_minor: int
    balance_minor: int
    currency: str


COLUMNS: tuple[Column[LedgerLine], ...] = (
    Column(mark("Date"), lambda line: formats().day(line.day), width=120),
    Column(mark("Entry"), lambda line: line.number, width=110),
    Column(
        mark("Text"),
        lambda line: line.text if line.id else _("Opening balance"),
        width=340,
        tone=lambda line: "" if line.id else "muted",
    ),
    Column(
        mark("Debit"), lambda line: debit(line.amount_minor, line.currency), right=True, width=140
    ),
    Column(
        mark("Credit"), lambda line: credit(line.amount_minor, line.currency), right=True, width=140
    ),
    Column(
        mark("Balance"),
        lambda line: formats().amount(line.balance_minor, line.currency),
        right=True,
        width=150,
    ),
)


class Crowd(EmptyState):
    """Says that a period holds more postings than a list is good for."""

    def __init__(self) -> None:
        super().__init__("list-details", "", _("Choose a shorter period, such as one month."))

    def tell(self, length: int) -> None:
        """Say how many postings there are."""
        count = formats().decimal(Decimal(length))
        self.title.setText(_("{count} postings are more than one list can hold", count=count))


class LedgerPage(RecordPage):
    """One account; Enter opens the entry of a posting."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "account", record)
        self._account_id = AccountId(record or 0)
        self.bar = PeriodBar(shell.today)
        self.currency = CurrencyChoice(shell)
        self.table: ShortTable[LedgerLine] = ShortTable(_("Ledger"), COLUMNS)
        self.table.give_room("Text")
        self.sums = SumLine(self.table)
        self._head = PageBar("", shell.book)
        self._kind = plain_label(role="muted")
        self.stack = PaperStack(shell, self._ask_paper)
        self._crowd = Crowd()
        self._lay_out()
        self.table.opened.connect(self._open)
        self.bar.changed.connect(self.refresh)
        self.currency.edited.connect(self.refresh)
        shell.client.changed.connect(self._changed)
        self._saving = Saving(shell, self)
        shell.book.offer(
            self,
            {
                "list.copy": self._copy,
                "list.find": self._find,
                "list.refresh": self.refresh,
                "ledger.before": partial(self.bar.step, -1),
                "ledger.after": partial(self.bar.step, 1),
                "books.paper": self.stack.turn,
                "books.export": self._export,
                "entry.new": partial(shell.open, "entry-form"),
                "account.edit": partial(shell.open, "account-form", self._account_id),
            },
        )
        self.setWindowTitle(_("Account"))
        lead_to(self, self.table)
        shell.client.ask(self._name, accounting.account, self._account_id)
        shell.client.ask(self._begin, admin.company)

    def refresh(self) -> None:
        """Ask for the postings of the period that is written, once it is known how many."""
        period = self.bar.period()
        if period is not None:
            wanted = (self._account_id, period.first, period.last, self.currency.currency())
            self.shell.client.ask(self._measure, accounting.ledger_length, *wanted)

    def _measure(self, length: int) -> None:
        period = self.bar.period()
        if length > MOST_ROWS:
            self._crowd.tell(length)
            self.stack.lay(self._crowd)
        elif period is not None:
            wanted = (self._account_id, period.first, period.last, self.currency.currency())
            self.shell.client.ask(self._show, accounting.ledger, *wanted)

    def _lay_out(self) -> None:
        px = theme().px
        self._kind.setWordWrap(False)
        self._head.add(self._kind)
        self._head.add(self.currency)
        self._head.add(self.shell.book.button("account.edit"))
        self._head.add(self.shell.book.button("books.export"))
        self._head.add(self.shell.book.button("books.paper"))
        filled = QWidget()
        inner = QVBoxLayout(filled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.sums)
        self._filled, self._empty = filled, self._nothing()
        self.stack.addWidget(self._filled)
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self._crowd)
        self.stack.setCurrentWidget(self._filled)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self._head)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    def _nothing(self) -> EmptyState:
        before = QPushButton(_("Show the period before"))
        before.clicked.connect(partial(self.bar.step, -1))
        return EmptyState(
            "calendar",
            _("Nothing moved in this period"),
            _("The account stands at nothing, before and after."),
            (before,),
        )

    def _name(self, account: Account) -> None:
        name = f"{account.number} {account.name_in(language())}"
        self._head.title.setText(name)
        self._kind.setText(kind_name(account.kind))
        self.table.setAccessibleName(name)
        self.titled.emit(name)

    def _begin(self, company: Company) -> None:
        today = self.shell.today()
        self.bar.offer(_("This month"), month_holding(today))
        year = year_around(today, company.year_starts)
        self.bar.offer(_("This year"), year)
        self.bar.put(year)

    def _show(self, ledger: Ledger) -> None:
        period = self.bar.period()
        if period is None:
            return
        currency = ledger.currency
        opening = LedgerLine(OPENING, 0, period.first, "", "", 0, ledger.opening_minor, currency)
        lines = [
            LedgerLine(
                row.posting_id,
                row.entry_id,
                row.booked_on,
                row.number,
                row.text,
                row.amount_minor,
                row.balance_minor,
                currency,
            )
            for row in ledger.rows
        ]
        self.table.show_rows([opening, *lines])
        self._add_up(ledger, formats().day(period.last))
        self.stack.lay(self._filled if lines or ledger.opening_minor else self._empty)

    def _add_up(self, ledger: Ledger, last: str) -> None:
        moved = [row.amount_minor for row in ledger.rows]
        amount = formats().amount
        self.sums.show_sums(
            {
                "Text": _("Closing balance on {day}", day=last),
                "Debit": amount(sum(one for one in moved if one > 0), ledger.currency),
                "Credit": amount(-sum(one for one in moved if one < 0), ledger.currency),
                "Balance": amount(ledger.closing_minor, ledger.currency),
            }
        )

    def _changed(self, tables: frozenset[str]) -> None:
        if "journal_entry" in tables:
            self.refresh()
        if "account" in tables:
            self.shell.client.ask(self._name, accounting.account, self._account_id)

    def _open(self, record: int) -> None:
        line = self.table.row_of(record)
        if line is not None and line.entry_id:
            self.shell.open("entry", line.entry_id)

    def _find(self) -> None:
        if self.stack.has_paper:
            self.stack.paper.search()
        else:
            self.bar.first.setFocus()

    def _ask_paper(self) -> None:
        period = self.bar.period()
        if period is not None:
            wanted = (self._account_id, period, language(), self.currency.currency())
            self.shell.client.ask(self._show_paper, printouts.ledger, *wanted)

    def _show_paper(self, pdf: bytes) -> None:
        self.stack.show_pdf(pdf, self._head.title.text())

    def _export(self) -> None:
        period = self.bar.period()
        if period is not None:
            wanted = (self._account_id, period)
            currency = self.currency.currency()
            name = self._head.title.text()
            self._saving.ask(name, book_exports.ledger, *wanted, currency=currency)

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))
