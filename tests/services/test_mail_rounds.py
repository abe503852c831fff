"""Whatever becomes of the line, the server or the program: no mail is lost, none is sent twice."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.correspondence.mail import MOST_ATTEMPTS, Mail, MailState
from app.outside.clock import FixedClock
from app.outside.passwords import Memory, kept_by
from app.services import mail_accounts, outbox
from app.services.mail_logins import asks
from app.services.office import Cancelled, Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.offices import open_office
from app.storage.turns import turns
from tests.builders import TODAY
from tests.chances import few
from tests.databases import on_sqlite
from tests.mail_servers import HOST, Box, served
from tests.services.outgoing_mail import MovedClock, account, at, moved, waiting

pytestmark = pytest.mark.network
KILLED = -signal.SIGKILL if hasattr(signal, "SIGKILL") else None
STEPS = ("hello", "greeted", "from", "to", "data", "half", "dot", "taken", "never")
"""Where a server hangs up; from ``dot`` on the whole message is there."""
WHOLE = frozenset({"dot", "taken", "never"})


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@dataclass
class Fickle:
    """A server that hangs up at a step of each connection; it knows which messages it has whole."""

    steps: list[str]
    whole: list[bytes] = field(default_factory=list)

    def talk(self, line: socket.socket) -> None:
        step = self.steps.pop(0) if self.steps else "never"
        with line.makefile("rb") as lines:
            self._talk(line, lines, step)

    def _talk(self, line: socket.socket, lines: object, step: str) -> None:
        read = lines.readline  # type: ignore[attr-defined]  # a binary file
        if step == "hello":
            return
        line.sendall(b"220 hello\r\n")
        answers = {b"EHLO": ("greeted", b"250 me"), b"MAIL": ("from", b"250 ok")}
        answers[b"RCPT"] = ("to", b"250 ok")
        while said := read():
            verb = said[:4].upper()
            if verb == b"DATA":
                if step == "data" or not self._message(line, read, step):
                    return
                continue
            name, answer = answers.get(verb, ("", b"221 bye"))
            if name == step:
                return
            line.sendall(answer + b"\r\n")
            if verb == b"QUIT":
                return

    def _message(self, line: socket.socket, read: object, step: str) -> bool:
        line.sendall(b"354 go on\r\n")
        message = b""
        while (said := read()) != b".\r\n":  # type: ignore[operator]  # as above
            if not said or (step == "half" and message):
                return False
            message += said
        self.whole.append(message)
        if step == "dot":
            return False
        line.sendall(b"250 taken\r\n")
        return step != "taken"


class Listening:
    """Serves one connection after the other until it is closed."""

    def __init__(self, server: Fickle) -> None:
        self._server = server
        self._listener = socket.create_server((HOST, 0))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        self.port: int = self._listener.getsockname()[1]

    def _serve(self) -> None:
        while True:
            line, _address = self._listener.accept()
            with line:
                first = line.recv(1, socket.MSG_PEEK) if self._is_closing else b""
                if self._is_closing and not first:
                    return
                try:
                    self._server.talk(line)
                except OSError:
                    continue

    _is_closing = False

    def close(self) -> None:
        self._is_closing = True
        socket.create_connection((HOST, self.port)).close()
        self._thread.join()
        self._listener.close()


def standing(office: Office, mail: Mail) -> Mail:
    with office.database.read() as unit:
        return unit.mails.get(mail.id)


@on_sqlite
@settings(max_examples=few(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(STEPS), max_size=8), number=st.integers(1, 3))
def test_wherever_the_line_breaks_no_mail_is_lost_and_none_is_sent_twice(
    office: Office, steps: list[str], number: int
) -> None:
    server = Fickle([*steps])
    clock = MovedClock()
    desk = at(office, clock)
    with ExitStack() as stack:
        listening = Listening(server)
        stack.callback(listening.close)
        of = account(desk, listening.port)
        mails = [waiting(desk, of) for _ in range(number)]
        for _ in range(len(steps) + number + 1):
            desk.run(outbox.send_some)
            clock.go_on(hours=2)

    marks = [one.message_id.encode() for one in mails]
    times = [sum(mark in message for message in server.whole) for mark in marks]
    states = [standing(desk, one).state for one in mails]
    assert max(times) <= 1
    for state, count in zip(states, times, strict=True):
        assert (state, count) in {
            (MailState.SENT, 1),
            (MailState.UNKNOWN, 0),
            (MailState.UNKNOWN, 1),
            (MailState.QUEUED, 0),
            (MailState.FAILED, 0),
        }


def test_mails_of_one_account_go_over_one_line(office: Office) -> None:
    box = Box()

    with served(box) as port:
        of = account(office, port)
        first, second = waiting(office, of), waiting(office, of)
        told = office.run(outbox.send_some)
        again = office.run(outbox.send_some)

    assert (told.sent, told.waiting, again.sent) == (2, 0, 0)
    assert len(box.taken) == 2
    assert {standing(office, one).state for one in (first, second)} == {MailState.SENT}


def test_a_mail_waits_with_growing_pauses_as_long_as_the_line_is_down(office: Office) -> None:
    clock, box = MovedClock(), Box()
    desk = at(office, clock)
    with served(box) as gone:
        of = account(desk, gone)
    mail = waiting(desk, of)

    desk.run(outbox.send_some)
    first = standing(desk, mail)
    desk.run(outbox.send_some)
    assert (first.state, first.code, first.attempts) == (MailState.QUEUED, "mail.line-down", 1)
    assert standing(desk, mail).attempts == 1
    for _ in range(MOST_ATTEMPTS + 2):
        clock.go_on(hours=2)
        desk.run(outbox.send_some)
    assert standing(desk, mail).state is MailState.QUEUED
    clock.go_on(minutes=1)
    assert desk.run(outbox.send_some).waiting == 1
    clock.go_on(hours=2)

    with served(box) as port:
        moved(desk, of, port)
        desk.run(outbox.send_some)
    assert standing(desk, mail).state is MailState.SENT
    assert len(box.taken) == 1


def test_a_server_that_is_always_busy_leaves_the_mail_to_a_person(office: Office) -> None:
    clock = MovedClock()
    desk = at(office, clock)
    with served(Box(data="451 later")) as port:
        mail = waiting(desk, account(desk, port))
        for _ in range(MOST_ATTEMPTS):
            desk.run(outbox.send_some)
            clock.go_on(hours=2)
    assert (standing(desk, mail).state, standing(desk, mail).code) == (
        MailState.FAILED,
        "mail.busy",
    )

    box = Box()
    with served(box) as port:
        of = desk.ask(mail_accounts.all_accounts)[0].account
        moved(desk, of, port)
        desk.do(outbox.send_again, mail.id)
        desk.run(outbox.send_some)
    assert (standing(desk, mail).state, len(box.taken)) == (MailState.SENT, 1)


def test_one_dead_server_does_not_keep_others_waiting(office: Office) -> None:
    box = Box()
    with served(Box()) as gone:
        dead = account(office, gone)
    lost = [waiting(office, dead) for _ in range(2)]

    with served(box) as port:
        fine = waiting(office, account(office, port, name="Sales"))
        told = office.run(outbox.send_some)

    assert (told.sent, told.waiting) == (1, 2)
    assert standing(office, fine).state is MailState.SENT
    assert [standing(office, one).attempts for one in lost] == [1, 0]


def test_a_refused_mail_fails_and_says_why(office: Office) -> None:
    with served(Box(recipient="550 no such user")) as port:
        mail = waiting(office, account(office, port))
        told = office.run(outbox.send_some)

    after = standing(office, mail)
    assert (told.failed, after.state, after.code) == (1, MailState.FAILED, "mail.refused")
    assert "no such user" in after.facts["answer"]


def test_without_its_password_a_mail_waits_untouched(office: Office) -> None:
    box = Box()
    with served(box, auth_require_tls=False) as port:
        of = account(office, port, "office")
        mail = waiting(office, of)
        told = office.run(outbox.send_some)

    assert told.asks == (of.id,)
    assert standing(office, mail) == mail
    assert box.taken == []
    assert not asks(account(office, 25, name="Open"))


def test_a_mail_that_somebody_hands_over_is_left_alone(office: Office) -> None:
    box = Box()
    with served(box) as port:
        mail = waiting(office, account(office, port))
        with turns(office.database, (mail.id,), 1):
            told = office.run(outbox.send_some)

    assert (told.sent, told.waiting, box.taken) == (0, 1, [])


def test_who_cancels_between_two_mails_has_sent_the_first(office: Office) -> None:
    box = Box()

    def stop(done: int, of: int) -> None:
        if done:
            raise Cancelled

    with served(box) as port:
        of = account(office, port)
        mails = [waiting(office, of) for _ in range(2)]
        with pytest.raises(Cancelled):
            office.run_watched(stop, outbox.send_some)

    assert [standing(office, one).state for one in mails] == [MailState.SENT, MailState.QUEUED]
    assert len(box.taken) == 1


@on_sqlite
@pytest.mark.skipif(KILLED is None, reason="there is no such signal here")
@pytest.mark.parametrize("step", ["greeted", "data", "dot"])
def test_a_program_killed_while_it_sends_leaves_the_mail_unknown(
    database: Database, step: str
) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    server, file = Killing([step]), database.rows.file
    assert file is not None
    folder = file.path.parent
    listening = Listening(server)
    mail = waiting(office, account(office, listening.port))
    office.close()

    child = subprocess.Popen([sys.executable, "-c", SENDS, str(folder)])
    server.child = child
    assert child.wait() == KILLED

    again = Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))
    told = again.run(outbox.send_some)
    after = standing(again, mail)
    again.close()
    listening.close()
    assert (told.sent, told.unknown) == (0, 1)
    assert (after.state, after.code) == (MailState.UNKNOWN, "mail.interrupted")


class Killing(Fickle):
    """A server that kills the program it speaks with, instead of hanging up."""

    child: subprocess.Popen[bytes] | None = None

    def talk(self, line: socket.socket) -> None:
        super().talk(line)
        while self.child is None:
            pass
        os.kill(self.child.pid, signal.SIGKILL)
        self.child.wait()


SENDS = """
import sys
from pathlib import Path
from app.outside.clock import SystemClock
from app.services import outbox
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
office = Office(open_office(Path(sys.argv[1])), SystemClock(), Actor("Maija"))
office.run(outbox.send_some)
"""
