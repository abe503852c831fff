"""The card of a payment: its facts, and what it settles line by line."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.payments.allocation import Settlement
from app.domain.payments.payment import ChargeKind, Direction, Payment
from app.domain.shared.references import written
from app.lang.texts import mark
from app.services.payments import SeenPayment
from app.ui.invoices.money_words import closing_text
from app.ui.kit.labels import LineLabel, fact_label, plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

CHARGES = {
    ChargeKind.INTEREST: mark("Interest"),
    ChargeKind.FEE: mark("Reminder fee"),
    ChargeKind.ROUNDING: mark("Rounding"),
}


def _document(row: Settlement) -> str:
    return row.document_number or row.credit_number or row.payment_number


def _amount(row: Settlement) -> str:
    return formats().money(row.allocation.amount.minor, row.allocation.amount.currency)


def _how(row: Settlement) -> str:
    told, gone = closing_text(row.allocation.closing), row.allocation.undone_on
    if not gone:
        return told
    undone = _("undone {day}", day=formats().day(gone))
    return f"{told} · {undone}"


def _tone(row: Settlement) -> str:
    return "" if row.allocation.is_live else "muted"


COLUMNS: tuple[Column[Settlement], ...] = (
    Column(mark("Document"), _document, width=88, tone=_tone),
    Column(mark("How"), _how, width=72, tone=_tone),
    Column(mark("Amount"), _amount, right=True, width=92, tone=_tone),
)


class PaymentCard(QFrame):
    """Shows one payment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = LineLabel("", "heading")
        self.amount = fact_label("", "total")
        self.facts = plain_label("", "muted")
        self.facts.setWordWrap(True)
        self.table: ShortTable[Settlement] = ShortTable(_("What it settles"), COLUMNS)
        self.table.give_room("How")
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), 0, px(4), px(12))
        column.setSpacing(px(4))
        for widget in (self.title, self.amount, self.facts):
            column.addWidget(widget)
        column.addSpacing(px(8))
        column.addWidget(plain_label(_("What it settles"), "label"))
        column.addWidget(self.table, 1)
        theme().dress(self, controls)

    def stand_alone(self) -> None:
        """Begin at the left edge: no list stands beside the card."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, theme().px(12))

    def show_seen(self, seen: SeenPayment) -> None:
        """Show a payment and what it settles."""
        payment = seen.payment
        self.title.setText(payment.payer or payment.number)
        sign = 1 if payment.direction is Direction.IN else -1
        self.amount.setText(formats().money(sign * payment.amount.minor, payment.amount.currency))
        self.facts.setText("\n".join(facts_of(payment)))
        self.table.show_rows(seen.settlements)


def facts_of(payment: Payment) -> tuple[str, ...]:
    """Return the facts of a payment, a line for each."""
    money, day = formats().money, formats().day
    found = [" · ".join(one for one in (payment.number, day(payment.paid_on)) if one)]
    if payment.reference:
        found.append(_("Reference: {reference}", reference=written(payment.reference)))
    found += [payment.text] if payment.text else []
    found += [
        f"{_(CHARGES[one.kind])}: {money(one.amount.minor, one.amount.currency)}"
        for one in payment.charges
    ]
    if payment.open:
        left = money(payment.open.minor, payment.open.currency)
        found.append(_("{amount} is left as the customer's credit", amount=left))
    if payment.reversed_on is not None:
        told = {"day": day(payment.reversed_on), "reason": payment.reason}
        found.append(_("Reversed on {day}: {reason}", **told))
    return tuple(found)
