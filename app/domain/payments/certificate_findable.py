"""By which words, numbers and amounts a certificate of tax withheld is found."""

from __future__ import annotations

from app.domain.payments.withholding import Certificate, Side
from app.domain.shared.search import SearchItem

KIND = "certificate"


def findable(one: Certificate) -> SearchItem:
    """Return a certificate as the search knows it: by its number, the other party and the tax."""
    other = one.payee if one.side is Side.ISSUED else one.payer
    words = (other.tax_id, *(row.words for row in one.rows))
    return SearchItem(
        kind=KIND,
        entity_id=one.id,
        title=one.number,
        detail=other.name,
        words=" ".join(word for word in words if word),
        amounts=(one.tax, one.amount),
        day=one.day,
    )
