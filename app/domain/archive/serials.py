"""Serial numbers of paper originals, and the binders in which these stand.

A number is on one paper only and for good: what was printed on a label or was once a document's is
not given again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.domain.archive.codes import MOST_SERIAL
from app.domain.shared.ids import BinderId, DocumentId, SerialRangeId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

MOST_AT_ONCE = 5000
"""So many labels are printed at one go."""

LONGEST_NAME = 40


class TooManyLabels(Refusal):
    """So many labels are not printed at one go; the numbers are used for good."""

    code = "serials.too-many"


class RangeUse(Enum):
    """Why numbers are not given any more: their labels are printed, or a document gave one up."""

    LABELS = "labels"
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True)
class SerialRange:
    """Numbers in a row that are taken; ``document_id`` is the document that gave one up."""

    id: SerialRangeId
    first: int
    last: int
    use: RangeUse
    made_at: datetime
    made_by: str
    document_id: DocumentId | None = None

    @property
    def numbers(self) -> range:
        """The numbers from the first to the last."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Feed:
    """How label sheets are fed: which ones, labels already peeled off, how far the printer is off.

    ``right`` and ``down`` are millimetres.
    """

    kind: str = "l4731"
    skip: int = 0
    right: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Binder:
    """A binder on the shelf: ``A 12`` holds the originals 1501 to 1600."""

    id: BinderId
    version: int
    name: str
    first: int
    last: int
    note: str = ""

    def holds(self, serial: int) -> bool:
        """Say whether an original of this number stands in it."""
        return self.first <= serial <= self.last

    def room(self, next_free: int) -> Room:
        """Return how much room is left, with the number that the next original gets."""
        if self.last < next_free:
            return Room.FULL
        return Room.OPEN if self.first <= next_free else Room.WAITING


class Room(Enum):
    """Whether originals still come into a binder: numbers rise, so they do one after the other."""

    WAITING = "waiting"
    OPEN = "open"
    FULL = "full"


WITHOUT_NAME = Rule("binders.without-name")
LONG_NAME = Rule("binders.long-name", "most")
NAME_TAKEN = Rule("binders.name-taken", "name")
BACKWARDS = Rule("binders.backwards")
OVERLAPS = Rule("binders.overlaps", "name", "first", "last")
OUT_OF_RANGE = Rule("binders.out-of-range", "most")


def check_binder(one: Binder, others: Iterable[Binder]) -> tuple[Problem, ...]:
    """Return every problem of a binder beside the others."""
    found = [
        WITHOUT_NAME.at("name") if not one.name else None,
        LONG_NAME.at("name", most=LONGEST_NAME) if len(one.name) > LONGEST_NAME else None,
        OUT_OF_RANGE.at("first", most=MOST_SERIAL)
        if not 1 <= one.first <= MOST_SERIAL or one.last > MOST_SERIAL
        else None,
        BACKWARDS.at("last") if one.last < one.first else None,
    ]
    for other in others:
        if other.id == one.id:
            continue
        if other.name.casefold() == one.name.casefold():
            found.append(NAME_TAKEN.at("name", name=other.name))
        if other.first <= one.last and one.first <= other.last:
            facts = {"name": other.name, "first": other.first, "last": other.last}
            found.append(OVERLAPS.at("first", **facts))
    return tuple(problem for problem in found if problem)


def binder_of(serial: int, binders: Iterable[Binder]) -> str:
    """Return the name of the binder that holds a number, or nothing."""
    return next((one.name for one in binders if one.holds(serial)), "")
