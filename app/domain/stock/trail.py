"""Trails: everything that happened to a product, step by step, each with what was left after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from app.domain.shared.ids import EntryId
from app.domain.shared.quantities import Quantity
from app.domain.stock.move import MoveKind

NOTHING = Quantity(Decimal(0))


@dataclass(frozen=True, slots=True)
class Step:
    """A move, or a count that found what the books said (``counted``).

    ``by`` is what came to us (below zero: left us; nothing where it only changed its place), and
    ``left`` what was ours after it. ``source`` is its paper as moves name it, ``paper`` that
    paper's number, ``entry_id`` what booked it.
    """

    id: int
    day: date
    at: datetime
    kind: MoveKind
    by: Quantity
    from_place: str
    to_place: str
    lot: str
    source: str
    reason: str
    who: str
    left: Quantity = NOTHING
    counted: Quantity | None = None
    paper: str = ""
    entry_id: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """What lay there at first, each step since then, the latest first, and what lies there now.

    ``counted_on`` is the last day on which it was counted; ``is_whole`` says that no step is left
    out.
    """

    since: date | None
    until: date
    opening: Quantity
    sums: tuple[tuple[MoveKind, Quantity], ...]
    closing: Quantity
    steps: tuple[Step, ...]
    counted_on: date | None = None
    is_whole: bool = True

    @property
    def is_explained(self) -> bool:
        """Say whether the steps explain what lies there to the last piece."""
        return self.opening + sum(part for _, part in self.sums) == self.closing


def walked(opening: Decimal, steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return steps in their order, by the day of the books, each with what was left after it."""
    left, found = Decimal(opening), []
    for one in sorted(steps, key=lambda step: (step.day, step.at, step.id)):
        left += one.by
        found.append(replace(one, left=Quantity(left)))
    return tuple(found)


def with_papers(
    steps: Iterable[Step], numbers: Mapping[str, str], entries: Mapping[int, EntryId]
) -> tuple[Step, ...]:
    """Return steps with the numbers of their papers and the entries that booked them."""
    return tuple(
        replace(one, paper=numbers.get(one.source, ""), entry_id=entries.get(one.id))
        for one in steps
    )
