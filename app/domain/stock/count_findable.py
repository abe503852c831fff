"""By which words and numbers a count is found."""

from __future__ import annotations

from app.domain.shared.search import SearchItem
from app.domain.stock.count import KIND, Count


def findable(count: Count, warehouse: str) -> SearchItem:
    """Return a count as the search knows it: by its number, its warehouse and who planned it."""
    return SearchItem(
        kind=KIND,
        entity_id=count.id,
        title=count.number,
        detail=warehouse,
        words=count.made_by,
        day=count.posted_on or count.planned_on,
    )
