"""A clerk closes the window while a mail is being handed over: none is lost, none goes twice."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.correspondence.mail import Mail, MailState
from app.outside.passwords import Memory, kept_by
from app.services import mail_accounts, mails, outbox, welcome
from app.services.office import Office
from app.services.welcome import NewOffice
from app.ui import looking_after, mail_rounds
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door, Ways
from tests.mail_servers import Box, answers, scripted, served, until_dot
from tests.services.outgoing_mail import account, moved, waiting
from tests.ui.ways import CLOCK, WHO
from tests.windows import bring_up

pytestmark = pytest.mark.network
GREETED = (b"250 hello", b"250 ok", b"250 ok")


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking_after, "SOON", 0)
    for name in ("FIRST", "SOON"):
        monkeypatch.setattr(mail_rounds, name, 0)


class Server:
    """Is silent once it came so far; afterwards it may still answer."""

    def __init__(self, *said: bytes, till_dot: bool = False) -> None:
        self.reached, self.goes_on, self.ended = (threading.Event() for _ in range(3))
        self._said, self._till_dot = said, till_dot

    def talk(self, line: socket.socket) -> None:
        answers(line, *self._said)
        if self._till_dot:
            until_dot(line)
        self.reached.set()
        if self._till_dot:
            self.goes_on.wait()
            line.sendall(b"250 taken\r\n")
        self.ended.wait()

    @contextmanager
    def served(self) -> Iterator[int]:
        with scripted(self.talk) as port:
            try:
                yield port
            finally:
                self.goes_on.set()
                self.ended.set()


@contextmanager
def closed_office(path: Path) -> Iterator[Office]:
    """Open the office of the window without it."""
    office = welcome.open_office(path, CLOCK, WHO)
    try:
        yield office
    finally:
        office.close()


def prepared(path: Path, port: int) -> Mail:
    welcome.create(path, NewOffice("Lumo & Suoni Oy", "FI", "fi"), CLOCK, WHO).close()
    with closed_office(path) as office:
        return waiting(office, account(office, port))


def opened_and_closed(qtbot: QtBot, door: Door, path: Path, reached: Callable[[], bool]) -> None:
    """Open the office in a window, and close that as soon as the server came so far."""
    window = MainWindow(door, door._lanes, Settings(), MODULES)
    bring_up(qtbot, window)
    with qtbot.waitSignal(door.opened):
        door.open(path)
    qtbot.waitUntil(reached)
    with qtbot.waitSignal(window.closed):
        window.close()
    window.deleteLater()


@pytest.fixture
def door(ways: Ways, lanes: Lanes) -> Door:
    return Door(ways, lanes)


def test_before_the_last_dot_the_mail_waits_for_the_next_window(
    qtbot: QtBot, door: Door, tmp_path: Path
) -> None:
    path, box, server = tmp_path / "Lumo.backdesk", Box(), Server(*GREETED)
    with server.served() as port:
        mail = prepared(path, port)
        opened_and_closed(qtbot, door, path, server.reached.is_set)

    with closed_office(path) as office, served(box) as port:
        left = office.ask(mails.get, mail.id)
        moved(office, office.ask(mail_accounts.all_accounts)[0].account, port)
        office.run(outbox.send_some)
        after = office.ask(mails.get, mail.id)

    assert (left.state, left.attempts, left.code) == (MailState.QUEUED, 0, "")
    assert (after.state, len(box.taken)) == (MailState.SENT, 1)


def test_after_the_last_dot_the_answer_is_heard_while_the_window_closes(
    qtbot: QtBot, door: Door, tmp_path: Path
) -> None:
    path = tmp_path / "Lumo.backdesk"
    server = Server(*GREETED, b"354 go on", till_dot=True)
    with server.served() as port:
        mail = prepared(path, port)
        answer = threading.Timer(0.3, server.goes_on.set)

        def reached() -> bool:
            if server.reached.is_set() and not answer.is_alive():
                answer.start()
            return server.reached.is_set()

        opened_and_closed(qtbot, door, path, reached)
        answer.join()

    with closed_office(path) as office:
        assert office.ask(mails.get, mail.id).state is MailState.SENT
