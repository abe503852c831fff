"""An issued invoice: its facts to read and copy, where it is booked and filed, and its page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QSplitter, QVBoxLayout, QWidget

from app.domain.accounting.journal import Entry
from app.domain.archive.record import Record
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.posting import source_of
from app.domain.invoices.totals import totals_of
from app.domain.shared.references import written
from app.domain.shared.refusals import OfficeError
from app.services import accounting, archive, chains, invoices
from app.ui.invoices.chain import ChainLines
from app.ui.invoices.sheets import figures
from app.ui.invoices.titles import origin_text
from app.ui.invoices.totals import TotalsPanel
from app.ui.kit.attached import Attached
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import fact_label, plain_label
from app.ui.kit.letter_lines import LettersAbout
from app.ui.kit.messages import error_sentence
from app.ui.kit.preview import Preview
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme


class IssuedView(QWidget):
    """Shows what can never change again."""

    explained = Signal()

    def __init__(self, shell: Shell, invoice: Invoice) -> None:
        super().__init__()
        self._client = shell.client
        self.invoice = invoice
        self.facts = QFormLayout()
        self.entry, self.document = fact_label(), fact_label()
        self.totals = TotalsPanel()
        self.totals.show_totals(totals_of(invoice))
        self.totals.explained.connect(self.explained)
        self.preview = Preview(shell.client.lanes)
        self.chain = ChainLines(shell, chains.around, invoice.id)
        self.attached = Attached(shell)
        self.letters = LettersAbout(shell)
        self.preview.told.connect(shell.say)
        self._lay_out()
        lead_to(self, self.preview)
        source = source_of(invoice.id)
        self.attached.ask(source)
        self.letters.ask(source)
        if invoice.number:
            self._client.ask_or(self._show_page, self._no_page, invoices.pdf, invoice.id)
            self._client.ask(self._booked, accounting.entries_of, source)
            self._client.ask(self._filed, archive.of, source)

    def _show_page(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf, f"{self.invoice.number}.pdf")

    def _no_page(self, error: OfficeError) -> None:
        self.preview.empty(error_sentence(error).what)

    def _booked(self, entries: tuple[Entry, ...]) -> None:
        numbers = ", ".join(entry.number for entry in entries)
        self.entry.setText(numbers or _("nothing to book"))

    def _filed(self, records: tuple[Record, ...]) -> None:
        self.document.setText(", ".join(record.name for record in records))

    def _lay_out(self) -> None:
        px = theme().px
        self._tell_facts()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(px(24), px(8), px(24), px(16))
        column.setSpacing(px(20))
        column.addLayout(self.facts)
        column.addWidget(self.totals)
        column.addWidget(self.chain)
        column.addWidget(self.attached)
        column.addWidget(self.letters)
        column.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(Scrolled(side))
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(splitter)
        theme().dress(side, figures)

    def _tell_facts(self) -> None:
        invoice, day = self.invoice, formats().day
        is_credit = invoice.kind is Kind.CREDIT_NOTE
        self.facts.setHorizontalSpacing(theme().px(16))
        self.facts.setVerticalSpacing(theme().px(6))
        told = {
            _("Customer"): invoice.buyer.name if invoice.buyer else "",
            _("Date"): day(invoice.issued_on) if invoice.issued_on else "",
            _("Due"): day(invoice.due_on) if invoice.due_on and not is_credit else "",
            _("Delivered"): day(invoice.delivered_on) if invoice.delivered_on else "",
            _("About"): origin_text(invoice),
            _("Reason"): invoice.reason,
            _("Payment reference"): written(invoice.reference),
            _("Your reference"): invoice.your_reference,
            _("Our reference"): invoice.our_reference,
        }
        for name, text in told.items():
            if text:
                self.facts.addRow(plain_label(name, "muted"), fact_label(text))
        if invoice.number:
            self.facts.addRow(plain_label(_("Booked as"), "muted"), self.entry)
            self.facts.addRow(plain_label(_("Filed as"), "muted"), self.document)
