"""By which words, numbers and amounts a reminder is found."""

from __future__ import annotations

from app.domain.reminders.run import KIND, Reminder
from app.domain.shared.money import Money
from app.domain.shared.search import SearchItem


def findable(letter: Reminder) -> SearchItem:
    """Return an issued reminder as the search knows it: by number, customer, invoices, total."""
    numbers = (one.number for one in letter.items if one.number)
    return SearchItem(
        kind=KIND,
        entity_id=letter.id,
        title=letter.number,
        detail=letter.name,
        words=" ".join((letter.reference, *numbers)),
        amounts=(Money(letter.total_minor, letter.currency),),
        day=letter.issued_on,
    )
