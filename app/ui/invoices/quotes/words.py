"""How quotes and their positions are called in the window."""

from __future__ import annotations

from app.domain.quotes.quote import State
from app.domain.quotes.standing import Standing
from app.lang.texts import mark
from app.ui.kit.texts import _

STANDINGS = {
    Standing.DRAFT: mark("Draft"),
    Standing.OPEN: mark("Awaiting answer"),
    Standing.RUN_OUT: mark("Past its day"),
    Standing.ACCEPTED: mark("Accepted"),
    Standing.REJECTED: mark("Declined"),
    Standing.EXPIRED: mark("Expired"),
    Standing.REPLACED: mark("Replaced"),
    Standing.ORDERED: mark("Ordered"),
    Standing.DISCARDED: mark("Discarded"),
}
TONES = {
    Standing.DRAFT: "warn",
    Standing.OPEN: "accent",
    Standing.RUN_OUT: "bad",
    Standing.ACCEPTED: "good",
    Standing.REJECTED: "muted",
    Standing.EXPIRED: "muted",
    Standing.REPLACED: "muted",
    Standing.ORDERED: "good",
    Standing.DISCARDED: "muted",
}


def standing_text(standing: Standing) -> str:
    """Return how a quote stands as a word."""
    return _(STANDINGS[standing])


def quote_state_text(state: State, *, is_replaced: bool = False) -> str:
    """Return a state as a word, whatever the day."""
    if is_replaced and state in {State.EXPIRED, State.REJECTED}:
        return standing_text(Standing.REPLACED)
    if state is State.SENT:
        return _("Sent")
    return standing_text(Standing(state.value))
