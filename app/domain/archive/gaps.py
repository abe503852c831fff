"""Gaps: what an auditor asks for first and does not find, each with the next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.shared.money import Money


class Gap(Enum):
    """What is missing: a booking's voucher, a supplier's contract, an invoice's paper."""

    VOUCHER = "voucher"
    CONTRACT = "contract"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Missing:
    """One record that lacks something; ``kind`` and ``id`` open it (``entry``, 123)."""

    gap: Gap
    kind: str
    id: int
    name: str
    detail: str
    day: date | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Gaps:
    """How much is missing of each sort, and the first of them."""

    counts: Mapping[str, int]
    first: tuple[Missing, ...]

    def of(self, gap: Gap) -> int:
        """Return how much of a sort is missing."""
        return self.counts.get(gap.value, 0)
