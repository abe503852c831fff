"""Pages: how those of one or several files become a new version or new documents.

The first page is number 1. Nothing here changes a file: it says which pages, in which order and
how turned, the new one is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from app.domain.archive.codes import is_separator, serial_in
from app.domain.shared.refusals import Refusal

QUARTER = 90
MOST_PAGES = 20_000


class NoSuchPage(Refusal):
    """The file has no page of that number."""

    code = "pages.no-such-page"


class NoPages(Refusal):
    """A file of no pages is none."""

    code = "pages.none"


class TooManyPages(Refusal):
    """The file has more pages than are worked on."""

    code = "pages.too-many"


class NothingToSplit(Refusal):
    """No page begins another document."""

    code = "pages.nothing-to-split"


class OddTurn(Refusal):
    """A page is turned by quarters of a circle."""

    code = "pages.odd-turn"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it is to be: from which file (the first is 0), which one, how many degrees on."""

    page: int
    turn: int = 0
    file: int = 0

    def turned(self, degrees: int) -> Leaf:
        """Return the page turned further, clockwise."""
        return replace(self, turn=(self.turn + degrees) % 360)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The pages as somebody arranges them; ``cuts`` are the places before which one splits."""

    leaves: tuple[Leaf, ...]
    cuts: frozenset[int] = frozenset()

    def turned(self, places: Iterable[int], degrees: int = QUARTER) -> Arrangement:
        """Return it with some pages turned clockwise."""
        some = frozenset(places)
        turned = (leaf.turned(degrees) if at in some else leaf for at, leaf in self._placed())
        return replace(self, leaves=tuple(turned))

    def without(self, places: Iterable[int]) -> Arrangement:
        """Return it without some pages; raises NoPages when none would stay."""
        gone = frozenset(places)
        kept = [(at, leaf) for at, leaf in self._placed() if at not in gone]
        if not kept:
            raise NoPages
        cuts = {sum(at < cut for at, _leaf in kept) for cut in self.cuts}
        return Arrangement(
            tuple(leaf for _at, leaf in kept), frozenset(cut for cut in cuts if 0 < cut < len(kept))
        )

    def moved(self, place: int, by: int) -> Arrangement:
        """Return it with one page moved so many places; it stops at the ends."""
        leaves = list(self.leaves)
        leaf = leaves.pop(place)
        leaves.insert(min(max(place + by, 0), len(leaves)), leaf)
        return replace(self, leaves=tuple(leaves))

    def cut(self, place: int) -> Arrangement:
        """Return it split before a page, or whole there again; never before the first."""
        return replace(self, cuts=self.cuts ^ {place} if place > 0 else self.cuts)

    def parts(self) -> tuple[tuple[Leaf, ...], ...]:
        """Return the pages of each document that comes of it."""
        edges = [0, *sorted(self.cuts), len(self.leaves)]
        return tuple(self.leaves[a:b] for a, b in pairwise(edges) if b > a)

    def _placed(self) -> Iterable[tuple[int, Leaf]]:
        return enumerate(self.leaves)


def as_they_are(count: int, file: int = 0) -> Arrangement:
    """Return the pages of a file in their order."""
    return Arrangement(tuple(Leaf(page, 0, file) for page in range(1, count + 1)))


def require_pages(leaves: Sequence[Leaf], counts: Sequence[int]) -> None:
    """Raise what is wrong with pages of files that have so many: none, unknown or oddly turned."""
    if not leaves:
        raise NoPages
    if len(leaves) > MOST_PAGES:
        raise TooManyPages(count=len(leaves), most=MOST_PAGES)
    for leaf in leaves:
        if not (0 <= leaf.file < len(counts) and 1 <= leaf.page <= counts[leaf.file]):
            raise NoSuchPage(page=leaf.page)
        if leaf.turn % QUARTER:
            raise OddTurn(degrees=leaf.turn)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a machine sees of a page: how many tiles in 10 000 are inked, and its bar codes."""

    page: int
    ink: int
    codes: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Say whether nothing stands on the page."""
        return self.ink <= 0 and not self.codes

    @property
    def is_separator(self) -> bool:
        """Say whether the page only tells where to split."""
        return any(is_separator(code) for code in self.codes)

    @property
    def serial(self) -> int | None:
        """The serial number whose label is on the page, or none."""
        return next((found for code in self.codes if (found := serial_in(code))), None)


class SplitAt(Enum):
    """Where a stack is split: separators and blank pages go away, labelled pages begin a part."""

    SEPARATORS = "separators"
    BLANKS = "blanks"
    SERIALS = "serials"


def split_at(marks: Sequence[Mark], where: frozenset[SplitAt]) -> tuple[tuple[int, ...], ...]:
    """Return the pages of each document that a stack holds; no document is empty."""
    parts: list[list[int]] = [[]]
    for mark in marks:
        is_between = (SplitAt.SEPARATORS in where and mark.is_separator) or (
            SplitAt.BLANKS in where and mark.is_blank
        )
        begins = SplitAt.SERIALS in where and mark.serial is not None
        if is_between or begins:
            parts.append([])
        if not is_between:
            parts[-1].append(mark.page)
    return tuple(tuple(part) for part in parts if part)
