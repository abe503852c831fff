"""Sums of others, added again: whether figures give what is written, to the smallest coin."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from app.domain.shared.currencies import digits_of

HUNDRED, HALF = Decimal(100), Decimal("0.5")


def is_near(given: Decimal, written: Decimal, currency: str) -> bool:
    """Say whether a figure that was rounded once is another one."""
    return abs(given - written) <= HALF.scaleb(-digits_of(currency))


def is_sum(parts: Iterable[Decimal], written: Decimal, currency: str) -> bool:
    """Say whether parts give a sum: exactly, but for those with more decimals than the currency.

    Each of them may have been rounded before it was added, and the sum after.
    """
    known, digits = tuple(parts), digits_of(currency)
    finer = sum(part != round(part, digits) for part in (*known, written))
    slack = HALF.scaleb(-digits) * (finer + 1 if finer else 0)
    return abs(sum(known, Decimal(0)) - written) <= slack


def is_tax(base: Decimal, percent: Decimal, amount: Decimal, currency: str) -> bool:
    """Say whether an amount is the tax on a base, or that within base and tax."""
    on_top = base * percent / HUNDRED
    within = (base + amount) * percent / (HUNDRED + percent)
    return any(is_near(given, amount, currency) for given in (on_top, within))
