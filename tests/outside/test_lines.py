"""A line is given up at once by whoever stops waiting, in whatever the other end is silent."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import trustme

from app.domain.correspondence.mail import Security, Server
from app.outside.lines import HungUp, Line
from app.outside.mailboxes import Mailbox
from app.outside.posting import (
    Envelope,
    LineBroke,
    LineDown,
    Login,
    NoSuchHost,
    OutcomeUnknown,
    Postman,
)
from tests.mail_servers import HOST, answers, contexts, scripted, until_dot

pytestmark = pytest.mark.network
LETTER = Envelope("me@example.fi", ("you@example.fi",))
SLOW = 60.0
"""So long a silent server is waited for when nobody stops it: no test lasts that long."""


@contextmanager
def silent(*said: bytes, till_dot: bool = False) -> Iterator[tuple[int, threading.Event]]:
    """Serve a line that answers so far and then says nothing; the event says that it came there."""
    reached, ended = threading.Event(), threading.Event()

    def talk(line: socket.socket) -> None:
        if said:
            answers(line, *said)
        if till_dot:
            until_dot(line)
        reached.set()
        ended.wait()

    with scripted(talk) as port:
        try:
            yield port, reached
        finally:
            ended.set()


def to(port: int, security: Security = Security.NONE) -> Login:
    return Login(Server(HOST, port, security))


@pytest.mark.parametrize("kind", [Security.NONE, Security.TLS])
def test_a_server_that_never_greets_is_given_up_at_once(kind: Security) -> None:
    with silent() as (port, reached):
        postman = Postman(to(port, kind), SLOW, reached.is_set)

        with pytest.raises((LineDown, LineBroke)):
            postman.open()


def test_a_mailbox_that_never_greets_is_given_up_at_once() -> None:
    with silent() as (port, reached), pytest.raises((LineDown, LineBroke)):
        Mailbox(to(port), "INBOX", SLOW, reached.is_set).open()


def test_in_the_middle_of_a_message_nothing_has_left() -> None:
    with (
        silent(b"250 hello", b"250 ok", b"250 ok") as (port, reached),
        Postman(to(port), SLOW, reached.is_set) as postman,
        pytest.raises((LineDown, LineBroke)),
    ):
        postman.post(LETTER, b"Subject: x\n\nHello")


def test_after_the_last_dot_the_answer_is_waited_for_though_it_is_stopped() -> None:
    def talk(line: socket.socket) -> None:
        answers(line, b"250 hello", b"250 ok", b"250 ok", b"354 go on")
        until_dot(line)
        stopped.set()
        time.sleep(0.3)
        line.sendall(b"250 taken\r\n")

    stopped = threading.Event()
    with scripted(talk) as port, Postman(to(port), SLOW, stopped.is_set) as postman:
        postman.post(LETTER, b"Subject: x\n\nHello")

    assert stopped.is_set()


def test_whoever_never_answers_after_the_last_dot_leaves_it_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.outside.posting.LAST_WORD", 0.2)
    said = (b"250 hello", b"250 ok", b"250 ok", b"354 go on")
    with (
        silent(*said, till_dot=True) as (port, reached),
        Postman(to(port), SLOW, reached.is_set) as postman,
        pytest.raises(OutcomeUnknown),
    ):
        postman.post(LETTER, b"Subject: x\n\nHello")


def test_a_name_that_is_looked_up_for_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, ended = threading.Event(), threading.Event()

    def look_up(*_asked: object, **_how: object) -> list[object]:
        asked.set()
        ended.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(HungUp):
        Line(Server("slow.example", 25), SLOW, asked.is_set)
    with pytest.raises(TimeoutError):
        Line(Server("slow.example", 25), 0.1)
    ended.set()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), NoSuchHost),
        (socket.gaierror(socket.EAI_AGAIN, "later"), LineDown),
        (UnicodeError("label empty"), NoSuchHost),
    ],
)
def test_a_name_that_nobody_has_is_told_from_a_network_that_is_down(
    monkeypatch: pytest.MonkeyPatch, error: Exception, kind: type[LineDown]
) -> None:
    def look_up(*_asked: object, **_how: object) -> list[object]:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    for server in (
        Postman(Login(Server("no.example", 25))),
        Mailbox(Login(Server("no.example", 25)), ""),
    ):
        with pytest.raises(LineDown) as told:
            server.open()

        assert type(told.value) is kind


def test_a_protected_line_is_given_up_as_well() -> None:
    server, client = contexts(trustme.CA())
    greeted, ended = threading.Event(), threading.Event()

    def talk(line: socket.socket) -> None:
        with server.wrap_socket(line, server_side=True) as protected:
            greeted.set()
            ended.wait()
            protected.close()

    with scripted(talk) as port:
        login = Login(Server(HOST, port, Security.TLS), trusted=client)
        with pytest.raises((LineDown, LineBroke)):
            Postman(login, SLOW, greeted.is_set).open()
        ended.set()


def test_a_line_that_is_reached_too_late_is_hung_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, ended = threading.Event(), threading.Event()
    ours, theirs = socket.socketpair()

    def connect(*_asked: object, **_how: object) -> socket.socket:
        asked.set()
        ended.wait()
        return ours

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(HungUp):
        Line(Server("slow.example", 25), SLOW, asked.is_set)
    ended.set()

    assert theirs.recv(1) == b""
    theirs.close()
