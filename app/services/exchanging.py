"""Exchanging: deeds with money of another currency, booked in the company's to the cent.

Claims stand in the books at the rate of their document, and a customer's credit at that of its
payment. What a deed posts by its own rate differs from that: the difference is gained or lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.exchange import Exchange, at_home, booked_at_home
from app.domain.accounting.journal import Journal, Posting
from app.domain.payments.open_item import Position
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import Money
from app.services.office import Desk
from app.services.rates import Rates

Post = Callable[[date, str, Sequence[Posting], str, Journal], EntryId]
Of = Callable[..., AccountId]
KEPT = (AccountUse.RECEIVABLES, AccountUse.CUSTOMER_CREDIT)
"""What is worth the rate of its own paper or payment until it is settled."""


class Exchanging:
    """Converts what the deeds of one desk post, and books what the rates have gained or lost."""

    def __init__(self, desk: Desk, of: Of, post: Post) -> None:
        self._desk = desk
        self._of = of
        self._post = post
        self._home = Rates(desk).home
        self._due = dict.fromkeys(KEPT, 0)

    def at_home(self, sides: Sequence[Posting], exchange: Exchange | None) -> Sequence[Posting]:
        """Return the sides of a deed in the company's currency, by the rate of the deed."""
        if exchange is None or not sides or sides[0].amount.currency == self._home:
            return sides
        made = booked_at_home(sides, exchange.rate, self._home)
        self.note(made)
        return made

    def note(self, sides: Sequence[Posting]) -> None:
        """Know what is posted to claims and credits in the company's currency."""
        for use in KEPT:
            posted = (one.amount.minor for one in sides if one.account_id == self._of(use))
            self._due[use] -= sum(posted)

    def document(self, before: Position, after: Position) -> None:
        """Know that a document leaves another amount open."""
        exchange = self._rate_of(before)
        if exchange is not None:
            moved = self._worth(after.open_minor, before.currency, exchange) - self._worth(
                before.open_minor, before.currency, exchange
            )
            self._due[AccountUse.RECEIVABLES] += moved

    def credit(self, before: Money, after: Money, exchange: Exchange | None) -> None:
        """Know that a payment leaves another amount as the customer's credit."""
        if exchange is not None and before.currency != self._home:
            moved = self._worth(after.minor, after.currency, exchange) - self._worth(
                before.minor, before.currency, exchange
            )
            self._due[AccountUse.CUSTOMER_CREDIT] -= moved

    def is_exchanged(self, position: Position) -> bool:
        """Say whether a document of another currency stands in the books in the company's."""
        return self._rate_of(position) is not None

    def even_out(self, on: date, text: str, source: str) -> None:
        """Book what claims and credits are worth beyond what was posted, as gained or lost."""
        sides = [
            Posting(self._of(use), Money(minor, self._home))
            for use, minor in self._due.items()
            if minor
        ]
        self._due = dict.fromkeys(KEPT, 0)
        rest = -sum(side.amount.minor for side in sides)
        if rest:
            use = AccountUse.EXCHANGE_LOSS if rest > 0 else AccountUse.EXCHANGE_GAIN
            sides.append(Posting(self._of(use), Money(rest, self._home)))
        if sides:
            ordered = sorted(sides, key=lambda side: side.amount.minor < 0)
            self._post(on, text, ordered, source, Journal.GENERAL)

    def _rate_of(self, position: Position) -> Exchange | None:
        if position.currency == self._home:
            return None
        return self._desk.store.invoices.get(position.invoice_id).exchange

    def _worth(self, minor: int, currency: str, exchange: Exchange) -> int:
        return at_home(Money(minor, currency), exchange.rate, self._home).minor
