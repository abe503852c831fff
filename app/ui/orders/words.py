"""How orders are called in the window: states, priorities, the three axes, and why one waits."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.orders.order import Channel, OrderState, Priority, Progress
from app.domain.shared.problems import Problem
from app.lang.texts import mark
from app.ui.kit.messages import sentence_of
from app.ui.kit.texts import _

STATES = {
    OrderState.DRAFT: mark("Draft"),
    OrderState.CONFIRMED: mark("Being processed"),
    OrderState.CLOSED: mark("Closed order"),
    OrderState.CANCELLED: mark("Cancelled"),
}
TONES = {
    OrderState.DRAFT: "warn",
    OrderState.CONFIRMED: "accent",
    OrderState.CLOSED: "good",
    OrderState.CANCELLED: "muted",
}
PRIORITIES = {
    Priority.URGENT: mark("Urgent"),
    Priority.HIGH: mark("High priority"),
    Priority.NORMAL: mark("Normal priority"),
    Priority.LOW: mark("Low priority"),
}
PRIORITY_TONES = {
    Priority.URGENT: "bad",
    Priority.HIGH: "warn",
    Priority.NORMAL: "",
    Priority.LOW: "muted",
}
CHANNELS = {
    Channel.PHONE: mark("By phone"),
    Channel.MAIL: mark("By mail"),
    Channel.LETTER: mark("By letter"),
    Channel.VISIT: mark("At the counter"),
    Channel.FILE: mark("From a file"),
    Channel.SHOP: mark("Web shop"),
    Channel.QUOTE: mark("From a quote"),
    Channel.STANDING: mark("Standing order"),
}
DELIVERED = {
    Progress.NOTHING: mark("Not delivered"),
    Progress.PART: mark("Partly delivered"),
    Progress.WHOLE: mark("Delivered in full"),
}
INVOICED = {
    Progress.NOTHING: mark("Not invoiced"),
    Progress.PART: mark("Partly invoiced"),
    Progress.WHOLE: mark("Invoiced in full"),
}
PAID = {
    Progress.NOTHING: mark("Not paid"),
    Progress.PART: mark("Partly paid"),
    Progress.WHOLE: mark("Paid in full"),
}
PROGRESS_TONES = {Progress.NOTHING: "muted", Progress.PART: "warn", Progress.WHOLE: "good"}


def state_text(state: OrderState) -> str:
    """Return a state as a word."""
    return _(STATES[state])


def priority_text(priority: Priority) -> str:
    """Return a priority as a word."""
    return _(PRIORITIES[priority])


def why_text(stuck: Sequence[Problem]) -> str:
    """Return why an order waits, in one sentence; nothing if it does not."""
    if not stuck:
        return ""
    told = sentence_of(stuck[0].code, stuck[0].facts)
    return " ".join(part for part in (told.what, told.why) if part)


def why_whole(stuck: Sequence[Problem]) -> str:
    """Return every reason why an order waits, and what to do, one on a line."""
    return "\n".join(str(sentence_of(one.code, one.facts)) for one in stuck)
