"""An order as a card of the board: who wants what, by when, and why it waits."""

from __future__ import annotations

from datetime import date

from app.domain.orders.order import OrderState, Priority
from app.domain.orders.row import OrderRow
from app.ui.kit.cards import Card
from app.ui.kit.table import Part
from app.ui.kit.texts import _, formats
from app.ui.orders.words import PRIORITY_TONES, priority_text, why_text


def card_of(row: OrderRow, today: date) -> Card:
    """Return the card of an order; its tone says that a promise has passed."""
    head = row.head
    promised = head.promised_on
    is_late = head.state is OrderState.CONFIRMED and promised is not None and promised < today
    told = _("by {day}", day=formats().day(promised)) if promised else ""
    return Card(
        title=head.customer_name or _("No customer yet"),
        lines=(
            head.number or _("Draft"),
            formats().money(head.net_minor, head.currency),
            told,
            why_text(row.stuck),
        ),
        parts=_parts(row, is_late=is_late),
        tone="bad" if is_late else "",
    )


def _parts(row: OrderRow, *, is_late: bool) -> tuple[Part, ...]:
    head, found = row.head, []
    if is_late:
        found.append(Part(_("Late"), "bad"))
    if head.priority is not Priority.NORMAL:
        found.append(Part(priority_text(head.priority), PRIORITY_TONES[head.priority]))
    if head.hold:
        found.append(Part(_("Held"), "warn"))
    return tuple(found)
