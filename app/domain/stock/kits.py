"""Kits: how many of them can be put together from what there is of their parts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from app.domain.shared.quantities import Quantity


def whole_kits(parts: Iterable[tuple[Decimal, Decimal]]) -> Quantity:
    """Return how many whole kits there are, of (what there is, how much goes into one) each."""
    counts = (max(Decimal(0), there) // each for there, each in parts if each > 0)
    return Quantity(min(counts, default=Decimal(0)))
