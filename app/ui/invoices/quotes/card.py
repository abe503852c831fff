"""The card beside the list: the chosen quote in a few facts, and its page as it prints."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.quotes.quote import QuoteRow, State
from app.domain.quotes.standing import standing_of
from app.services import quotes
from app.ui.invoices.paper_card import PaperCard, Shown
from app.ui.invoices.quotes.words import TONES, standing_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats


class QuoteCard(PaperCard):
    """Shows one quote; it follows the cursor of the list."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, quotes.page, _("Choose a quote to see its page."), parent)
        self._today = shell.today

    def show_row(self, row: QuoteRow) -> None:
        """Show a quote: its facts at once, its page as soon as it is drawn."""
        standing, until = standing_of(row, self._today()), row.valid_until
        day = _("valid until {day}", day=formats().day(until)) if until else ""
        shown = Shown(
            title=row.customer_name or _("No customer yet"),
            total=formats().money(row.gross_minor, row.currency),
            facts=(row.number, day),
            state=(standing_text(standing), TONES[standing]),
        )
        self.show_paper(row.id, shown, is_draft=row.state is State.DRAFT)
