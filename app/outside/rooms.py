"""Rooms: a process for foreign files that stays for several of them, with bounded means.

A room answers one request after the other. When it breaks down, hangs or is cancelled it is let
go, and the next request finds a fresh one; what comes back is JSON and plain bytes, never a pickle.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from multiprocessing import BufferTooShort
from multiprocessing.connection import Connection
from typing import Any

from app.domain.shared.codec import plain
from app.domain.shared.refusals import OfficeError, known_errors
from app.outside import apart
from app.outside.apart import BrokeDown, TookTooLong

MOST_SERVED = 500
"""After so many files a room is renewed: nothing of a file lives on for long."""

_WATCHED_EVERY = 0.1
_LARGEST_ANSWER = 256 << 20
_PIECE = 1 << 20
"""Bytes travel in such pieces: each read of a long message makes room for all that is to come."""

Answer = tuple[Mapping[str, Any], bytes]
Serve = Callable[[Mapping[str, Any], bytes], tuple[dict[str, Any], bytes | memoryview]]


def unwatched() -> None:
    """Let the work go on."""


class Room:
    """One process that serves; ``make`` runs there and returns what answers, ``bound`` limits it.

    It is renewed after ``most`` files, or those that are usual.

    Used by one thread at a time.
    """

    def __init__(
        self, make: Callable[[], Serve], bound: Callable[[], object], most: int | None = None
    ) -> None:
        self._make = make
        self._most = most
        self._bound = bound
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None
        self._served = 0

    @property
    def is_open(self) -> bool:
        """Say whether there is a process, which still holds the last file that was opened."""
        return self._process is not None

    def ask(
        self,
        request: Mapping[str, Any],
        seconds: float,
        content: Iterable[bytes] = (),
        watch: Callable[[], object] = unwatched,
    ) -> Answer:
        """Return the answer to a request, sent with the bytes of a file.

        ``watch`` is called all the while and may raise to end it. Raises what the reader refuses,
        TookTooLong, BrokeDown.
        """
        with self._asked(request, seconds, content, watch) as (line, told):
            raw = _gathered(line)
        return _said(told), raw

    def ask_into(
        self,
        into: memoryview,
        request: Mapping[str, Any],
        seconds: float,
        watch: Callable[[], object] = unwatched,
    ) -> tuple[Mapping[str, Any], int]:
        """Return the answer to a request, and how many bytes of it were laid into a place of ours.

        Millions of bytes are copied once so, and no room is made for them anew.
        """
        with self._asked(request, seconds, (), watch) as (line, told):
            count = _laid(line, into)
        return _said(told), count

    @contextmanager
    def _asked(
        self,
        request: Mapping[str, Any],
        seconds: float,
        content: Iterable[bytes],
        watch: Callable[[], object],
    ) -> Iterator[tuple[Connection, dict[str, Any]]]:
        """Send a request, and wait for what is told; whatever goes wrong, the process is let go."""
        line = self._opened()
        try:
            _send(line, request, content)
            yield line, _heard(line, seconds, watch)
        except (EOFError, OSError, BufferTooShort):
            self.close()
            raise BrokeDown from None
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let the process go, whatever it does."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._line = None

    def _opened(self) -> Connection:
        self._served += 1
        if self._served > (self._most or MOST_SERVED):
            self.close()
        if self._line is None:
            self._served = 1
            self._line, there = apart.BEGINNING.Pipe()
            process = apart.BEGINNING.Process(
                target=_serve, args=(there, self._bound, self._make), daemon=True
            )
            process.start()
            self._process = process
            there.close()
        return self._line


def _send(line: Connection, request: Mapping[str, Any], content: Iterable[bytes]) -> None:
    line.send_bytes(json.dumps(dict(request)).encode())
    for piece in content:
        _send_pieces(line, piece)
    line.send_bytes(b"")


def _send_pieces(line: Connection, content: bytes | memoryview) -> None:
    whole = memoryview(content)
    for at in range(0, len(whole), _PIECE):
        line.send_bytes(whole[at : at + _PIECE])


def _heard(line: Connection, seconds: float, watch: Callable[[], object]) -> dict[str, Any]:
    """Return what is told, once it comes; the bytes of the answer follow."""
    until = time.monotonic() + seconds
    while not line.poll(_WATCHED_EVERY):
        watch()
        if time.monotonic() > until:
            raise TookTooLong(seconds=seconds)
    told: dict[str, Any] = json.loads(line.recv_bytes(_LARGEST_ANSWER))
    return told


def _gathered(line: Connection) -> bytes:
    pieces, room = [], _LARGEST_ANSWER
    while piece := line.recv_bytes(_PIECE):
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            raise EOFError
    return b"".join(pieces)


def _laid(line: Connection, into: memoryview) -> int:
    count = 0
    while size := line.recv_bytes_into(into, count):
        count += size
    return count


def _said(told: dict[str, Any]) -> Mapping[str, Any]:
    if "result" in told:
        result: dict[str, Any] = told["result"]
        return result
    known = {error.code: error for error in known_errors()}
    raise known.get(str(told["code"]), BrokeDown)(**told["facts"])


def _serve(line: Connection, bound: Callable[[], object], make: Callable[[], Serve]) -> None:
    """Run in the other process: answer until nobody asks any more."""
    bound()
    serve = make()
    with line:
        while True:
            try:
                request = json.loads(line.recv_bytes())
                content = _content(line)
            except (EOFError, OSError):
                return
            told, raw = _answered(serve, request, content)
            del content
            line.send_bytes(json.dumps(told, ensure_ascii=False).encode(errors="replace"))
            _send_pieces(line, raw)
            line.send_bytes(b"")


def _content(line: Connection) -> bytes:
    """Return the bytes that follow a request, which are in memory once only."""
    whole = io.BytesIO()
    while piece := line.recv_bytes():
        whole.write(piece)
    return whole.getvalue()


def _answered(
    serve: Serve, request: Mapping[str, Any], content: bytes
) -> tuple[dict[str, Any], bytes | memoryview]:
    try:
        told, raw = serve(request, content)
    except OfficeError as refusal:
        return {"code": refusal.code, "facts": plain(refusal.facts)}, b""
    except (MemoryError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
        return {"code": BrokeDown.code, "facts": {}}, b""
    return {"result": told}, raw
