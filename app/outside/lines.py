"""Lines: a connection to a server that can be given up at any moment, also while it is silent.

A library that waits for an answer cannot be interrupted. So somebody listens beside it, and hangs
up once nobody waits any more; the library then sees a line that broke.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

from app.domain.correspondence.mail import Server

Stopped = Callable[[], bool]
"""Says whether nobody waits any more; it is asked from several threads."""

TICK = 0.05
"""So often it is asked, in seconds."""


class HungUp(OSError):
    """Nobody waits for this line any more."""


def never() -> bool:
    """Wait as long as it takes."""
    return False


class Line:
    """One connection; ``patience`` is how long it outlives the wish to stop, in seconds.

    While the server looks at a whole mail its answer is worth waiting for: without it nobody
    knows whether the mail was taken.
    """

    def __init__(self, server: Server, seconds: float, is_stopped: Stopped = never) -> None:
        self.server = server
        self._is_stopped = is_stopped
        self.patience = 0.0
        self.socket = _Calling(server, seconds).answer(seconds, is_stopped)
        self._handle = self.socket.dup()
        self._is_closed = threading.Event()
        self._listener = threading.Thread(target=self._listen, name="line", daemon=True)
        if is_stopped is not never:
            self._listener.start()

    @property
    def here(self) -> str:
        """Return this end of the line as mail servers write it."""
        address = str(self.socket.getsockname()[0])
        return f"[IPv6:{address}]" if ":" in address else f"[{address}]"

    def protect(self, trusted: ssl.SSLContext) -> None:
        """Protect the line from its first byte on; raises SSLError."""
        self.socket = trusted.wrap_socket(self.socket, server_hostname=self.server.host)

    def close(self) -> None:
        """Hang up, if that did not happen yet."""
        self._is_closed.set()
        if self._listener.is_alive():
            self._listener.join()
        self.socket.close()
        self._handle.close()

    def _listen(self) -> None:
        """Hang up when it is stopped; what the library holds may be another socket by then."""
        since: float | None = None
        while not self._is_closed.wait(TICK):
            if since is None and self._is_stopped():
                since = time.monotonic()
            if since is not None and time.monotonic() - since >= self.patience:
                with suppress(OSError):
                    self._handle.shutdown(socket.SHUT_RDWR)
                return


class _Calling(threading.Thread):
    """Calls a server in a thread of its own: looking up its name can take long, and be given up."""

    def __init__(self, server: Server, seconds: float) -> None:
        super().__init__(name="calling", daemon=True)
        self._place = (server.host, server.port)
        self._seconds = seconds
        self._answers: SimpleQueue[socket.socket | OSError] = SimpleQueue()
        self._is_given_up = threading.Event()
        self.start()

    def run(self) -> None:
        try:
            line = socket.create_connection(self._place, self._seconds)
        except UnicodeError as error:
            self._answers.put(socket.gaierror(socket.EAI_NONAME, str(error)))
        except OSError as error:
            self._answers.put(error)
        else:
            self._answers.put(line)
            self._drop()

    def answer(self, seconds: float, is_stopped: Stopped) -> socket.socket:
        """Return the line that was reached; raises OSError, TimeoutError, HungUp."""
        until = time.monotonic() + seconds
        while True:
            with suppress(Empty):
                found = self._answers.get(timeout=TICK)
                if isinstance(found, OSError):
                    raise found
                return found
            if is_stopped() or time.monotonic() > until:
                self._is_given_up.set()
                self._drop()
                raise HungUp if is_stopped() else TimeoutError("timed out")

    def _drop(self) -> None:
        """Hang up at once where nobody waits for the line that was reached."""
        with suppress(Empty):
            while self._is_given_up.is_set():
                found = self._answers.get_nowait()
                if isinstance(found, socket.socket):
                    found.close()
