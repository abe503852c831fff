"""A paper that never changes again: its facts to read and copy, its figures, and its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QSplitter, QVBoxLayout, QWidget

from app.domain.archive.record import Record
from app.domain.invoices.invoice import Totals
from app.domain.shared.refusals import OfficeError
from app.services import archive
from app.ui.invoices.chain import ChainLines
from app.ui.invoices.sheets import figures
from app.ui.invoices.totals import TotalsPanel
from app.ui.kit.attached import Attached
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import fact_label, plain_label
from app.ui.kit.letter_lines import LettersAbout
from app.ui.kit.messages import error_sentence
from app.ui.kit.preview import Preview
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_LEAST_SIDE = 290


@dataclass(frozen=True, slots=True)
class Paper:
    """What is shown: a record with its number, by what it is filed, and who shows page and chain.

    Without a number it was thrown away as a draft, and has neither page nor document.
    """

    record: int
    number: str
    source: str
    totals: Totals
    facts: Mapping[str, str]
    page: Callable[..., Any]
    chain: Callable[..., Any]


class PaperView(QWidget):
    """Shows what can never change again."""

    explained = Signal()

    def __init__(self, shell: Shell, paper: Paper) -> None:
        super().__init__()
        self.client = shell.client
        self.paper = paper
        self.facts = QFormLayout()
        self.document = fact_label()
        self.totals = TotalsPanel()
        self.totals.show_totals(paper.totals)
        self.totals.explained.connect(self.explained)
        self.preview = Preview(shell.client.lanes)
        self.chain = ChainLines(shell, paper.chain, paper.record)
        self.attached = Attached(shell)
        self.letters = LettersAbout(shell)
        self.preview.told.connect(shell.say)
        self._lay_out()
        lead_to(self, self.preview)
        self.attached.ask(paper.source)
        self.letters.ask(paper.source)
        if paper.number:
            self.add_fact(_("Filed as"), self.document)
            self.client.ask_or(self._show_page, self._no_page, paper.page, paper.record)
            self.client.ask(self._filed, archive.of, paper.source)

    def add_fact(self, name: str, value: QWidget) -> None:
        """Tell one more fact."""
        self.facts.addRow(plain_label(name, "muted"), value)

    def _show_page(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf, f"{self.paper.number.replace('/', '-')}.pdf")

    def _no_page(self, error: OfficeError) -> None:
        self.preview.empty(error_sentence(error).what)

    def _filed(self, records: tuple[Record, ...]) -> None:
        self.document.setText(", ".join(record.name for record in records))

    def _lay_out(self) -> None:
        px = theme().px
        self.facts.setHorizontalSpacing(px(16))
        self.facts.setVerticalSpacing(px(6))
        for name, text in self.paper.facts.items():
            if text:
                value = fact_label(text)
                value.setWordWrap(True)
                self.add_fact(name, value)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(px(24), px(8), px(12), px(16))
        column.setSpacing(px(20))
        column.addLayout(self.facts)
        column.addWidget(self.totals)
        column.addWidget(self.chain)
        column.addWidget(self.attached)
        column.addWidget(self.letters)
        column.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        scrolled = Scrolled(side)
        scrolled.setMinimumWidth(px(_LEAST_SIDE))
        splitter.addWidget(scrolled)
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(splitter)
        theme().dress(side, figures)
