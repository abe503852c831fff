"""Mail servers on this machine, for tests of the outbox: they take what they are told to take."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"


@dataclass
class Box:
    """Keeps the mails that it is given; ``data`` and ``recipient`` are what it answers."""

    taken: list[bytes] = field(default_factory=list)
    data: str = "250 taken"
    recipient: str = "250 ok"

    async def handle_RCPT(  # noqa: N802  the server calls it so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: object
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.recipient

    async def handle_DATA(  # noqa: N802  the server calls it so
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.data.startswith("250"):
            self.taken.append(envelope.original_content or b"")
        return self.data


@contextmanager
def served(box: Box, protected: ssl.SSLContext | None = None, **options: Any) -> Iterator[int]:
    """Serve a box on a free port, by TLS from the first byte where a context is given."""
    loop = asyncio.new_event_loop()
    factory = loop.create_server(
        lambda: SMTP(box, hostname="test", loop=loop, **options), HOST, 0, ssl=protected
    )
    server = loop.run_until_complete(factory)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        server.close()
        loop.run_until_complete(_ended(loop))
        loop.close()


async def _ended(loop: asyncio.AbstractEventLoop) -> None:
    """Let every task of the server end, so that none is left when the loop closes."""
    tasks = [task for task in asyncio.all_tasks(loop) if task is not asyncio.current_task(loop)]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@contextmanager
def scripted(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """Serve one connection by hand, so that it can break anywhere."""
    with socket.create_server((HOST, 0)) as listener:

        def serve() -> None:
            line, _address = listener.accept()
            with line:
                talk(line)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()


def answers(line: socket.socket, *said: bytes) -> None:
    """Greet, and answer one line after the other."""
    with line.makefile("rb") as lines:
        line.sendall(b"220 hello\r\n")
        for answer in said:
            lines.readline()
            line.sendall(answer + b"\r\n")


def until_dot(line: socket.socket) -> None:
    """Read a message to its end, and say nothing."""
    seen = b""
    while not seen.endswith(b"\r\n.\r\n"):
        seen += line.recv(4096)


def contexts(authority: trustme.CA, name: str = HOST) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return what a server of that name shows, and what a client has who trusts the authority."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(server)
    client = ssl.create_default_context()
    authority.configure_trust(client)
    return server, client
