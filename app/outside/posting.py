"""Posting: one mail is handed to an SMTP server, and what became of it is told exactly.

Until the final dot of the message has left, nothing has been sent (RFC 5321, 4.1.1.4); after it,
and before the server has answered, nobody knows. ``OutcomeUnknown`` is that case and no other.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Self

from app.domain.correspondence.mail import Security, Server
from app.domain.shared.refusals import Unavailable
from app.outside.lines import Line, Stopped, never

SECONDS = 30.0
LOOKS_AT_IT = 4
"""So many times as long may a server look at a whole mail before it answers."""
LAST_WORD = 5.0
"""How long its answer is waited for when the program ends meanwhile."""


class LineDown(Unavailable):
    """No server answers there: the network is down, or the name or the port is wrong."""

    code = "mail.line-down"


class NoSuchHost(LineDown):
    """There is no server of that name."""

    code = "mail.no-such-host"


class PasswordRefused(Unavailable):
    """The server does not accept the user or the password."""

    code = "mail.wrong-password"


class NotTrusted(Unavailable):
    """The certificate of the server is not the one of that name, or nobody vouches for it."""

    code = "mail.not-trusted"


class NotProtected(Unavailable):
    """The server does not offer to protect the line."""

    code = "mail.not-protected"


class MailRefused(Unavailable):
    """The server refuses this mail for good: an address is unknown, or the mail too large."""

    code = "mail.refused"


class ServerBusy(Unavailable):
    """The server cannot take the mail now, and asks to try again later."""

    code = "mail.busy"


class LineBroke(Unavailable):
    """The line broke before the mail had left; nothing was sent."""

    code = "mail.line-broke"


class OutcomeUnknown(Unavailable):
    """The line broke when the whole mail had left and the server had not answered yet."""

    code = "mail.outcome-unknown"


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends to whom; a message may name others, or fewer."""

    sender: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Login:
    """A server and the password for it."""

    server: Server
    password: str = ""
    trusted: ssl.SSLContext | None = None


class _Smtp(smtplib.SMTP):
    """Speaks over a line that is open already."""

    def __init__(self, line: Line, seconds: float) -> None:
        self._line = line
        server = line.server
        super().__init__(server.host, server.port, line.here, seconds)

    def _get_socket(self, _host: str, _port: int, _timeout: float) -> socket.socket:
        return self._line.socket


class Postman:
    """Hands mails to one server; ``open`` before, as often as needed ``post``, ``close`` after.

    Whoever stops it hangs up at once, but hears the answer to a mail that has left whole.
    """

    def __init__(self, login: Login, seconds: float = SECONDS, is_stopped: Stopped = never) -> None:
        self._login = login
        self._seconds = seconds
        self._is_stopped = is_stopped
        self._line: Line | None = None
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def open(self) -> None:
        """Connect and log in.

        Raises LineDown, NoSuchHost, NotTrusted, NotProtected, PasswordRefused, ServerBusy.
        """
        server = self._login.server
        with _told(server):
            self._line = Line(server, self._seconds, self._is_stopped)
            try:
                if server.security is Security.TLS:
                    self._line.protect(self._trusted())
                self._smtp = _Smtp(self._line, self._seconds)
                self._greet(self._smtp, server)
            except BaseException:
                self._hang_up()
                raise

    def post(self, envelope: Envelope, message: bytes) -> None:
        """Hand over one message, with lines that end in CRLF.

        Raises MailRefused, ServerBusy, LineBroke: it did not leave; or OutcomeUnknown.
        """
        smtp = self._smtp
        if smtp is None:
            raise LineBroke(host=self._login.server.host, why="closed")
        with _told(self._login.server):
            self._announce(smtp, envelope)
            smtp.send(_stuffed(message))
        self._finish(smtp)

    def close(self) -> None:
        """Say good-bye; a line that is gone already is no matter."""
        if self._smtp is not None and not self._is_stopped():
            with suppress(OSError, smtplib.SMTPException):
                self._smtp.quit()
        self._hang_up()

    def _hang_up(self) -> None:
        smtp, self._smtp = self._smtp, None
        line, self._line = self._line, None
        if smtp is not None:
            smtp.close()
        if line is not None:
            line.close()

    def _greet(self, smtp: smtplib.SMTP, server: Server) -> None:
        """Protect the line where that is asked for, and only then tell the password."""
        smtp.ehlo_or_helo_if_needed()
        if server.security is Security.STARTTLS:
            smtp.starttls(context=self._trusted())
            smtp.ehlo()
        if server.user:
            smtp.login(server.user, self._login.password)

    def _trusted(self) -> ssl.SSLContext:
        return self._login.trusted or ssl.create_default_context()

    def _announce(self, smtp: smtplib.SMTP, envelope: Envelope) -> None:
        """Say who sends to whom; one address that is refused refuses the whole mail."""
        _expect(smtp.mail(envelope.sender), envelope.sender)
        for recipient in envelope.recipients:
            _expect(smtp.rcpt(recipient), recipient)
        _expect(smtp.docmd("data"), "", ready=354)

    def _finish(self, smtp: smtplib.SMTP) -> None:
        host = self._login.server.host
        try:
            self._be_patient(self._seconds * LOOKS_AT_IT, LAST_WORD)
            smtp.send(b".\r\n")
            answer = smtp.getreply()
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise OutcomeUnknown(host=host, why=_words(error)) from error
        self._be_patient(self._seconds, 0.0)
        _expect(answer, "")

    def _be_patient(self, seconds: float, when_stopped: float) -> None:
        """Wait so long for an answer, and so long when somebody stops it."""
        if self._line is not None and self._smtp is not None and self._smtp.sock is not None:
            self._line.patience = when_stopped
            self._smtp.sock.settimeout(seconds)


