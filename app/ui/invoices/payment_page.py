"""One payment in a tab: what it settles is opened again by a key, and all of it reversed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.payments.payment import Direction, Payment
from app.domain.shared.ids import PaymentId
from app.domain.shared.refusals import OfficeError
from app.services import payments
from app.services.payments import SeenPayment
from app.ui.invoices.money_verbs import MoneyVerbs
from app.ui.invoices.payment_card import PaymentCard
from app.ui.invoices.payments import possible_with
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_BUTTONS = (
    "payment.reverse",
    "payment.refund",
    "payment.use",
    "payment.undo",
    "payment.receipt",
)
_NARROW = 760


class PaymentPage(RecordPage):
    """Shows one payment."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "payment", record)
        self._seen: SeenPayment | None = None
        self.verbs = MoneyVerbs(shell, self)
        self.bar = PageBar(_("Payment"), shell.book, _BUTTONS)
        self.card = PaymentCard()
        self.card.setMaximumWidth(theme().px(_NARROW))
        self.card.stand_alone()
        self.setWindowTitle(_("Payment"))
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.card, 1)
        shell.book.offer(
            self,
            {
                "payment.undo": self._undo,
                "payment.use": partial(self._on_payment, self.verbs.use_rest),
                "payment.refund": partial(self._on_payment, self.verbs.refund_rest),
                "payment.reverse": partial(self._on_payment, self._reverse),
                "payment.receipt": partial(self._on_payment, self._show_receipt),
                "statement.show": partial(self._on_payment, self._show_statement),
                "invoice.entry": self._open_entry,
                "invoice.open": self._open_document,
            },
        )
        self.card.table.opened.connect(self._open_line)
        self._allow()
        lead_to(self, self.card.table)
        shell.client.changed.connect(self._news)
        self._ask()

    def _ask(self) -> None:
        asked = PaymentId(self.record or 0)
        self.shell.client.ask_or(self._show, self._gone, payments.seen, asked)

    def _show(self, seen: SeenPayment) -> None:
        self._seen = seen
        self.bar.title.setText(seen.payment.number)
        self.setWindowTitle(seen.payment.number)
        self.titled.emit(seen.payment.number)
        self.card.show_seen(seen)
        self._allow()

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _on_payment(self, verb: Callable[[Payment], object]) -> None:
        if self._seen is not None:
            verb(self._seen.payment)

    def _undo(self) -> None:
        chosen = self.card.table.chosen_id()
        row = self.card.table.row_of(chosen) if chosen is not None else None
        if row is not None:
            self.verbs.undo(row.allocation)

    def _reverse(self, payment: Payment) -> None:
        self.verbs.reverse(payment.id, payment.number)

    def _show_receipt(self, payment: Payment) -> None:
        self.shell.open("receipt", payment.id)

    def _show_statement(self, payment: Payment) -> None:
        self.verbs.statement(payment.contact_id)

    def _open_entry(self) -> None:
        if self._seen is not None and self._seen.entries:
            self.shell.open("entry", self._seen.entries[0])

    def _open_document(self) -> None:
        chosen = self.card.table.chosen_id()
        if chosen is not None:
            self._open_line(chosen)

    def _open_line(self, record: object) -> None:
        row = self.card.table.row_of(record) if isinstance(record, int) else None
        if row is not None and row.allocation.invoice_id is not None:
            self.shell.open("invoice", row.allocation.invoice_id)

    def _allow(self) -> None:
        seen = self._seen
        allowed = possible_with(seen)
        for name in ("payment.use", "payment.refund", "payment.reverse"):
            self.shell.book.allow(self, name, allowed=name in allowed)
        live = [one for one in seen.settlements if one.allocation.is_live] if seen else []
        self.shell.book.allow(self, "payment.undo", allowed=bool(live))
        is_in = seen is not None and seen.payment.direction is Direction.IN
        self.shell.book.allow(self, "payment.receipt", allowed=is_in)
        has_payer = seen is not None and seen.payment.contact_id is not None
        self.shell.book.allow(self, "statement.show", allowed=has_payer)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"payment", "allocation"}:
            self._ask()
