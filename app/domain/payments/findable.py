"""By which words, numbers and amounts a payment is found."""

from __future__ import annotations

from app.domain.payments.payment import Payment
from app.domain.shared.search import SearchItem

KIND = "payment"


def findable(payment: Payment) -> SearchItem:
    """Return a payment as the search knows it: by its number, payer, reference and amount."""
    return SearchItem(
        kind=KIND,
        entity_id=payment.id,
        title=payment.number,
        detail=payment.payer,
        words=" ".join(part for part in (payment.reference, payment.text) if part),
        amounts=(payment.amount,),
        day=payment.paid_on,
    )
