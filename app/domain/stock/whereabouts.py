"""Whereabouts: where pieces came from and went to, kind by kind and move by move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.shared.quantities import Quantity
from app.domain.stock.move import MoveKind
from app.domain.stock.rows import MoveRow


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What lay there, what came (above zero) and went by kind, and what lies there now.

    ``rows`` are the moves themselves, the latest first.
    """

    since: date | None
    until: date
    opening: Quantity
    sums: tuple[tuple[MoveKind, Quantity], ...]
    closing: Quantity
    rows: tuple[MoveRow, ...]

    @property
    def is_explained(self) -> bool:
        """Say whether the moves explain what lies there to the last piece."""
        return self.opening + sum(part for _, part in self.sums) == self.closing


def summed(signed: Iterable[tuple[MoveKind, Decimal]]) -> tuple[tuple[MoveKind, Quantity], ...]:
    """Return by kind what came and went; what nets to nothing is told too."""
    sums: dict[MoveKind, Decimal] = {}
    for kind, by in signed:
        sums[kind] = sums.get(kind, Decimal(0)) + by
    order: Sequence[MoveKind] = list(MoveKind)
    return tuple((kind, Quantity(sums[kind])) for kind in order if kind in sums)
