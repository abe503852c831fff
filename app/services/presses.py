"""Presses: papers are printed here, or in processes of their own while more is written down.

A run of many letters spends nearly half its time on printing; beside it, that costs no time. A
press is taken only once it runs: until then, and when it breaks down, papers are printed here.

A document goes to a press as arguments go to any process that we begin; what comes back is the
bytes of its PDF and nothing else, as a picture of a stranger is decoded there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing.reduction import ForkingPickler
from threading import Event
from types import TracebackType
from typing import Any, Protocol

from app.documents.model import Document
from app.outside.apart import BrokeDown, TookTooLong
from app.outside.rooms import Room, Serve

WORTH = 300
"""For fewer papers no process is begun: that takes as long as printing these."""

MOST_PRESSES = 2
SECONDS = 60.0
FOR_GOOD = 1 << 40
"""Only our own papers are printed: a press need not be renewed."""

Taken = Callable[[], bytes]
"""Returns the PDF, once it is printed."""


class Press(Protocol):
    """Prints documents; what is printed may be taken later."""

    def print(self, document: Document) -> Taken: ...


class OwnPress(AbstractContextManager["OwnPress"]):
    """Prints here and at once."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is to be let go."""

    def print(self, document: Document) -> Taken:
        pdf = _printed(document)
        return lambda: pdf


class Presses(AbstractContextManager["Presses"]):
    """Prints in processes of their own; as many as the machine has processors to spare."""

    def __init__(self, count: int = 0) -> None:
        wanted = count or min(MOST_PRESSES, (os.cpu_count() or 1) - 1)
        self._pool = ThreadPoolExecutor(max(1, wanted), thread_name_prefix="press")
        self._free = [_Sheetfed() for _ in range(wanted)]
        self._all = tuple(self._free)
        for one in self._all:
            self._pool.submit(one.begin)

    def print(self, document: Document) -> Taken:
        """Print a document beside what goes on, if a press runs; else here."""
        if not any(one.runs.is_set() for one in self._all):
            return OwnPress().print(document)
        future: Future[bytes] = self._pool.submit(self._print, document)
        return future.result

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let every press go; what was not begun is not printed."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        for one in self._all:
            one.close()

    def _print(self, document: Document) -> bytes:
        try:
            press = self._free.pop()
        except IndexError:
            return _printed(document)
        try:
            return press.print(document)
        finally:
            self._free.append(press)


class _Sheetfed:
    """One press: a room that prints; ``runs`` once it has printed what it needs to begin."""

    def __init__(self) -> None:
        self._room = Room(printer, _unbound, FOR_GOOD)
        self.runs = Event()

    def begin(self) -> None:
        """Start the process and load there what prints."""
        self._room.ask({"do": "begin"}, SECONDS)
        self.runs.set()

    def print(self, document: Document) -> bytes:
        """Return the PDF of a document; printed here where the press broke down."""
        if not self.runs.is_set():
            return _printed(document)
        try:
            sent = bytes(ForkingPickler.dumps(document))
            return self._room.ask({"do": "print"}, SECONDS, (sent,))[1]
        except (BrokeDown, TookTooLong):
            self.runs.clear()
            return _printed(document)

    def close(self) -> None:
        """Let the process go."""
        self._room.close()


def printer() -> Serve:
    """Return what prints, in a process of its own."""

    def serve(request: Mapping[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
        if request["do"] == "begin":
            import app.documents.pdf.book  # noqa: F401, PLC0415  loads all that prints

            return {}, b""
        return {}, _printed(ForkingPickler.loads(content))

    return serve


def _printed(document: Document) -> bytes:
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    return render(document)


def _unbound() -> None:
    """Let a press use what it needs: only our own papers are printed there."""
