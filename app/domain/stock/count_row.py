"""Counts and their lines as lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.shared.ids import CountId, LocationId
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import CountKind, CountLine, CountState
from app.domain.stock.item import Tracking

OPEN = (CountState.PLANNED, CountState.COUNTING, CountState.REVIEW)
"""States in which a count may still change the books."""


class CountSort(Enum):
    """What a list of counts can be sorted by."""

    NUMBER = "number"
    PLANNED_ON = "planned_on"
    POSTED_ON = "posted_on"


NEWEST = View(sort=CountSort.PLANNED_ON.value, is_descending=True)


@dataclass(frozen=True, slots=True)
class CountRow:
    """A count as a list shows it: how many lines there are, are counted, and differ."""

    id: CountId
    number: str
    state: CountState
    kind: CountKind
    warehouse_id: LocationId
    warehouse: str
    is_blind: bool
    planned_on: date | None
    posted_on: date | None
    made_by: str
    approved_by: str
    lines: int
    counted: int
    differing: int


@dataclass(frozen=True, slots=True)
class CountLineRow:
    """A line with what it is: the product and its place.

    ``value_minor`` is what its difference is worth by what the product is worth now, in the
    currency of the books.
    """

    line: CountLine
    code: str
    names: Mapping[str, str]
    unit: str
    gtin: str
    tracking: Tracking
    place: str
    lot: str = ""
    value_minor: int = 0
    currency: str = ""

    @property
    def id(self) -> int:
        """The line's own id: a list knows its rows by it."""
        return self.line.id

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True)
class Look:
    """A line of a posted count that found what the books said."""

    id: int
    count_id: CountId
    counted: Quantity
    at: datetime
    who: str
    place: str
    lot: str

    @property
    def day(self) -> date:
        """The day on which it was counted."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Worth:
    """What lies of a product and what it is worth, in the currency of the books."""

    quantity: Quantity
    value_minor: int

    def of(self, quantity: Quantity) -> int:
        """Return what so much of it is worth, towards nothing; none where nothing lies there."""
        return int(quantity * self.value_minor / self.quantity) if self.quantity else 0
