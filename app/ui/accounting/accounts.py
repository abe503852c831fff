"""The chart of accounts: every account with what it stands at today."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.domain.accounting.chart import Account
from app.domain.accounting.entries import AccountRow
from app.lang.texts import mark
from app.services import accounting, accounts, book_exports
from app.ui.accounting import deeds
from app.ui.accounting.words import KINDS, kind_name
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.filter_bar import FilterBar
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.listing import Filter
from app.ui.kit.page_bar import PageBar
from app.ui.kit.saving import Saving
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme

MOVED = "moved"

COLUMNS: tuple[Column[AccountRow], ...] = (
    Column(mark("Number"), lambda row: row.number, sort="number", width=100),
    Column(
        mark("Name"),
        lambda row: _("{name} (closed)", name=row.name) if row.is_closed else row.name,
        sort="name",
        width=400,
        tone=lambda row: "" if row.has_moved else "muted",
    ),
    Column(
        mark("Kind"),
        lambda row: kind_name(row.kind),
        sort="kind",
        width=140,
        tone=lambda _row: "muted",
    ),
    Column(
        mark("Balance"),
        lambda row: formats().amount(row.balance_minor, row.currency) if row.has_moved else "",
        right=True,
        sort="balance",
        width=160,
    ),
)
_KINDS = list(KINDS)
_KEYS = {
    "number": lambda row: row.number,
    "name": lambda row: row.name.casefold(),
    "kind": lambda row: (_KINDS.index(row.kind), row.number),
    "balance": lambda row: row.balance_minor,
}

_FILTERS = (
    Filter(MOVED, mark("Moved")),
    *(Filter(kind.value, title) for kind, title in KINDS.items()),
)


class AccountsPage(QWidget):
    """Lists accounts; Enter opens the ledger of one."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self._rows: tuple[AccountRow, ...] = ()
        self.table: ShortTable[AccountRow] = ShortTable(_("Accounts"), COLUMNS, _KEYS)
        self.table.give_room("Name")
        self.table.show_sort("number", falling=False)
        self.filters = FilterBar(_FILTERS, _("Find in {list}", list=_("Accounts")))
        self._day = plain_label(role="muted")
        self._stack = QStackedWidget()
        self._lay_out(strip)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._allow)
        self.filters.changed.connect(self._narrow)
        self.filters.left.connect(self.table.setFocus)
        shell.client.changed.connect(self._changed)
        self._saving = Saving(shell, self)
        shell.book.offer(
            self,
            {
                "list.copy": self._copy,
                "list.find": self._find,
                "list.refresh": self.refresh,
                "books.export": self._export,
                "entry.new": partial(shell.open, "entry-form"),
                "account.new": partial(shell.open, "account-form"),
                "account.edit": self._edit,
                "account.close": self._close,
                "account.open": self._open_again,
                "account.remove": self._remove,
            },
        )
        self.refresh()

    def refresh(self) -> None:
        """Ask for the accounts and what they stand at."""
        today = self._shell.today()
        self._day.setText(_("Balances on {day}", day=formats().day(today)))
        self._shell.client.ask(self._show, accounting.chart, today, language())

    def _lay_out(self, strip: Strip) -> None:
        px = theme().px
        head = PageBar(_("Accounts"), self._shell.book)
        head.lead(strip)
        self._day.setWordWrap(False)
        head.add(self._day)
        head.add(self._shell.book.button("account.new"))
        button = QPushButton(_("Show everything"))
        button.clicked.connect(self.filters.clear)
        nothing = EmptyState(
            "search", _("Nothing found"), _("No account fits the search and the chips."), (button,)
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), 0)
        column.setSpacing(px(12))
        column.addWidget(head)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        lead_to(self, self.table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._shell.book.action("account.remove").trigger()
        else:
            super().keyPressEvent(event)

    def _show(self, rows: tuple[AccountRow, ...]) -> None:
        self._rows = rows
        self._narrow()

    def _narrow(self) -> None:
        rows = [row for row in self._rows if self._fits(row)]
        self.table.show_rows(rows)
        self.filters.count.setText(many("{n} account", "{n} accounts", len(rows)))
        self._stack.setCurrentIndex(0 if rows or not self._rows else 1)
        self._allow()

    def _fits(self, row: AccountRow) -> bool:
        words = self.filters.words.casefold().split()
        text = row.name.casefold()
        if not all(row.number.startswith(word) or word in text for word in words):
            return False
        states = self.filters.states
        return not states or row.kind.value in states or (MOVED in states and row.has_moved)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & {"account", "journal_entry"}:
            self.refresh()

    def _open(self, record: int) -> None:
        self._shell.open("account", record)

    def _chosen(self) -> AccountRow | None:
        chosen = self.table.chosen_id()
        return None if chosen is None else self.table.row_of(chosen)

    def _allow(self, *_news: object) -> None:
        """Offer what can be done with the account under the cursor."""
        row = self._chosen()
        book = self._shell.book
        book.allow(self, "account.edit", allowed=row is not None)
        book.allow(self, "account.remove", allowed=row is not None and not row.has_moved)
        book.allow(self, "account.close", allowed=row is not None and not row.is_closed)
        book.allow(self, "account.open", allowed=row is not None and row.is_closed)

    def _edit(self) -> None:
        if row := self._chosen():
            self._shell.open("account-form", row.id)

    def _close(self) -> None:
        if row := self._chosen():
            self._shell.client.do(self._closed, accounts.close, row.id, row.version)

    def _open_again(self) -> None:
        if row := self._chosen():
            self._shell.client.do(self._opened, accounts.open_again, row.id, row.version)

    def _remove(self) -> None:
        if row := self._chosen():
            self._shell.client.do(self._removed, accounts.remove, row.id, row.version)

    def _closed(self, account: Account) -> None:
        self._shell.did(deeds.closed(account))

    def _opened(self, account: Account) -> None:
        self._shell.did(deeds.opened(account))

    def _removed(self, account: Account) -> None:
        self._shell.did(deeds.removed(account))

    def _find(self) -> None:
        self.filters.box.setFocus()
        self.filters.box.selectAll()

    def _export(self) -> None:
        self._saving.ask(_("Accounts"), book_exports.accounts, self._shell.today())

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self._shell.say(many("{n} row copied", "{n} rows copied", count))
