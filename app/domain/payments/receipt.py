"""Receipts: what a payment settled, and in Thailand the tax of services that falls due with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What was settled of a document; ``tax`` is the tax in it that falls due, if any does."""

    number: str
    issued_on: date | None
    words: str
    amount: Money
    tax: Money | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one payment settled: ``withheld`` is tax that the payer kept back of it.

    ``number`` is that of the tax invoice where it is one, else that of the payment.
    """

    number: str
    payment_number: str
    paid_on: date
    lines: tuple[ReceiptLine, ...]
    received: Money
    withheld: Money
    is_tax_invoice: bool = False

    @property
    def amount(self) -> Money:
        """Return what was settled, with what was withheld."""
        return _sum((line.amount for line in self.lines), self.received.currency)

    @property
    def tax(self) -> Money:
        """Return the tax that falls due."""
        return _sum((line.tax for line in self.lines if line.tax), self.received.currency)


def _sum(amounts: Iterable[Money], currency: str) -> Money:
    return total(tuple(amounts), currency)
