"""Credit: a customer over its limit gets no further order, unless somebody lets it pass."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal


class OverLimit(Refusal):
    """The order would bring the customer over its credit limit."""

    code = "orders.over-limit"


@dataclass(frozen=True, slots=True)
class Exposure:
    """What a customer owes and is going to owe: open invoices, and orders not invoiced yet.

    Without a limit there is none.
    """

    owed: Money
    ordered: Money
    limit: Money | None = None

    @property
    def whole(self) -> Money:
        """What the customer owes in all once every order is invoiced."""
        return self.owed + self.ordered

    @property
    def is_over(self) -> bool:
        """Say whether the limit is passed."""
        limit = self.limit
        return limit is not None and self.whole.minor > limit.minor

    def require_within(self, customer: str) -> None:
        """Raise OverLimit where the limit is passed."""
        if self.limit is not None and self.is_over:
            raise OverLimit(
                customer=customer,
                amount=self.whole.amount,
                limit=self.limit.amount,
                currency=self.limit.currency,
            )
