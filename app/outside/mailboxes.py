"""Mailboxes: messages are read from an IMAP server, and nothing there is changed.

A message is named by its number within a folder, which holds as long as the folder's validity.
"""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Self

from app.domain.correspondence.mail import Security, Server
from app.domain.shared.refusals import Unavailable
from app.outside.lines import Line, Stopped, never
from app.outside.posting import (
    SECONDS,
    LineBroke,
    Login,
    NotProtected,
    NotTrusted,
    PasswordRefused,
    line_down,
)

_SIZE = re.compile(rb"\bUID (\d+)\b.*\bRFC822\.SIZE (\d+)|\bRFC822\.SIZE (\d+)\b.*\bUID (\d+)")


class NoFolder(Unavailable):
    """The mailbox has no folder of that name, or it cannot be opened."""

    code = "mail.no-folder"


class _Imap(imaplib.IMAP4):
    """Speaks over a line that is open already."""

    def __init__(self, line: Line, seconds: float) -> None:
        self._open_line = line
        super().__init__(line.server.host, line.server.port, seconds)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        return self._open_line.socket


class Mailbox:
    """Reads one folder of a mailbox; ``open`` before, ``close`` after; who stops it hangs up."""

    def __init__(
        self, login: Login, folder: str, seconds: float = SECONDS, is_stopped: Stopped = never
    ) -> None:
        self._login = login
        self._folder = folder
        self._seconds = seconds
        self._is_stopped = is_stopped
        self._line: Line | None = None
        self._imap: imaplib.IMAP4 | None = None
        self.validity = 0

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def open(self) -> None:
        """Connect, log in and look into the folder.

        Raises LineDown, NoSuchHost, NotTrusted, NotProtected, PasswordRefused, NoFolder.
        """
        server = self._login.server
        try:
            with _told(server):
                self._line = Line(server, self._seconds, self._is_stopped)
                if server.security is Security.TLS:
                    self._line.protect(self._trusted())
                self._imap = _Imap(self._line, self._seconds)
                self._enter(self._imap, server)
        except BaseException:
            self.close()
            raise

    def after(self, last: int) -> tuple[int, ...]:
        """Return the numbers of the messages behind one, in their order; raises LineBroke."""
        with _told(self._login.server):
            _state, found = self._open().uid("SEARCH", f"UID {last + 1}:*")
        numbers = (int(one) for line in found if line for one in line.split())
        return tuple(sorted(one for one in numbers if one > last))

    def sizes(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return how many bytes each of these messages has; raises LineBroke."""
        wanted = ",".join(map(str, numbers))
        with _told(self._login.server):
            _state, found = self._open().uid("FETCH", wanted, "(UID RFC822.SIZE)")
        matches = (_SIZE.search(line) for line in found if isinstance(line, bytes))
        return {int(one[1] or one[4]): int(one[2] or one[3]) for one in matches if one is not None}

    def message(self, number: int) -> bytes:
        """Return a message whole; it stays unread there. Raises LineBroke.

        Nothing comes back where it is gone by now.
        """
        with _told(self._login.server):
            _state, found = self._open().uid("FETCH", str(number), "(BODY.PEEK[])")
        return next((bytes(one[1]) for one in found if isinstance(one, tuple)), b"")

    def close(self) -> None:
        """Say good-bye; a line that is gone already is no matter."""
        imap, self._imap = self._imap, None
        line, self._line = self._line, None
        if imap is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                (imap.shutdown if self._is_stopped() else imap.logout)()
        if line is not None:
            line.close()

    def _open(self) -> imaplib.IMAP4:
        if self._imap is None:
            raise LineBroke(host=self._login.server.host, why="closed")
        return self._imap

    def _enter(self, imap: imaplib.IMAP4, server: Server) -> None:
        if server.security is Security.STARTTLS:
            imap.starttls(self._trusted())
        try:
            imap.login(server.user, self._login.password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            raise PasswordRefused(
                host=server.host, port=str(server.port), user=server.user
            ) from error
        state = "NO"
        if self._folder.isascii() and self._folder.isprintable():
            quoted = self._folder.replace("\\", "\\\\").replace('"', '\\"')
            state, _count = imap.select(f'"{quoted}"', readonly=True)
        if state != "OK":
            raise NoFolder(host=server.host, folder=self._folder)
        _name, told = imap.response("UIDVALIDITY")
        self.validity = int(told[0]) if told and told[0] else 0

    def _trusted(self) -> ssl.SSLContext:
        return self._login.trusted or ssl.create_default_context()


@contextmanager
def _told(server: Server) -> Iterator[None]:
    """Turn what the library raises into what it means."""
    facts = {"host": server.host, "port": str(server.port)}
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise NotTrusted(**facts, why=error.verify_message) from error
    except (imaplib.IMAP4.abort, ssl.SSLEOFError) as error:
        raise LineBroke(**facts, why=_words(error)) from error
    except ssl.SSLError as error:
        raise NotProtected(**facts, why=_words(error)) from error
    except imaplib.IMAP4.error as error:
        raise NotProtected(**facts, why=_words(error)) from error
    except OSError as error:
        raise line_down(server, error) from error


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
