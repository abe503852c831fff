"""Mails are handed to real servers on this machine, and every way it can go wrong is told apart."""

from __future__ import annotations

import socket
import ssl
import threading
from dataclasses import replace

import pytest
import trustme
from aiosmtpd.smtp import AuthResult, LoginPassword

from app.domain.correspondence.mail import Security, Server
from app.outside.posting import (
    Envelope,
    LineBroke,
    LineDown,
    Login,
    MailRefused,
    NotProtected,
    NotTrusted,
    OutcomeUnknown,
    PasswordRefused,
    Postman,
    ServerBusy,
    addresses,
)
from tests.mail_servers import HOST, Box, answers, contexts, scripted, served, until_dot

pytestmark = pytest.mark.network
LETTER = Envelope("me@example.fi", ("you@example.fi",))
MESSAGE = b"Subject: x\r\n\r\nHello\r\n.\r\n.hidden dot\r\nlast"


def login(
    port: int,
    security: Security = Security.NONE,
    user: str = "",
    password: str = "",
    trusted: ssl.SSLContext | None = None,
) -> Login:
    return Login(Server(HOST, port, security, user), password, trusted)


def test_a_mail_arrives_byte_for_byte_with_its_dots() -> None:
    box = Box()

    with served(box) as port, Postman(login(port)) as postman:
        postman.post(LETTER, MESSAGE)
        postman.post(LETTER, b"Subject: second\n\ntext\n")

    assert box.taken == [MESSAGE + b"\r\n", b"Subject: second\r\n\r\ntext\r\n"]


def test_an_unknown_recipient_refuses_the_mail_and_nothing_is_taken() -> None:
    box = Box(recipient="550 no such user")

    with served(box) as port, Postman(login(port)) as postman, pytest.raises(MailRefused) as told:
        postman.post(LETTER, MESSAGE)

    assert box.taken == []
    assert told.value.facts["about"] == "you@example.fi"


def test_a_busy_server_asks_for_another_time() -> None:
    box = Box(data="451 later")

    with served(box) as port, Postman(login(port)) as postman, pytest.raises(ServerBusy):
        postman.post(LETTER, MESSAGE)


def test_a_refusal_after_the_last_line_is_a_refusal_and_not_unknown() -> None:
    box = Box(data="554 too large")

    with served(box) as port, Postman(login(port)) as postman, pytest.raises(MailRefused):
        postman.post(LETTER, MESSAGE)


def test_no_server_is_a_line_that_is_down() -> None:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]

    with pytest.raises(LineDown):
        Postman(login(port)).open()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def test_a_protected_line_carries_a_mail(authority: trustme.CA) -> None:
    server, client = contexts(authority)
    box = Box()

    with (
        served(box, server) as port,
        Postman(login(port, Security.TLS, trusted=client)) as postman,
    ):
        postman.post(LETTER, MESSAGE)

    assert len(box.taken) == 1


def test_a_line_is_protected_after_it_was_opened(authority: trustme.CA) -> None:
    server, client = contexts(authority)
    box = Box()

    with (
        served(box, tls_context=server, require_starttls=True) as port,
        Postman(login(port, Security.STARTTLS, trusted=client)) as postman,
    ):
        postman.post(LETTER, MESSAGE)

    assert len(box.taken) == 1


def test_a_wrong_password_is_told_as_such(authority: trustme.CA) -> None:
    def check(
        server: object, session: object, envelope: object, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        return AuthResult(success=data.password == b"right", handled=False)

    server, client = contexts(authority)
    box = Box()
    with served(box, tls_context=server, authenticator=check, auth_required=True) as port:
        known = login(port, Security.STARTTLS, "me", "right", client)
        with Postman(known) as postman:
            postman.post(LETTER, MESSAGE)

        with pytest.raises(PasswordRefused):
            Postman(replace(known, password="wrong")).open()  # noqa: S106  of the test's server

    assert len(box.taken) == 1


def test_a_certificate_of_another_name_is_not_trusted(authority: trustme.CA) -> None:
    server, client = contexts(authority, "other.example.fi")

    with served(Box(), tls_context=server) as port, pytest.raises(NotTrusted):
        Postman(login(port, Security.STARTTLS, trusted=client)).open()


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(authority: trustme.CA) -> None:
    server, _client = contexts(authority)

    with served(Box(), tls_context=server) as port, pytest.raises(NotTrusted):
        Postman(login(port, Security.STARTTLS)).open()


def test_a_server_that_cannot_protect_the_line_gets_no_password() -> None:
    box = Box()

    with served(box) as port, pytest.raises(NotProtected):
        Postman(login(port, Security.STARTTLS, user="me", password="x")).open()  # noqa: S106  never sent


def test_a_line_that_breaks_before_the_last_dot_has_sent_nothing() -> None:
    def talk(line: socket.socket) -> None:
        answers(line, b"250 hello", b"250 ok", b"250 ok", b"421 going down")

    with scripted(talk) as port, Postman(login(port)) as postman, pytest.raises(LineBroke):
        postman.post(LETTER, MESSAGE)


def test_a_line_that_breaks_after_the_last_dot_leaves_it_unknown() -> None:
    def talk(line: socket.socket) -> None:
        answers(line, b"250 hello", b"250 ok", b"250 ok", b"354 go on")
        until_dot(line)

    with scripted(talk) as port, Postman(login(port)) as postman, pytest.raises(OutcomeUnknown):
        postman.post(LETTER, MESSAGE)


def test_a_server_that_falls_silent_after_the_last_dot_leaves_it_unknown() -> None:
    done = threading.Event()

    def talk(line: socket.socket) -> None:
        answers(line, b"250 hello", b"250 ok", b"250 ok", b"354 go on")
        until_dot(line)
        done.wait()

    with scripted(talk) as port:
        with Postman(login(port), seconds=0.5) as postman, pytest.raises(OutcomeUnknown):
            postman.post(LETTER, MESSAGE)
        done.set()


def test_a_closed_postman_posts_nothing() -> None:
    with pytest.raises(LineBroke):
        Postman(login(1)).post(LETTER, MESSAGE)


def test_addresses_are_taken_out_of_names_each_once() -> None:
    fields = ['"Virtanen, Aino" <aino@example.fi>, b@example.fi', "aino@example.fi", "nobody"]

    assert addresses(fields) == ("aino@example.fi", "b@example.fi")
