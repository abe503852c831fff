"""Readers: the text of a filed file, read in a room of its own that a hostile one cannot leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from app.domain.archive.record import Record
from app.domain.archive.texts import How, Piece
from app.formats.reading import refusals
from app.formats.reading.limits import LARGEST_FILE
from app.formats.reading.serving import Server
from app.outside.apart import BrokeDown, TookTooLong
from app.outside.rooms import Room, unwatched
from app.storage.platform import bound_reader

MEGABYTES = 512
"""How much memory a reader may use, with the file in it."""

CPU_SECONDS = 3_600
"""How long a reader may compute in all: one that nobody waits for any more ends."""

SECONDS = 5.0
"""How long one answer may take."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document whose file is to be read, with the password of a locked one.

    ``is_anew`` if what was read of it before is to be forgotten first.
    """

    document_id: int
    record: Record
    priority: int = 0
    attempts: int = 0
    pause: timedelta = timedelta()
    password: str = ""
    is_anew: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader told of a file: how many pages it has, and pages that follow each other."""

    of: int
    pieces: tuple[Piece, ...]

    @property
    def pages(self) -> int:
        """How many pages were told."""
        return sum(len(piece.pages) for piece in self.pieces)


class Reader:
    """Reads one file after the other; raises the refusals of reading. Used by one thread.

    ``watch`` is called while it reads and may raise to end it.
    """

    def __init__(self) -> None:
        self._room = Room(Server, partial(bound_reader, MEGABYTES, CPU_SECONDS))
        self.watch: Callable[[], object] = unwatched
        self._sha256 = ""
        self._how = How.NONE
        self._of = 0

    def read(self, task: Task, first: int, content: Callable[[], Iterable[bytes]]) -> Found:
        """Return pages from ``first``, as many as are read in a second; ``content`` is the file."""
        if not self._holds(task):
            return self._open(task, first, content)
        told, _raw = self._ask({"do": "pages", "first": first})
        return Found(self._of, pieces_of(self._how, first, told["pages"]))

    def picture(self, task: Task, page: int, content: Callable[[], Iterable[bytes]]) -> bytes:
        """Return the picture of a page."""
        if not self._holds(task):
            self._open(task, page, content)
        _told, raw = self._ask({"do": "picture", "page": page})
        return raw

    def close(self) -> None:
        """Let the room go."""
        self._room.close()
        self._sha256 = ""

    def _holds(self, task: Task) -> bool:
        return self._room.is_open and self._sha256 == task.record.sha256

    def _open(self, task: Task, first: int, content: Callable[[], Iterable[bytes]]) -> Found:
        self._sha256 = ""
        if task.record.size > LARGEST_FILE:
            raise refusals.TooLargeToRead(most=str(LARGEST_FILE >> 20))
        named = {"name": task.record.name, "password": task.password}
        told, _raw = self._ask({"do": "open", "first": first, **named}, content())
        self._sha256 = task.record.sha256
        self._how, self._of = How(told["how"]), int(told["count"])
        return Found(self._of, pieces_of(self._how, first, told["pages"]))

    def _ask(
        self, request: dict[str, object], content: Iterable[bytes] = ()
    ) -> tuple[Mapping[str, Any], bytes]:
        try:
            return self._room.ask(request, SECONDS, content, self.watch)
        except TookTooLong:
            raise refusals.TookTooLong(seconds=f"{SECONDS:.0f}") from None
        except BrokeDown:
            raise refusals.BrokeDown from None


def pieces_of(how: How, first: int, pages: Iterable[tuple[str, bool]]) -> tuple[Piece, ...]:
    """Return pages as the pieces that are kept: a picture by itself, others together."""
    pieces: list[Piece] = []
    together: list[str] = []
    number = first
    for number, (text, is_picture) in enumerate(pages, first):
        if not is_picture:
            together.append(text)
            continue
        if together:
            pieces.append(Piece(number - len(together), how, tuple(together)))
            together = []
        pieces.append(Piece(number, How.PICTURE, (text,)))
    if together:
        pieces.append(Piece(number + 1 - len(together), how, tuple(together)))
    return tuple(pieces)
