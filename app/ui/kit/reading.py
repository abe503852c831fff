"""Reading a document: what of its text is selected, and where words were found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.ui.kit.page_text import Box, PageText


class Spot(NamedTuple):
    """A place between two characters of a page."""

    page: int
    place: int


class Hit(NamedTuple):
    """A range of a page where words were found."""

    page: int
    first: int
    last: int


class Finding:
    """The words looked for, where they stand, and the hit that is looked at."""

    def __init__(self) -> None:
        self.words = ""
        self.hits: tuple[Hit, ...] = ()
        self.now = -1
        self._on: dict[int, tuple[Hit, ...]] = {}

    @property
    def hit(self) -> Hit | None:
        """The hit that is looked at."""
        return self.hits[self.now] if 0 <= self.now < len(self.hits) else None

    def on(self, page: int) -> tuple[Hit, ...]:
        """Return the hits of one page."""
        return self._on.get(page, ())

    def look(self, page: int, text: PageText) -> None:
        """Look for the words on another page; the hit that is looked at stays."""
        found = self._found(page, text)
        if found:
            was, is_last = self.hit, not self.hits or page > self.hits[-1].page
            self._on[page] = found
            if is_last:
                self.hits += found
            else:
                self._line_up()
            self.now = self.hits.index(was) if was is not None else 0

    def find(self, words: str, texts: Mapping[int, PageText], *, near: int = 0) -> None:
        """Look for words from now on, on each line others; the first hit is not before a page."""
        lines = (" ".join(line.split()) for line in words.splitlines())
        self.words = "\n".join(line for line in lines if line)
        self._on = {page: self._found(page, text) for page, text in texts.items()}
        self._line_up()
        later = (place for place, hit in enumerate(self.hits) if hit.page >= near)
        self.now = next(later, 0 if self.hits else -1)

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        if self.hits:
            self.now = (self.now + by) % len(self.hits)

    def _found(self, page: int, text: PageText) -> tuple[Hit, ...]:
        return tuple(Hit(page, *span) for span in text.found(self.words)) if self.words else ()

    def _line_up(self) -> None:
        self.hits = tuple(hit for page in sorted(self._on) for hit in self._on[page])


class Reading:
    """The texts read so far, the selection and what was found in one document."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.texts: dict[int, PageText] = {}
        self.finding = Finding()
        self._anchor = self._end = Spot(0, 0)

    @property
    def is_whole(self) -> bool:
        """Say whether every page was read."""
        return len(self.texts) == self.pages

    @property
    def selection(self) -> tuple[Spot, Spot]:
        """What is selected, from the first place to the last."""
        return min(self._anchor, self._end), max(self._anchor, self._end)

    @property
    def has_selection(self) -> bool:
        return self._anchor != self._end

    def keep(self, page: int, text: PageText) -> None:
        """Keep the text of a page, and look for the words in it."""
        self.texts[page] = text
        self.finding.look(page, text)

    def start(self, spot: Spot) -> None:
        """Begin a selection."""
        self._anchor = self._end = spot

    def reach(self, spot: Spot) -> None:
        """Let the selection go on to here."""
        self._end = spot

    def select(self, page: int, first: int, last: int) -> None:
        self._anchor, self._end = Spot(page, first), Spot(page, last)

    def select_all(self) -> None:
        """Select every page, also those that were not read yet."""
        self._anchor, self._end = Spot(0, 0), Spot(self.pages, 0)

    def unread(self) -> tuple[int, ...]:
        """Return the selected pages whose text is not here yet."""
        first, last = self.selection
        ends = min(last.page + 1, self.pages)
        return tuple(page for page in range(first.page, ends) if page not in self.texts)

    def selected(self) -> str:
        """Return the selected text of the pages that were read."""
        parts = (
            self.texts[page].between(first, last)
            for page, first, last in self._ranges()
            if page in self.texts
        )
        return "\n".join(parts)

    def marked(self, page: int) -> tuple[Box, ...]:
        """Return what to colour on a page as selected."""
        text = self.texts.get(page)
        if text is None or not self.has_selection:
            return ()
        found = [text.bands(first, last) for one, first, last in self._ranges() if one == page]
        return found[0] if found else ()

    def found_on(self, page: int) -> Iterator[tuple[bool, tuple[Box, ...]]]:
        """Yield the hits of a page: whether it is looked at, and what to colour."""
        text = self.texts.get(page)
        if text is not None:
            for hit in self.finding.on(page):
                yield hit == self.finding.hit, text.bands(hit.first, hit.last)

    def _ranges(self) -> Iterator[tuple[int, int, int]]:
        start, end = self.selection
        for page in range(start.page, min(end.page + 1, self.pages)):
            text = self.texts.get(page)
            last = len(text.text) if text is not None else 0
            yield (
                page,
                start.place if page == start.page else 0,
                end.place if page == end.page else last,
            )
