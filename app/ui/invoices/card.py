"""The card beside the list: the chosen invoice in a few facts, and its page as it prints."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.invoices.invoice import InvoiceRow, State
from app.domain.invoices.standing import Standing, standing_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.refusals import OfficeError
from app.services import invoices
from app.ui.invoices.listing import STANDING_TONES, standing_text
from app.ui.kit.labels import LineLabel, fact_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.pill import Pill
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_PARTLY = frozenset({Standing.PARTLY_PAID, Standing.OVERDUE})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class InvoiceCard(QFrame):
    """Shows one invoice; it follows the cursor of the list."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = shell.client
        self._today = shell.today
        self._record: InvoiceId | None = None
        self.title = LineLabel("", "heading")
        self.total = fact_label("", "total")
        self.facts = fact_label("", "muted")
        self.state = Pill()
        self._column = QVBoxLayout(self)
        self._lay_out()
        theme().dress(self, controls)

    @cached_property
    def preview(self) -> Preview:
        """The page, made when there is one: the first list does not wait for it."""
        made = Preview(self._client.lanes)
        made.go_without_tools()
        self._column.insertWidget(1, made, 1)
        return made

    def show_row(self, row: InvoiceRow) -> None:
        """Show an invoice: its facts at once, its page as soon as it is drawn."""
        is_other = row.id != self._record
        self._record = row.id
        self.title.setText(row.customer_name or _("No customer yet"))
        self.total.setText(formats().money(row.claimed_minor, row.currency))
        standing = standing_of(row, self._today())
        self.state.tell(standing_text(standing), STANDING_TONES[standing])
        due_on = None if row.is_credit else row.due_on
        due = _("due {day}", day=formats().day(due_on)) if due_on else ""
        left = _open_text(row) if standing in _PARTLY else ""
        self.facts.setText(" · ".join(part for part in (row.number, due, left) if part))
        if is_other or row.state is State.DRAFT:
            self._client.ask_or(self._show_page, self._no_page, invoices.page, row.id)

    def empty(self) -> None:
        """Show nothing: the list is empty."""
        self._record = None
        for label in (self.title, self.total, self.facts):
            label.clear()
        self.state.tell("", "")
        self.preview.empty(_("Choose an invoice to see its page."))

    def _show_page(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf)

    def _no_page(self, error: OfficeError) -> None:
        self.preview.empty(error_sentence(error).what)

    def _lay_out(self) -> None:
        px = theme().px
        head = QGridLayout()
        head.setContentsMargins(px(16), 0, px(4), px(12))
        head.setHorizontalSpacing(px(8))
        head.setVerticalSpacing(px(2))
        head.setColumnStretch(0, 1)
        head.addWidget(self.title, 0, 0)
        head.addWidget(self.total, 0, 1, _RIGHT)
        head.addWidget(self.facts, 1, 0)
        head.addWidget(self.state, 1, 1, _RIGHT)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addStretch()


def _open_text(row: InvoiceRow) -> str:
    """Return what is left to pay of an invoice of which a part was paid."""
    if row.open_minor is None or row.open_minor == row.gross_minor:
        return ""
    return _("{amount} open", amount=formats().money(row.open_minor, row.currency))
