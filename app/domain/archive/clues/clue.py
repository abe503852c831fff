"""A clue: one thing that the text of a document says, where it stands and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

CERTAIN, SURE, LIKELY, GUESSED = 99, 90, 75, 50
"""How sure a clue is, of 100: proved by check digits; labelled; near its label; by its look."""


class ClueKind(Enum):
    """What a clue is about."""

    PAPER = "paper"
    DAY = "day"
    DUE = "due"
    TOTAL = "total"
    REFERENCE = "reference"
    NUMBER = "number"
    ORDER = "order"
    CUSTOMER = "customer"
    IBAN = "iban"
    IDENTIFIER = "identifier"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing found in a text; ``start`` and ``end`` are characters of ``page`` (from 0).

    ``value`` is written as it is kept: a day as ISO 8601, an amount as ``686.56 EUR``, an
    identifier without blanks, a kind of paper as the code of its type. ``scheme`` is that of an
    identifier, ``text`` what stands on the page, ``sureness`` of 100.
    """

    kind: ClueKind
    value: str
    page: int
    start: int
    end: int
    sureness: int
    text: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Clues:
    """Everything that a text says of its document, the surest of each kind first."""

    found: tuple[Clue, ...] = ()

    def of(self, kind: ClueKind) -> tuple[Clue, ...]:
        """Return the clues of one kind, the surest first, each value once."""
        mine = [clue for clue in self.found if clue.kind is kind]
        once = {clue.value: clue for clue in reversed(mine)}
        return tuple(sorted(once.values(), key=mine.index))

    def best(self, kind: ClueKind) -> Clue | None:
        """Return the surest clue of a kind, or none."""
        return next(iter(self.of(kind)), None)


def ranked(found: Iterable[Clue]) -> Clues:
    """Return clues with the surest first; of equal ones that which stands further up."""
    return Clues(tuple(sorted(found, key=lambda one: (-one.sureness, one.page, one.start))))


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one page, its Thai figures written as 0 to 9; characters keep their places."""

    number: int
    text: str

    def clue(self, kind: ClueKind, value: str, span: tuple[int, int], sureness: int) -> Clue:
        """Return what stands between two characters as a clue."""
        start, end = span
        return Clue(kind, value, self.number, start, end, sureness, self.text[start:end])


MOST_CHARACTERS = 20_000
MOST_PAGES = 4
_FIGURES = str.maketrans("๐๑๒๓๔๕๖๗๘๙\u00a0\u202f\u2009", "0123456789   ")


def read_pages(texts: tuple[str, ...]) -> Iterator[Page]:
    """Yield the pages that are looked through: the first ones and the last."""
    chosen = dict.fromkeys((*range(min(MOST_PAGES - 1, len(texts))), len(texts) - 1))
    for number in chosen if texts else ():
        yield Page(number, texts[number][:MOST_CHARACTERS].translate(_FIGURES))
