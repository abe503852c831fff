"""Standing: whether an issued invoice is open, partly paid or settled; derived, never stored."""

from __future__ import annotations

from datetime import date
from enum import Enum

from app.domain.invoices.invoice import InvoiceRow, State


class Standing(Enum):
    """Where an invoice stands for whoever waits for its money."""

    DRAFT = "draft"
    DISCARDED = "discarded"
    OPEN = "open"
    PARTLY_PAID = "partly-paid"
    OVERDUE = "overdue"
    SETTLED = "settled"
    CREDIT = "credit"


class Shown(Enum):
    """What the list of invoices can be narrowed to: its states, and how issued ones stand."""

    DRAFT = "draft"
    ISSUED = "issued"
    DISCARDED = "discarded"
    OPEN = "open"
    OVERDUE = "overdue"
    SETTLED = "settled"


def standing_of(row: InvoiceRow, today: date) -> Standing:
    """Return how an invoice stands on a day: what is due and not settled is overdue.

    A credit note is never due: until it is used up it is a credit of the customer.
    """
    if row.state is not State.ISSUED:
        return Standing(row.state.value)
    if row.open_minor == 0:
        return Standing.SETTLED
    if row.is_credit:
        return Standing.CREDIT
    if row.open_minor is not None and row.open_minor > 0 and row.due_on and row.due_on < today:
        return Standing.OVERDUE
    is_whole = row.open_minor is None or abs(row.open_minor) == abs(row.gross_minor)
    return Standing.OPEN if is_whole else Standing.PARTLY_PAID
