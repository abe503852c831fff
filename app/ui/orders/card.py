"""The card beside the queue: how far the chosen order is, and why it does not go on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.orders.order import Order
from app.domain.orders.row import OrderRow
from app.domain.shared.problems import Problem
from app.services import orders, stuck
from app.ui.kit.labels import LineLabel, fact_label
from app.ui.kit.pill import Pill
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.orders.words import (
    CHANNELS,
    DELIVERED,
    INVOICED,
    PAID,
    TONES,
    state_text,
    why_whole,
)


class OrderCard(QFrame):
    """Shows one order; it follows the cursor of the queue."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = shell.client
        self.title = LineLabel("", "heading")
        self.total = fact_label("", "total")
        self.state = Pill()
        self.facts = fact_label("", "muted")
        self.why = fact_label()
        self.why.setAccessibleName(_("Why it waits"))
        self.lines = fact_label("", "muted")
        for told in (self.facts, self.why, self.lines):
            told.setWordWrap(True)
        column = QVBoxLayout(self)
        px = theme().px
        column.setContentsMargins(px(16), px(4), px(8), px(12))
        column.setSpacing(px(8))
        for part in (self.title, self.total, self.state, self.facts, self.why, self.lines):
            column.addWidget(part)
        for part in (self.facts, self.why, self.lines):
            part.setWordWrap(True)
        column.addStretch(1)
        theme().dress(self, controls)

    def show_row(self, row: OrderRow) -> None:
        """Show an order: its facts at once, what it waits for as soon as that is known."""
        head, axes = row.head, row.axes
        self.title.setText(head.customer_name or _("No customer yet"))
        self.total.setText(formats().money(head.gross_minor, head.currency))
        self.state.tell(state_text(head.state), TONES[head.state])
        told = (
            head.number,
            head.order_reference,
            _(CHANNELS[head.channel]),
            _(DELIVERED[axes.fulfilment]),
            _(INVOICED[axes.billing]),
            _(PAID[axes.payment]),
        )
        self.facts.setText(" · ".join(part for part in told if part))
        self.why.setText(why_whole(row.stuck))
        self._client.ask(self._show_why, stuck.why, row.id)
        self._client.ask(self._show_lines, orders.get, row.id)

    def empty(self) -> None:
        """Show nothing: the list is empty."""
        for label in (self.title, self.total, self.facts, self.why, self.lines):
            label.clear()
        self.state.tell("", "")

    def _show_why(self, found: tuple[Problem, ...]) -> None:
        self.why.setText(why_whole(found))

    def _show_lines(self, order: Order) -> None:
        texts = []
        for line in order.lines:
            words = " ".join(order.wanted.lines[line.place].description.split())
            number = formats().plain
            told = _(
                "{delivered} of {ordered} delivered",
                delivered=number(line.delivered),
                ordered=number(line.ordered),
            )
            texts.append(f"{words}: {told}")
        self.lines.setText("\n".join(texts))
