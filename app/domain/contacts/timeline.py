"""What happened with a contact, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.shared.money import Money


class Happening(Enum):
    """What kind of thing happened."""

    ADDED = "added"
    CHANGED = "changed"
    VAT_ANSWERED = "vat-answered"
    INVOICE_DRAFTED = "invoice-drafted"
    INVOICE_ISSUED = "invoice-issued"
    QUOTE_DRAFTED = "quote-drafted"
    QUOTE_SENT = "quote-sent"
    ORDER_DRAFTED = "order-drafted"
    ORDER_CONFIRMED = "order-confirmed"
    PAPER_FILED = "paper-filed"
    DELIVERED = "delivered"
    RETURNED = "returned"
    REMINDED = "reminded"
    PLAN_BEGUN = "plan-begun"
    PAID = "paid"
    PAID_BACK = "paid-back"
    PAYMENT_REVERSED = "payment-reversed"
    LETTER_RECEIVED = "letter-received"
    LETTER_DRAFTED = "letter-drafted"
    LETTER_ISSUED = "letter-issued"
    LETTER_VOIDED = "letter-voided"
    MAIL_RECEIVED = "mail-received"
    MAIL_WRITTEN = "mail-written"
    MAIL_SENT = "mail-sent"
    NOTED = "noted"
    CALLED = "called"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a timeline; ``record`` is the id of what to open, ``title`` its own name."""

    day: date
    what: Happening
    record: int
    title: str = ""
    amount: Money | None = None
