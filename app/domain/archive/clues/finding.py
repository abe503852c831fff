"""Finding clues: everything that the pages of a document say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.archive.clues.amounts import totals_in
from app.domain.archive.clues.clue import Clue, ClueKind, Clues, Page, ranked, read_pages
from app.domain.archive.clues.days import days_in
from app.domain.archive.clues.marks import keys_of_clue, marks_in, names_in
from app.domain.archive.clues.numbers import numbers_in
from app.domain.archive.clues.papers import papers_in

_LATER = 15
"""How much less sure is what stands on a later page than on the first."""

_PROVED_BY_PLACE = frozenset({ClueKind.DAY, ClueKind.TOTAL, ClueKind.DUE, ClueKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Home:
    """Where the office is: how days are written, which currency is meant, which marks are ours."""

    country: str = ""
    currency: str = ""
    own: frozenset[str] = frozenset()


ANYWHERE = Home()


def clues_in(texts: tuple[str, ...], home: Home = ANYWHERE) -> Clues:
    """Return every clue of the pages of a document; the office's own marks are none."""
    found = (clue for page in read_pages(texts) for clue in _on(page, home))
    return ranked(clue for clue in found if not _is_ours(clue, home))


def _on(page: Page, home: Home) -> Iterator[Clue]:
    readers = (
        papers_in(page),
        days_in(page, home.country),
        totals_in(page, home.currency),
        numbers_in(page),
        marks_in(page),
        names_in(page),
    )
    for reader in readers:
        for clue in reader:
            is_weaker = page.number > 0 and clue.kind in _PROVED_BY_PLACE
            yield replace(clue, sureness=clue.sureness - _LATER) if is_weaker else clue


def _is_ours(clue: Clue, home: Home) -> bool:
    return bool(home.own) and any(value in home.own for value, _reason in keys_of_clue(clue))
