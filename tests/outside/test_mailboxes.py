"""Messages are read from a real Dovecot, and every way it can go wrong is told apart."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
import trustme

from app.domain.correspondence.mail import Security, Server
from app.outside.mailboxes import Mailbox, NoFolder
from app.outside.posting import LineBroke, LineDown, Login, NotTrusted, PasswordRefused
from tests.foreign_mail import PLAIN, a_message
from tests.imap_server import DOVECOT, SECRET, Served, dovecot
from tests.mail_servers import HOST, contexts, scripted

pytestmark = pytest.mark.network
on_dovecot = pytest.mark.skipif(DOVECOT is None, reason="Dovecot is not installed here")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def served(authority: trustme.CA) -> Iterator[Served]:
    with dovecot(authority) as found:
        yield found


def login(port: int, authority: trustme.CA, password: str = SECRET) -> Login:
    _server, trusted = contexts(authority)
    return Login(Server(HOST, port, Security.TLS, "office"), password, trusted)


@on_dovecot
def test_messages_are_read_in_their_order_and_stay_unread(
    served: Served, authority: trustme.CA
) -> None:
    served.put("1", PLAIN)
    served.put("2", a_message("toinen"))

    with Mailbox(login(served.port, authority), "INBOX") as box:
        first, second = box.after(0)
        sizes = box.sizes((first, second))
        contents = [box.message(first), box.message(second)]
        rest = box.after(second)
        gone = box.message(second + 7)

    assert box.validity > 0
    assert sorted(contents) == sorted([PLAIN, a_message("toinen")])
    assert sizes == {one: len(raw) for one, raw in zip((first, second), contents, strict=True)}
    assert (rest, gone) == ((), b"")
    assert not any(path.name.endswith("S") for path in served.folder.rglob("*:2,*"))


@on_dovecot
def test_a_wrong_password_and_a_missing_folder_are_told(
    served: Served, authority: trustme.CA
) -> None:
    with pytest.raises(PasswordRefused):
        Mailbox(login(served.port, authority, "wrong"), "INBOX").open()
    for folder in ("Nowhere", "Roska päällä", 'a"b'):
        with pytest.raises(NoFolder):
            Mailbox(login(served.port, authority), folder).open()


@on_dovecot
def test_a_certificate_of_another_name_is_not_trusted(authority: trustme.CA) -> None:
    with dovecot(authority, "else.example") as served, pytest.raises(NotTrusted):
        Mailbox(login(served.port, authority), "INBOX").open()


def test_a_line_that_is_down_or_breaks_is_told() -> None:
    def hang_up(line: socket.socket) -> None:
        line.sendall(b"* OK hello\r\n")

    with scripted(hang_up) as port:
        plain = Login(Server(HOST, port, Security.NONE, "office"), SECRET)
        with pytest.raises((LineBroke, LineDown)):
            Mailbox(plain, "INBOX").open()
    with pytest.raises(LineDown):
        Mailbox(plain, "INBOX").open()
    with pytest.raises(LineBroke):
        Mailbox(plain, "INBOX").after(0)
