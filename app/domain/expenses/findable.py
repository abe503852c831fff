"""By which words, numbers and amounts a claim is found."""

from __future__ import annotations

from app.domain.expenses.expense import KIND, ExpenseClaim
from app.domain.shared.search import SearchItem


def findable(claim: ExpenseClaim, name: str) -> SearchItem:
    """Return a claim as the search knows it: by its number, its person and what was bought."""
    return SearchItem(
        kind=KIND,
        entity_id=claim.id,
        title=claim.number or claim.purpose,
        detail=name,
        words=" ".join((claim.purpose, *(line.text for line in claim.lines))),
        amounts=(claim.gross, *(line.gross for line in claim.lines)),
        day=claim.last_on,
    )
