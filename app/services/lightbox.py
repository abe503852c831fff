"""The light box: PDFs and pictures are drawn in a room of their own, and come back as plain dots.

    box = Lightbox()
    sizes = box.open(1, pdf)                                # of every page, in points
    box.draw((1, pdf), 0, Sight((1190, 1684), (0, 0, 1190, 400)), into=image.bits())
    text, boxes = box.read((1, pdf), 0)

A file is sent once while the room holds it. No key, path or database is ever there; whoever was
taken over there can answer nothing but dots and text. Threads take turns.
"""

from __future__ import annotations

import math
import threading
import time
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

from app.formats.reading import refusals
from app.outside.apart import BrokeDown, TookTooLong
from app.outside.rooms import Answer, Room, Serve
from app.storage.platform import bound_process

MEGABYTES = 512
"""How much memory the room may use, with the files in it."""

CPU_SECONDS = 3_600
SECONDS = 10.0
"""How long one answer may take."""

PATIENCE = 0.5
"""So long a page is drawn on that nobody waits for any more: a fresh room takes nearly that."""

MOST_FILES = 100
"""After so many files the room is renewed: nothing of a file lives on for long."""

_FOR_GOOD = 1 << 40
_SIGN, _BOX, _DOT = 4, 16, 4
_LARGEST_SIDE = 20_000.0


class LetGo(Exception):
    """Nobody waits for this any more."""


class Sight(NamedTuple):
    """What is drawn of a page: how large the whole would be, and which part of it."""

    whole: tuple[int, int]
    clip: tuple[int, int, int, int]


class Shown(NamedTuple):
    """The dots of a picture, and how large it is itself."""

    size: tuple[int, int]
    of: tuple[int, int]
    dots: bytes


class Lightbox:
    """Draws what is looked at; raises the refusals of reading, LetGo."""

    def __init__(self, make: Callable[[], Serve] | None = None, seconds: float = SECONDS) -> None:
        bound = partial(bound_process, MEGABYTES, CPU_SECONDS)
        self._room = Room(make or drawer, bound, _FOR_GOOD)
        self._seconds = seconds
        self._turn = threading.Lock()
        self._is_left = threading.Event()
        self._opened = 0
        self._gone: deque[int] = deque()

    @property
    def is_open(self) -> bool:
        """Say whether there is a process."""
        return self._room.is_open

    def warm_up(self) -> None:
        """Begin the process, so that the first page does not wait for it."""
        self._ask({"do": "begin"})

    def open(
        self, number: int, pdf: bytes, is_left: threading.Event | None = None
    ) -> tuple[tuple[float, float], ...]:
        """Return how large the pages of a file are, which goes by a number from now on."""
        told, _raw = self._ask({"do": "open", "file": number}, pdf, is_left)
        with _sound():
            return tuple((_side(wide), _side(high)) for wide, high in told["sizes"])

    def draw(
        self,
        held: tuple[int, bytes],
        page: int,
        sight: Sight,
        into: memoryview,
        is_left: threading.Event | None = None,
    ) -> None:
        """Lay the dots of a page into a place of ours, four bytes for each one."""
        asked = {"do": "draw", "file": held[0], "page": page, **sight._asdict()}
        told, count = self._ask_into(into, asked, is_left)
        if told.get("lacks"):
            self.open(*held, is_left)
            told, count = self._ask_into(into, asked, is_left)
        if count != len(into):
            raise refusals.BrokeDown

    def read(
        self, held: tuple[int, bytes], page: int, is_left: threading.Event | None = None
    ) -> tuple[str, array[float]]:
        """Return the characters of a page, and the boxes in which they stand."""
        asked = {"do": "read", "file": held[0], "page": page}
        told, raw = self._ask(asked, is_left=is_left)
        if told.get("lacks"):
            self.open(*held, is_left)
            told, raw = self._ask(asked, is_left=is_left)
        edges = array("f")
        with _sound():
            signs = int(told["signs"])
            _measured(raw, signs * (_SIGN + _BOX))
            edges.frombytes(raw[signs * _SIGN :])
            return raw[: signs * _SIGN].decode("utf-32-le", "surrogatepass"), edges

    def picture(self, content: bytes, is_left: threading.Event | None = None) -> Shown:
        """Return what a picture shows."""
        told, raw = self._ask({"do": "picture"}, content, is_left)
        with _sound():
            (wide, high), (of_wide, of_high) = told["size"], told["of"]
            size, of = (int(wide), int(high)), (int(of_wide), int(of_high))
            return Shown(size, of, _measured(raw, size[0] * size[1] * _DOT))

    def forget(self, number: int) -> None:
        """Take note that nobody looks at a file any more; waits for nothing."""
        self._gone.append(number)

    def let_go(self) -> None:
        """End the process with all that it holds, at once or as soon as somebody sees to it."""
        if self._turn.acquire(blocking=False):
            try:
                self._room.close()
                self._opened = 0
            finally:
                self._turn.release()
        else:
            self._is_left.set()

    def _ask(
        self,
        request: Mapping[str, Any],
        content: bytes = b"",
        is_left: threading.Event | None = None,
    ) -> Answer:
        with self._at(request, is_left) as (asked, watch):
            return self._room.ask(asked, self._seconds, (content,), watch)

    def _ask_into(
        self, into: memoryview, request: Mapping[str, Any], is_left: threading.Event | None
    ) -> tuple[Mapping[str, Any], int]:
        with self._at(request, is_left) as (asked, watch):
            return self._room.ask_into(into, asked, self._seconds, watch)

    @contextmanager
    def _at(
        self, request: Mapping[str, Any], is_left: threading.Event | None
    ) -> Iterator[tuple[dict[str, Any], Callable[[], None]]]:
        """Take the turn, and tell in the words of reading what goes wrong."""
        with self._turn:
            self._is_left.clear()
            if request["do"] == "open":
                self._count()
            gone = [self._gone.popleft() for _ in range(len(self._gone))]
            try:
                yield (
                    {**request, "gone": gone},
                    partial(self._watch, time.monotonic() + PATIENCE, is_left),
                )
            except TookTooLong:
                raise refusals.TookTooLong(seconds=f"{self._seconds:.0f}") from None
            except BrokeDown:
                raise refusals.BrokeDown from None

    def _count(self) -> None:
        if self._opened >= MOST_FILES:
            self._room.close()
            self._opened = 0
        self._opened += 1

    def _watch(self, until: float, is_left: threading.Event | None) -> None:
        """End what is drawn for nobody."""
        is_old = time.monotonic() > until
        if self._is_left.is_set() or (is_left is not None and is_left.is_set() and is_old):
            raise LetGo


@contextmanager
def _sound() -> Iterator[None]:
    """Take an answer that makes no sense for that of a room which broke down."""
    try:
        yield
    except (LookupError, TypeError, ValueError, OverflowError):
        raise refusals.BrokeDown from None


def _measured(raw: bytes, count: int) -> bytes:
    if len(raw) != count:
        raise ValueError(len(raw))
    return raw


def _side(points: object) -> float:
    """Return the side of a page as a length that can be laid out."""
    if not isinstance(points, int | float) or not math.isfinite(points):
        raise TypeError
    return min(max(float(points), 1.0), _LARGEST_SIDE)


def drawer() -> Serve:
    """Return what draws, in a process of its own."""
    from app.formats.reading.drawing import Drawer  # noqa: PLC0415  loaded where it draws

    return Drawer()
