"""Limits of reading: how large, how long and how much, and the text that is collected in them."""

from __future__ import annotations

import time

LARGEST_FILE = 100 << 20
"""Larger files are filed and not read."""

MOST_PAGES = 20_000
MOST_TEXT = 8_000_000
"""How many characters of one file are kept; what follows is left out."""

SECONDS = 3.0
"""How long one step may take before the reader keeps what it has."""

_LOOKED_AT_THE_CLOCK = 512


class Enough(Exception):
    """The text is as long, or has taken as long, as is allowed; what is there is kept."""


class Gathered:
    """Text that is gathered page by page, within the limits; raises Enough."""

    def __init__(self, seconds: float = SECONDS, most: int = MOST_TEXT) -> None:
        self._until = time.monotonic() + seconds
        self._room = most
        self._pages: list[str] = []
        self._parts: list[str] = []
        self._added = 0

    def add(self, text: str) -> None:
        """Add to the page; raises Enough."""
        self._parts.append(text[: self._room])
        self._room -= len(text)
        self.tick()

    def tick(self) -> None:
        """Count a small step of work; raises Enough when there were too many."""
        self._added += 1
        if self._room < 0 or len(self._pages) >= MOST_PAGES:
            raise Enough
        if self._added % _LOOKED_AT_THE_CLOCK == 0:
            self.look_at_the_clock()

    def look_at_the_clock(self) -> None:
        """Raise Enough when the time is over."""
        if time.monotonic() > self._until:
            raise Enough

    def turn_over(self) -> None:
        """Begin a new page."""
        self._pages.append(tidied("".join(self._parts)))
        self._parts.clear()

    def pages(self) -> tuple[str, ...]:
        """Return the pages, the begun one last unless nothing stands on it."""
        if text := tidied("".join(self._parts)):
            return (*self._pages, text)
        return tuple(self._pages)


def tidied(text: str) -> str:
    """Return a text without spaces at the ends of lines and without more than one empty line."""
    lines: list[str] = []
    for line in text.splitlines():
        kept = line.rstrip()
        if kept or (lines and lines[-1]):
            lines.append(kept)
    return "\n".join(lines).strip("\n")
