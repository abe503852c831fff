"""Standing: how a quote stands on a day; what has run out is not changed by the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from app.domain.quotes.quote import QuoteRow, State

SOON = timedelta(days=7)


class Standing(Enum):
    """Where a quote stands for whoever waits for an answer."""

    DRAFT = "draft"
    OPEN = "open"
    RUN_OUT = "run-out"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    REPLACED = "replaced"
    ORDERED = "ordered"
    DISCARDED = "discarded"


class Shown(Enum):
    """What the list of quotes can be narrowed to."""

    DRAFT = "draft"
    OPEN = "open"
    RUN_OUT = "run-out"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    ORDERED = "ordered"


def standing_of(row: QuoteRow, today: date) -> Standing:
    """Return how a quote stands on a day: a sent one is open until its last day has passed."""
    if row.is_replaced and row.state in {State.EXPIRED, State.REJECTED}:
        return Standing.REPLACED
    if row.state is not State.SENT:
        return Standing(row.state.value)
    is_over = row.valid_until is not None and row.valid_until < today
    return Standing.RUN_OUT if is_over else Standing.OPEN