def _stuffed(message: bytes) -> bytes:
    """Return a message as it travels: every line ends in CRLF, a leading dot is doubled."""
    lines = message.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if lines and not lines[-1]:
        lines.pop()
    return b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines)


def _expect(answer: tuple[int, bytes], about: str, ready: int = 250) -> None:
    """Raise MailRefused or ServerBusy unless the server agreed (251 and 252 are agreement too)."""
    code, said = answer
    if code == ready or (ready == 250 and code in {251, 252}):
        return
    words = said.decode("utf-8", "replace")[:200]
    if 500 <= code < 600:
        raise MailRefused(about=about, answer=f"{code} {words}")
    if code in {421, -1}:
        raise LineBroke(host=about, why=f"{code} {words}")
    raise ServerBusy(about=about, answer=f"{code} {words}")


@contextmanager
def _told(server: Server) -> Iterator[None]:
    """Turn what the library raises into what it means."""
    facts = {"host": server.host, "port": str(server.port)}
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise NotTrusted(**facts, why=error.verify_message) from error
    except (smtplib.SMTPServerDisconnected, ssl.SSLEOFError) as error:
        raise LineBroke(**facts, why=_words(error)) from error
    except ssl.SSLError as error:
        raise NotProtected(**facts, why=_words(error)) from error
    except smtplib.SMTPAuthenticationError as error:
        raise PasswordRefused(**facts, user=server.user) from error
    except smtplib.SMTPNotSupportedError as error:
        raise NotProtected(**facts, why=_words(error)) from error
    except smtplib.SMTPResponseException as error:
        raise ServerBusy(about=server.host, answer=_words(error)) from error
    except (OSError, smtplib.SMTPException) as error:
        raise line_down(server, error) from error


def line_down(server: Server, error: Exception) -> LineDown:
    """Return why no server answers: there is none of that name, or the line is down."""
    facts = {"host": server.host, "port": str(server.port), "why": _words(error)}
    is_unknown = isinstance(error, socket.gaierror) and error.errno in _NO_NAME
    return NoSuchHost(**facts) if is_unknown else LineDown(**facts)


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


_NO_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


def addresses(fields: Sequence[str]) -> tuple[str, ...]:
    """Return the bare addresses of fields like ``Aino <aino@example.fi>``, each once."""
    from email.utils import getaddresses  # noqa: PLC0415  loads the library of mails: with a mail

    found = (address for _name, address in getaddresses(list(fields)) if "@" in address)
    return tuple(dict.fromkeys(found))
