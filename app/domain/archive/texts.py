"""Texts of files: what stands on each page, and how it came to be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum


class How(Enum):
    """How the text of a page came to be known.

    ``PICTURE`` is a page that shows a picture of text, which nothing here could read; ``FAILED``
    one that was tried in vain; ``NONE`` a file of a kind that bears no text.
    """

    LAYER = "layer"
    SCAN = "scan"
    OFFICE = "office"
    MAIL = "mail"
    WEB = "web"
    PLAIN = "plain"
    PICTURE = "picture"
    FAILED = "failed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Piece:
    """Pages of one file that follow each other and were read in the same way, from ``first``."""

    first: int
    how: How
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the text of a file: how many pages it has, and how each one was read.

    ``of`` is none as long as nothing was read at all.
    """

    of: int | None = None
    hows: Mapping[int, How] = field(default_factory=dict)

    def read(self, of: int, pieces: Iterable[Piece]) -> Known:
        """Return what is known once these pieces of a file of so many pages are read."""
        fresh = {
            piece.first + place: piece.how for piece in pieces for place in range(len(piece.pages))
        }
        return Known(of, {**self.hows, **fresh})

    @property
    def is_whole(self) -> bool:
        """Say whether every page was looked at, those that are pictures among them."""
        return self.of is not None and len(self.hows) >= self.of

    @property
    def next(self) -> int:
        """The first page that was not looked at yet."""
        return next(page for page in range(len(self.hows) + 1) if page not in self.hows)

    @property
    def pictures(self) -> tuple[int, ...]:
        """The pages that are pictures and wait for something that can read them."""
        return tuple(sorted(page for page, how in self.hows.items() if how is How.PICTURE))

    @property
    def how(self) -> How:
        """How the file was read: the way of its first page."""
        return self.hows.get(0, How.NONE)


class ReadingState(Enum):
    """Where the reading of a document stands."""

    WAITING = "waiting"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a document is read; of a failed one ``code`` and ``facts`` say why.

    ``pictures`` is how many of its pages are pictures of text that nothing here can read.
    """

    state: ReadingState
    how: How = How.NONE
    pages: int = 0
    of: int = 0
    pictures: int = 0
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
