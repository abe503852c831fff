"""The card beside the list of claims: who claims what, line by line, and who decided."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.expenses.expense import ExpenseClaim
from app.domain.expenses.row import ClaimRow
from app.services import expenses
from app.ui.employees.expense_words import PAYINGS, STATES, TONES, line_text, span_text
from app.ui.kit.labels import LineLabel, fact_label
from app.ui.kit.pill import Pill
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme


class ClaimCard(QFrame):
    """Shows one claim; it follows the cursor of the list."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = shell.client
        self._shown = 0
        self.title = LineLabel("", "heading")
        self.total = fact_label("", "total")
        self.state = Pill()
        self.facts, self.lines, self.answer = (fact_label("", "muted") for _place in range(3))
        self.lines.setAccessibleName(_("Expenses"))
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(4), px(8), px(12))
        column.setSpacing(px(8))
        for part in (self.title, self.total, self.state, self.facts, self.lines, self.answer):
            column.addWidget(part)
        for part in (self.facts, self.lines, self.answer):
            part.setWordWrap(True)
        column.addStretch(1)
        theme().dress(self, controls)

    def show_row(self, row: ClaimRow) -> None:
        """Show a claim: its facts at once, its lines as soon as they are read."""
        self._shown = row.id
        self.title.setText(row.name)
        self.total.setText(formats().money(row.gross.minor, row.gross.currency))
        self.state.tell(_(STATES[row.state]), TONES[row.state])
        paid = _("paid on {day}", day=formats().day(row.paid_on)) if row.paid_on else ""
        how = paid or _(PAYINGS[row.paying])
        told = (row.number, row.purpose, span_text(row.first_on, row.last_on), how)
        self.facts.setText(" · ".join(part for part in told if part))
        self._client.ask(self._show_lines, expenses.get, row.id)

    def empty(self) -> None:
        """Show nothing: the list is empty."""
        for label in (self.title, self.total, self.facts, self.lines, self.answer):
            label.clear()
        self.state.tell("", "")

    def _show_lines(self, claim: ExpenseClaim) -> None:
        if claim.id != self._shown:
            return
        told = []
        for line in claim.lines:
            amount = formats().money(line.gross.minor, line.gross.currency)
            over = _("over the limit {limit}", limit=line.over_limit) if line.over_limit else ""
            told.append(" · ".join(filter(None, (line_text(line), amount, over))))
        self.lines.setText("\n".join(told))
        said = ": ".join(filter(None, (claim.decided_by, claim.answer)))
        self.answer.setText(said)
