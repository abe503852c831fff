"""An entry: what was booked when and why, its postings, and the document it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

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
from app.domain.accounting.reversal import can_be_reversed
from app.domain.archive.record import Record
from app.domain.invoices.invoice import InvoiceRow
from app.domain.shared.ids import EntryId, InvoiceId
from app.domain.shared.vat import VatCode
from app.lang.texts import mark
from app.services import accounting, archive, entries, invoices
from app.ui.accounting.words import credit, debit, journal_name
from app.ui.kit.attached import Attached
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.letter_lines import LettersAbout
from app.ui.kit.link import LinkButton
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.scrolling import Scrolled
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
    vat: str = ""


COLUMNS: tuple[Column[Side], ...] = (
    Column(mark("Account"), lambda side: side.number, width=90),
    Column(mark("Name"), lambda side: side.name, width=230),
    Column(mark("Debit"), lambda side: debit(side.minor, side.currency), right=True, width=110),
    Column(mark("Credit"), lambda side: credit(side.minor, side.currency), right=True, width=110),
    Column(mark("Text"), lambda side: side.text, width=160, tone=lambda _side: "muted"),
    Column(mark("VAT code"), lambda side: side.vat, width=110, tone=lambda _side: "muted"),
)


class EntryPage(RecordPage):
    """One entry; Enter opens the account of a posting, the link opens the voucher."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "entry", record)
        self._entry: Entry | None = None
        self._accounts: Mapping[int, Account] = {}
        self._vat: Mapping[str, str] = {}
        self.table: ShortTable[Side] = ShortTable(_("Postings"), COLUMNS)
        self.table.give_room("Name")
        self.sums = SumLine(self.table)
        self.voucher = LinkButton()
        self.reversal = LinkButton()
        self._reversal: Entry | None = None
        self.preview = Preview(shell.client.lanes)
        self.attached = Attached(shell, is_quiet=True)
        self.letters = LettersAbout(shell)
        self.attached.intake.took.connect(self._ask_document)
        self._head = PageBar("", shell.book)
        self._facts = {name: plain_label() for name in ("day", "journal", "text")}
        self._lay_out()
        self.table.opened.connect(self._open)
        self.voucher.clicked.connect(self.open_voucher)
        self.reversal.clicked.connect(self._open_reversal)
        self.preview.told.connect(shell.say)
        self._offer()
        self._head.add(shell.book.button("entry.copy"))
        self._head.add(shell.book.button("entry.reverse"))
        lead_to(self, self.table)
        shell.client.changed.connect(self._changed)
        shell.client.ask(self._name, accounting.accounts)
        shell.client.ask(self._name_vat, accounting.vat_codes)
        shell.client.ask(self._show, accounting.entry, EntryId(record or 0))

    def _offer(self) -> None:
        book, open_record = self.shell.book, self.shell.open
        book.offer(
            self,
            {
                "list.copy": self._copy,
                "list.find": self.preview.search,
                "entry.voucher": self.open_voucher,
                "entry.print": self.preview.print_out,
                "entry.save": self.preview.save_as,
                "entry.new": partial(open_record, "entry-form"),
                "entry.copy": self._copy_as_new,
                "entry.reverse": self._ask_reversal,
                "entry.attach": self.attached.attach,
            },
        )
        for name in ("entry.voucher", "entry.reverse"):
            book.allow(self, name, allowed=False)
        self.setWindowTitle(_("Entry"))

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
        column.addWidget(self.attached)
        column.addWidget(self.letters)
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.sums)
        column.addLayout(inner, 1)
        theme().dress(left, controls)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(Scrolled(left))
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
        link.addWidget(self.reversal)
        link.addStretch(1)
        grid.addWidget(_quiet(_("Voucher")), len(names), 0)
        grid.addLayout(link, len(names), 1)
        return grid

    def _name_vat(self, codes: tuple[VatCode, ...]) -> None:
        self._vat = {one.code: one.name_in(language()) for one in codes}
        self._fill()

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
        elif kind == "entry":
            self.shell.client.ask(self._link_original, accounting.entry, EntryId(record))
        self.attached.ask(own_source(entry.id))
        self.letters.ask(f"entry:{entry.id}")
        self._ask_whether_reversed()
        self._ask_document()
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
                self._vat.get(posting.vat, posting.vat),
            )
            for place, posting in enumerate(entry.postings, 1)
        ]
        self.table.show_rows(sides)
        self.table.setColumnHidden(len(COLUMNS) - 2, not any(side.text for side in sides))
        self.table.setColumnHidden(len(COLUMNS) - 1, not any(side.vat for side in sides))
        currency = sides[0].currency
        half = formats().amount(sum(side.minor for side in sides if side.minor > 0), currency)
        self.sums.show_sums(
            {"Name": _("Sum, {currency}", currency=currency), "Debit": half, "Credit": half}
        )

    def _ask_document(self, _received: object = None) -> None:
        """Ask for the document of the voucher, or what was attached to an entry by hand."""
        if self._entry is not None:
            self.preview.wait()
            source = self._entry.source if self._is_of_voucher() else own_source(self._entry.id)
            self.shell.client.ask(self._documents, archive.of, source)

    def _is_of_voucher(self) -> bool:
        return source_of(self._entry)[0] not in {"", "entry"}

    def _changed(self, tables: frozenset[str]) -> None:
        if "journal_entry" in tables:
            self._ask_whether_reversed()

    def _ask_whether_reversed(self) -> None:
        if self._entry is not None:
            self.shell.client.ask(self._show_reversal, entries.reversal_of, self._entry.id)

    def _show_reversal(self, reversal: Entry | None) -> None:
        assert self._entry is not None
        self._reversal = reversal
        if reversal is not None:
            self.reversal.lead_to(_("Reversed by {number}", number=reversal.number))
        is_free = reversal is None and can_be_reversed(self._entry)
        self.shell.book.allow(self, "entry.reverse", allowed=is_free)

    def _open_reversal(self) -> None:
        if self._reversal is not None:
            self.shell.open("entry", self._reversal.id)

    def _link_original(self, original: Entry) -> None:
        self.voucher.lead_to(_("Reversal of {number}", number=original.number))
        self.shell.book.allow(self, "entry.voucher", allowed=True)

    def _copy_as_new(self) -> None:
        self.shell.open("entry-copy", self.record)

    def _ask_reversal(self) -> None:
        if self._entry is None:
            return
        day = formats().day(self.shell.today())
        question = Question(
            _("Reverse the entry {number}?", number=self._entry.number),
            _("Its opposite is posted on {day}. Both stay in the books.", day=day),
            _("Reverse"),
        )
        ask(self, question, self._reverse)

    def _reverse(self) -> None:
        if self._entry is not None:
            self.shell.client.do(self._reversed, entries.reverse, self._entry.id, None)

    def _reversed(self, entry: Entry) -> None:
        self.shell.say(_("Entry {number} posted", number=entry.number))
        self.shell.open("entry", entry.id)

    def _link(self, rows: tuple[InvoiceRow, ...]) -> None:
        if rows:
            self.voucher.lead_to(_("Invoice {number}", number=rows[0].number))
            self.shell.book.allow(self, "entry.voucher", allowed=True)

    def _documents(self, records: tuple[Record, ...]) -> None:
        shown = next((one for one in records if one.media_type == "application/pdf"), None)
        if shown is None:
            self.preview.empty(
                _("No document is filed for this entry.")
                if self._is_of_voucher()
                else _("This entry was written by hand; no document belongs to it.")
            )
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


def own_source(entry_id: EntryId) -> str:
    """Return the name under which documents of an entry by hand are filed."""
    return f"entry:{entry_id}"


def _quiet(text: str) -> QWidget:
    label = plain_label(text, "label")
    label.setWordWrap(False)
    return label
