"""Money: whole minor units of one currency, never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from app.domain.shared.refusals import Refusal

MINOR_DIGITS = {
    "EUR": 2,
    "THB": 2,
    "USD": 2,
    "SEK": 2,
    "NOK": 2,
    "DKK": 2,
    "GBP": 2,
    "JPY": 0,
    "CHF": 2,
}
LARGEST_MINOR = 10**17


class OtherCurrency(Refusal):
    """Two amounts of different currencies cannot be added or compared."""

    code = "money.other-currency"


class TooLarge(Refusal):
    """The amount is larger than the books can hold (10^15 units and above)."""

    code = "money.too-large"


class UnknownCurrency(Refusal):
    """The currency is not one that this office can use."""

    code = "money.unknown-currency"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents, satang) of a currency (ISO 4217 code)."""

    is_whole: ClassVar[bool] = True
    minor: int
    currency: str

    def __str__(self) -> str:
        """Return the amount with a point and its currency: ``1546.16 EUR``."""
        return f"{self.amount} {self.currency}"

    @property
    def amount(self) -> Decimal:
        return Decimal(self.minor).scaleb(-minor_digits(self.currency))

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other).minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other).minor

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other).minor

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise OtherCurrency(left=self.currency, right=other.currency)
        return other


def minor_digits(currency: str) -> int:
    """Return how many decimals the currency has (ISO 4217)."""
    try:
        return MINOR_DIGITS[currency]
    except KeyError:
        raise UnknownCurrency(currency=currency) from None


def money(amount: Decimal, currency: str) -> Money:
    """Round to the minor unit, half away from zero: the one rounding place of the house."""
    scaled = amount.scaleb(minor_digits(currency))
    if abs(scaled) >= LARGEST_MINOR:
        raise TooLarge(amount=str(amount), currency=currency)
    return Money(int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP)), currency)


def zero(currency: str) -> Money:
    """Return no money at all, in a currency."""
    return Money(0, currency)


def total(amounts: tuple[Money, ...], currency: str) -> Money:
    """Add amounts of one currency; of none it is zero; raises TooLarge."""
    added = zero(currency)
    for amount in amounts:
        added += amount
    if abs(added.minor) >= LARGEST_MINOR:
        raise TooLarge(amount=str(added.amount), currency=currency)
    return added
