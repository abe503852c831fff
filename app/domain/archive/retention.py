"""Retention: how long a document must be kept, and from when the clock runs.

A class counts whole years from the end of a year or from a day; until that
last day nothing may be destroyed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.archive.document import Document
from app.domain.archive.kinds import DocumentType
from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentTypeId


class Clock(Enum):
    """From when a document is kept.

    The end of the calendar year of its day; the end of the fiscal year of its day; the end of the
    calendar year in which that fiscal year ends; the day of an event, or the end of its year; the
    day on which it came in; or for ever.
    """

    YEAR_END = "year-end"
    FISCAL_YEAR_END = "fiscal-year-end"
    YEAR_OF_FISCAL_END = "year-of-fiscal-end"
    EVENT = "event"
    EVENT_YEAR_END = "event-year-end"
    RECEIVED = "received"
    FOREVER = "forever"


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """How long a kind of record is kept; ``source`` is the law and its section."""

    code: str
    names: Mapping[str, str]
    years: int
    clock: Clock
    source: str = ""

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        named = self.names.get(language) or self.names.get("en")
        return named or next(iter(self.names.values()), self.code)


@dataclass(frozen=True, slots=True)
class PlannedType:
    """A type of document that a new office of a country begins with."""

    code: str
    names: Mapping[str, str]
    retention: str
    is_sealing: bool = False
    readers: Readers = Readers.EVERYONE


@dataclass(frozen=True, slots=True)
class RetentionPlan:
    """What the law of a country asks to be kept, and the types that begin there."""

    classes: tuple[RetentionClass, ...]
    types: tuple[PlannedType, ...]

    def by_code(self, code: str) -> RetentionClass | None:
        """Return a class, or none."""
        return next((one for one in self.classes if one.code == code), None)

    def begin(self, make_id: Callable[[], int]) -> Iterator[DocumentType]:
        """Yield the types that a new office begins with."""
        for one in self.types:
            yield DocumentType(
                id=DocumentTypeId(make_id()),
                version=1,
                code=one.code,
                names=one.names,
                retention=one.retention,
                is_sealing=one.is_sealing,
                readers=one.readers,
            )


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a document is kept, and until which day; ``law`` is the statute and its section.

    The clock runs from ``begun_on``; while it does not run, or for ever, there is no last day.
    """

    retention: str
    names: Mapping[str, str]
    years: int
    clock: Clock
    law: str
    begun_on: date | None
    until: date | None

    def is_over(self, today: date) -> bool:
        """Say whether nothing asks for the document any more."""
        return self.until is not None and today > self.until

    def name_in(self, language: str) -> str:
        """Return the name of the class in a language, else in English, else any."""
        named = self.names.get(language) or self.names.get("en")
        return named or next(iter(self.names.values()), self.retention)


def ground_of(
    document: Document, classes: Iterable[RetentionClass], year_starts: int
) -> Ground | None:
    """Return why a document is kept where several classes ask for it: the one that asks longest.

    What waits for its event, or is kept for ever, is kept longer than any day.
    """
    found = [_ground(document, kept, year_starts) for kept in classes]
    if not found:
        return None
    return max(found, key=lambda ground: (ground.until is None, ground.until or date.min))


def _ground(document: Document, kept: RetentionClass, year_starts: int) -> Ground:
    begun = begun_on(document, kept, year_starts)
    last = None if begun is None else _years_after(begun, kept.years)
    return Ground(kept.code, kept.names, kept.years, kept.clock, kept.source, begun, last)


def earliest_day(kept: RetentionClass, today: date) -> date:
    """Return a day: what bears a later one, or had its event later, cannot be due today."""
    return _years_after(today, -kept.years)


def kept_until(document: Document, kept: RetentionClass | None, year_starts: int) -> date | None:
    """Return the last day on which a document must be kept; none while its clock does not run.

    ``year_starts`` is the first month of the fiscal year. A document without a class, or one that
    is kept for ever, has no such day either: it is never due.
    """
    begun = begun_on(document, kept, year_starts) if kept else None
    return None if begun is None or kept is None else _years_after(begun, kept.years)


def begun_on(document: Document, kept: RetentionClass, year_starts: int) -> date | None:
    """Return the day from which the years of a class count; none while they do not run."""
    day = document.day or document.received_at.date()
    begun: dict[Clock, date | None] = {
        Clock.YEAR_END: _year_end(day),
        Clock.FISCAL_YEAR_END: _fiscal_end(day, year_starts),
        Clock.YEAR_OF_FISCAL_END: _year_end(_fiscal_end(day, year_starts)),
        Clock.EVENT: document.event_on,
        Clock.EVENT_YEAR_END: document.event_on and _year_end(document.event_on),
        Clock.RECEIVED: document.received_at.date(),
        Clock.FOREVER: None,
    }
    return begun[kept.clock]


def last_day(day: date, kept: RetentionClass, year_starts: int) -> date | None:
    """Return until when a record of a day is kept that is no document; none where for ever.

    What would wait for an event has had it: the record is about what is over.
    """
    if kept.clock is Clock.FOREVER:
        return None
    begun = {
        Clock.YEAR_END: _year_end(day),
        Clock.FISCAL_YEAR_END: _fiscal_end(day, year_starts),
        Clock.YEAR_OF_FISCAL_END: _year_end(_fiscal_end(day, year_starts)),
        Clock.EVENT_YEAR_END: _year_end(day),
    }
    return _years_after(begun.get(kept.clock, day), kept.years)


def is_due(document: Document, kept: RetentionClass | None, year_starts: int, today: date) -> bool:
    """Say whether the law lets a document be destroyed today; a hold is another question."""
    last = kept_until(document, kept, year_starts)
    return last is not None and today > last


def _year_end(day: date) -> date:
    return date(day.year, 12, 31)


def _fiscal_end(day: date, year_starts: int) -> date:
    """Return the last day of the fiscal year that a day is in."""
    if year_starts == 1:
        return _year_end(day)
    first = date(day.year + (day.month >= year_starts), year_starts, 1)
    return date.fromordinal(first.toordinal() - 1)


def _years_after(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes 28 where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
