"""The card beside the list: the chosen invoice in a few facts, and its page as it prints."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.invoices.invoice import InvoiceRow, State
from app.domain.invoices.standing import Standing, standing_of
from app.services import invoices
from app.ui.invoices.listing import STANDING_TONES, standing_text
from app.ui.invoices.paper_card import PaperCard, Shown
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

_PARTLY = frozenset({Standing.PARTLY_PAID, Standing.OVERDUE})


class InvoiceCard(PaperCard):
    """Shows one invoice; it follows the cursor of the list."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, invoices.page, _("Choose an invoice to see its page."), parent)
        self._today = shell.today

    def show_row(self, row: InvoiceRow) -> None:
        """Show an invoice: its facts at once, its page as soon as it is drawn."""
        standing = standing_of(row, self._today())
        due_on = None if row.is_credit else row.due_on
        due = _("due {day}", day=formats().day(due_on)) if due_on else ""
        left = _open_text(row) if standing in _PARTLY else ""
        shown = Shown(
            title=row.customer_name or _("No customer yet"),
            total=formats().money(row.claimed_minor, row.currency),
            facts=(row.number, due, left),
            state=(standing_text(standing), STANDING_TONES[standing]),
        )
        self.show_paper(row.id, shown, is_draft=row.state is State.DRAFT)


def _open_text(row: InvoiceRow) -> str:
    """Return what is left to pay of an invoice of which a part was paid."""
    if row.open_minor is None or row.open_minor == row.gross_minor:
        return ""
    return _("{amount} open", amount=formats().money(row.open_minor, row.currency))
