"""Whoever ends the program while a mail is handed over loses none, and sends none twice."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from app.domain.correspondence.mail import Mail, MailState
from app.domain.correspondence.mail_form import form_of_account
from app.outside.passwords import Memory, kept_by
from app.services import mail_accounts, mailboxes, outbox
from app.services.mail_accounts import try_written
from app.services.office import Cancelled, Office
from tests.databases import on_sqlite
from tests.mail_servers import Box, answers, scripted, served, until_dot
from tests.services.outgoing_mail import account, boxed, moved, waiting
from tests.services.test_mail_rounds import standing

pytestmark = pytest.mark.network
MORE_THAN_THE_LINE_HOLDS = ("x" * 70 + "\n") * 200_000
GREETED = (b"250 hello", b"250 ok", b"250 ok")


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


class Clerk:
    """Stops the work once a server says so."""

    def __init__(self) -> None:
        self.reached, self.ended = threading.Event(), threading.Event()

    def watch(self, done: int, of: int) -> None:
        if self.reached.is_set():
            raise Cancelled

    def silence(self, line: socket.socket) -> None:
        self.reached.set()
        self.ended.wait()

    @contextmanager
    def at(self, talk: Callable[[Clerk, socket.socket], None] = silence) -> Iterator[int]:
        """Serve a line that ends when the test does."""
        with scripted(lambda line: talk(self, line)) as port:
            try:
                yield port
            finally:
                self.ended.set()


def half_way(clerk: Clerk, line: socket.socket) -> None:
    """Take a message as far as its first line, and then be silent."""
    answers(line, *GREETED, b"354 go on")
    line.recv(1)
    clerk.silence(line)


@on_sqlite
def test_a_mail_that_is_stopped_in_the_middle_waits_and_goes_once(office: Office) -> None:
    clerk, box = Clerk(), Box()

    with clerk.at(half_way) as port:
        of = account(office, port)
        mail = waiting(office, of, text=MORE_THAN_THE_LINE_HOLDS)
        office.run_watched(clerk.watch, outbox.send_some)
    left = standing(office, mail)
    with served(box, data_size_limit=None) as port:
        moved(office, of, port)
        office.run(outbox.send_some)

    assert (left.state, left.attempts, left.code) == (MailState.QUEUED, 0, "")
    assert standing(office, mail).state is MailState.SENT
    assert len(box.taken) == 1


def test_a_mail_that_has_left_whole_is_sent_though_the_program_ends(office: Office) -> None:
    clerk = Clerk()

    def talk(line: socket.socket) -> None:
        answers(line, *GREETED, b"354 go on")
        until_dot(line)
        clerk.reached.set()
        line.sendall(b"250 taken\r\n")

    with scripted(talk) as port:
        of = account(office, port)
        first, second = waiting(office, of), waiting(office, of)
        with pytest.raises(Cancelled):
            office.run_watched(clerk.watch, outbox.send_some)

    assert states(office, first, second) == [MailState.SENT, MailState.QUEUED]


def test_a_server_that_never_greets_keeps_nobody(office: Office) -> None:
    clerk = Clerk()

    with clerk.at() as port:
        of = account(office, port)
        mail = waiting(office, of)
        office.run_watched(clerk.watch, outbox.send_some)

    assert states(office, mail) == [MailState.QUEUED]


def test_fetching_is_stopped_as_well(office: Office) -> None:
    clerk = Clerk()

    with clerk.at() as port:
        of = boxed(office, port)
        office.run(mail_accounts.tell_password, of.id, "x")
        with pytest.raises(Cancelled):
            office.run_watched(clerk.watch, mailboxes.fetch_all)


def test_trying_an_account_is_stopped_as_well(office: Office) -> None:
    clerk = Clerk()

    with clerk.at() as port:
        form = form_of_account(boxed(office, port))
        with pytest.raises(Cancelled):
            office.run_watched(clerk.watch, try_written, form, "x")


def states(office: Office, *mails: Mail) -> list[MailState]:
    return [standing(office, one).state for one in mails]
