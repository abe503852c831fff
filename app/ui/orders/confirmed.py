"""An order that was confirmed: its lines, why it waits, the papers of its sale, and its history."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from app.domain.orders.order import Amendment, Order
from app.domain.orders.row import OrderRow
from app.domain.shared.problems import Problem
from app.services import direct_deliveries, orders, stuck
from app.services.direct_deliveries import Direct
from app.ui.kit.attached import Attached
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import fact_label, plain_label
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.orders.direct import made_text
from app.ui.orders.lines import OrderLines, line_rows
from app.ui.orders.words import CHANNELS, DELIVERED, INVOICED, PAID, priority_text, why_whole

_LINES = 190


class OrderView(QWidget):
    """Shows an order that is on its way, or what became of it; ``papers`` are those of its sale."""

    def __init__(self, shell: Shell, order: Order, papers: QWidget) -> None:
        super().__init__()
        self._client = shell.client
        self.order = order
        self.why = fact_label()
        self.why.setAccessibleName(_("Why it waits"))
        self.why.setWordWrap(True)
        self.facts = QFormLayout()
        self.axes = fact_label()
        self.straight = fact_label()
        self.lines = OrderLines(order)
        self.history = fact_label("", "muted")
        self.documents = Attached(shell)
        self._lay_out(papers)
        lead_to(self, self.lines)
        self._client.ask(self._show_why, stuck.why, order.id)
        self._client.ask(self._show_axes, orders.rows, (order.id,))
        self.documents.ask(f"order:{order.id}")
        if any(line.supplier_id is not None for line in order.lines):
            self._client.ask(self._show_straight, direct_deliveries.of_order, order.id)
        if order.amended:
            self._client.ask(self._show_history, orders.amendments, order.id)

    def _show_why(self, found: tuple[Problem, ...]) -> None:
        self.why.setText(why_whole(found) or _("Nothing stands in its way."))

    def _show_axes(self, rows: tuple[OrderRow, ...]) -> None:
        for row in rows:
            axes = row.axes
            told = (DELIVERED[axes.fulfilment], INVOICED[axes.billing], PAID[axes.payment])
            self.axes.setText(" · ".join(map(_, told)))

    def _show_straight(self, found: Direct) -> None:
        self.straight.setText(made_text(found))

    def _show_history(self, found: tuple[Amendment, ...]) -> None:
        self.history.setText("\n".join(amendment_text(one) for one in found))

    def _lay_out(self, papers: QWidget) -> None:
        px = theme().px
        self.facts.setHorizontalSpacing(px(16))
        self.facts.setVerticalSpacing(px(6))
        for name, text in _facts(self.order).items():
            if text:
                self.facts.addRow(plain_label(name, "muted"), fact_label(text))
        self.facts.addRow(plain_label(_("How far"), "muted"), self.axes)
        self.facts.addRow(plain_label(_("Why it waits"), "muted"), self.why)
        if any(line.supplier_id is not None for line in self.order.lines):
            self.facts.addRow(plain_label(_("From suppliers"), "muted"), self.straight)
        self.lines.setMinimumHeight(px(_LINES))
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(24), px(8), px(24), px(16))
        column.setSpacing(px(16))
        column.addLayout(self.facts)
        column.addWidget(self.lines, 1)
        column.addWidget(papers)
        column.addWidget(self.documents)
        if self.order.amended:
            column.addWidget(plain_label(_("Amendments"), "muted"))
            column.addWidget(self.history)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolled(inner))


def amendment_text(one: Amendment) -> str:
    """Return who changed an order, when, why, and what was ordered before and after."""
    before = {row.id: row for row in line_rows(one.before)}
    after = {row.id: row for row in line_rows(one.after)}
    number = formats().plain
    changes = []
    for line_id in dict.fromkeys((*before, *after)):
        old, new = before.get(line_id), after.get(line_id)
        was = number(old.line.ordered) if old else "0"
        now = number(new.line.ordered) if new else "0"
        text = (new or old or next(iter(before.values()))).text
        if was != now:
            changes.append(f"{text}: {was} → {now}")
    day = formats().day(one.made_at.date())
    told = f"{one.number}. {day} · {one.who} · {one.reason}"
    return "\n".join((told, *changes))


def _facts(order: Order) -> dict[str, str]:
    day, wanted = formats().day, order.wanted
    over = f"{order.overridden_by}: {order.override_reason}" if order.overridden_by else ""
    return {
        _("Customer"): wanted.buyer.name if wanted.buyer else "",
        _("Their order number"): wanted.order_reference,
        _("Ordered on"): day(order.ordered_on) if order.ordered_on else "",
        _("Wanted by"): day(order.wanted_on) if order.wanted_on else "",
        _("Promised for"): day(order.promised_on) if order.promised_on else "",
        _("Priority"): priority_text(order.priority),
        _("Came"): _(CHANNELS[order.channel]),
        _("Held because"): order.hold,
        _("Let pass by"): over,
        _("Reason"): order.reason,
        _("Note"): wanted.note,
    }
