"""An entry: what was booked when and why, its postings, and the document it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.domain.accounting.chart import Account
from app.domain.accounting.journal import Entry
from app.domain.archive.record import Record
from app.domain.invoices.invoice import InvoiceRow
from app.domain.shared.ids import EntryId, InvoiceId
from app.lang.texts import mark
from app.services import accounting, archive, invoices
from app.ui.accounting.words import credit, debit, journal_name
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.link import LinkButton
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable, SumLine
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many
from app.ui.kit.theme import theme


@dataclass(frozen=True, slots=True)
class Side:
    """One posting as it is shown."""

    id: int
    account_id: int
    number: str
    name: str
    text: str
    minor: int
    currency: str


COLUMNS: tuple[Column[Side], ...] = (
    Column(mark("Account"), lambda side: side.number, width=90),
    Column(mark("Name"), lambda side: side.name, width=230),
    Column(mark("Debit"), lambda side: debit(side.minor, side.currency), right=True, width=110),
    Column(mark("Credit"), lambda side: credit(side.minor, side.currency), right=True, width=110),
    Column(mark("Text"), lambda side: side.text, width=160, tone=lambda _side: "muted"),
)


class EntryPage(RecordPage):
    """One entry; Enter opens the account of a posting, the link opens the voucher."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "entry", record)
        self._entry: Entry | None = None
        self._accounts: Mapping[int, Account] = {}
        self.table: ShortTable[Side] = ShortTable(_("Postings"), COLUMNS)
        self.table.give_room("Name")
        self.sums = SumLine(self.table)
        self.voucher = LinkButton()
        self.preview = Preview(shell.client.lanes)
        self._head = PageBar("", shell.book)
        self._facts = {name: plain_label() for name in ("day", "journal", "text")}
        self._lay_out()
        self.table.opened.connect(self._open)
        self.voucher.clicked.connect(self.open_voucher)
        self.preview.told.connect(shell.say)
        shell.book.offer(
            self,
            {
                "list.copy": self._copy,
                "list.find": self.preview.search,
                "entry.voucher": self.open_voucher,
                "entry.print": self.preview.print_out,
                "entry.save": self.preview.save_as,
            },
        )
        shell.book.allow(self, "entry.voucher", allowed=False)
        self.setWindowTitle(_("Entry"))
        lead_to(self, self.table)
        shell.client.ask(self._name, accounting.accounts)
        shell.client.ask(self._show, accounting.entry, EntryId(record or 0))

    def open_voucher(self) -> None:
        """Open what the entry came from."""
        kind, record = source_of(self._entry)
        if record:
            self.shell.open(kind, record)

    def _lay_out(self) -> None:
        px = theme().px
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(px(24), px(16), px(16), px(12))
        column.setSpacing(px(16))
        column.addWidget(self._head)
        column.addLayout(self._fact_lines())
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.sums)
        column.addLayout(inner, 1)
        theme().dress(left, controls)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.preview)
        splitter.setSizes([px(560), px(500)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _fact_lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(6))
        grid.setColumnStretch(1, 1)
        names = {"day": _("Date"), "journal": _("Journal"), "text": _("Text")}
        for place, (key, name) in enumerate(names.items()):
            self._facts[key].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(_quiet(name), place, 0)
            grid.addWidget(self._facts[key], place, 1)
        link = QHBoxLayout()
        link.addWidget(self.voucher)
        link.addStretch(1)
        grid.addWidget(_quiet(_("Voucher")), len(names), 0)
        grid.addLayout(link, len(names), 1)
        return grid

    def _name(self, accounts: tuple[Account, ...]) -> None:
        self._accounts = {one.id: one for one in accounts}
        self._fill()

    def _show(self, entry: Entry) -> None:
        self._entry = entry
        title = _("Entry {number}", number=entry.number)
        self._head.title.setText(title)
        self.titled.emit(title)
        self._facts["day"].setText(formats().long_day(entry.booked_on))
        self._facts["journal"].setText(journal_name(entry.journal))
        self._facts["text"].setText(entry.text)
        kind, record = source_of(entry)
        if kind == "invoice":
            self.shell.client.ask(self._link, invoices.rows, (InvoiceId(record),))
        if entry.source:
            self.preview.wait()
            self.shell.client.ask(self._documents, archive.of, entry.source)
        else:
            self.preview.empty(_("This entry was written by hand; no document belongs to it."))
        self._fill()

    def _fill(self) -> None:
        entry = self._entry
        if entry is None or not self._accounts:
            return
        sides = [
            Side(
                place,
                posting.account_id,
                self._accounts[posting.account_id].number,
                self._accounts[posting.account_id].name_in(language()),
                posting.text,
                posting.amount.minor,
                posting.amount.currency,
            )
            for place, posting in enumerate(entry.postings, 1)
        ]
        self.table.show_rows(sides)
        self.table.setColumnHidden(len(COLUMNS) - 1, not any(side.text for side in sides))
        currency = sides[0].currency
        half = formats().amount(sum(side.minor for side in sides if side.minor > 0), currency)
        self.sums.show_sums(
            {"Name": _("Sum, {currency}", currency=currency), "Debit": half, "Credit": half}
        )

    def _link(self, rows: tuple[InvoiceRow, ...]) -> None:
        if rows:
            self.voucher.lead_to(_("Invoice {number}", number=rows[0].number))
            self.shell.book.allow(self, "entry.voucher", allowed=True)

    def _documents(self, records: tuple[Record, ...]) -> None:
        shown = next((one for one in records if one.media_type == "application/pdf"), None)
        if shown is None:
            self.preview.empty(_("No document is filed for this entry."))
            return
        self._shown = shown
        self.shell.client.ask(self._document, archive.content, shown.id)

    def _document(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf, self._shown.file_name())

    def _open(self, record: int) -> None:
        side = self.table.row_of(record)
        if side is not None:
            self.shell.open("account", side.account_id)

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))


def source_of(entry: Entry | None) -> tuple[str, int]:
    """Return the kind and the id of what an entry came from; nothing for one by hand."""
    kind, _colon, record = (entry.source if entry else "").partition(":")
    return (kind, int(record)) if record.isdigit() else ("", 0)


def _quiet(text: str) -> QWidget:
    label = plain_label(text, "label")
    label.setWordWrap(False)
    return label
