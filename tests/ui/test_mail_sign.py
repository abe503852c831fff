"""The foot of the window says what a clerk should know of the mail, and leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.correspondence.mail import MailState
from app.domain.shared.ids import MailAccountId
from app.outside.passwords import Memory, kept_by
from app.services import mails
from app.services.mail_queues import Standing
from app.services.mailboxes import Visit
from app.services.office import Office
from app.ui import mail_rounds
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Note, Shell
from app.ui.mail_sign import MailSign, sign_parts
from tests.mail_servers import Box, served
from tests.services.outgoing_mail import account, boxed, waiting
from tests.ui.keys import press, type_in

pytestmark = pytest.mark.network
TROUBLE = Visit(MailAccountId(1), "Office", code="mail.line-down", facts={"host": "x"})


@pytest.fixture(autouse=True)
def memory() -> Iterator[Memory]:
    kept = Memory()
    with kept_by(kept):
        yield kept


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FIRST", "SOON"):
        monkeypatch.setattr(mail_rounds, name, 0)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    """A window that is closed after what it shows."""
    shown = QMainWindow()
    shown.resize(1280, 200)
    shown.show()
    yield shown
    shown.close()


@pytest.fixture
def sign(qtbot: QtBot, shell: Shell, window: QMainWindow) -> Iterator[MailSign]:
    """The sign at the foot of a window, which stops before its office is closed."""
    sign = MailSign(shell, window)
    window.setCentralWidget(sign.button)
    shell.book.enter((window,))
    yield sign
    shell.client.stop()
    qtbot.waitUntil(lambda: not shell.client.lanes.beside.is_busy)


def test_the_worst_is_said_first_and_nothing_when_all_is_well() -> None:
    full = Standing(waiting=2, failed=1, unknown=1, asks=(MailAccountId(1),))

    assert sign_parts(full, (TROUBLE,)) == [
        "1 mail perhaps sent",
        "1 mail failed",
        "1 mail password needed",
        "2 mails wait for the line",
        "Office cannot be read",
    ]
    assert sign_parts(Standing(), ()) == []
    assert sign_parts(None, ()) == []


def test_what_waits_for_the_line_is_said(qtbot: QtBot, office: Office, sign: MailSign) -> None:
    with served(Box()) as gone:
        of = account(office, gone)
    for _ in range(2):
        waiting(office, of)

    qtbot.waitUntil(lambda: sign.button.text() == "2 mails wait for the line")

    assert not sign.button.isHidden()


def test_it_goes_once_everything_is_sent(
    qtbot: QtBot, office: Office, shell: Shell, sign: MailSign
) -> None:
    told: list[Note] = []
    shell.noted.connect(told.append)
    with served(Box()) as port:
        mail = waiting(office, account(office, port))
        shell.book.action("post.now").trigger()
        qtbot.waitUntil(lambda: [one.text for one in told] == ["1 mail sent, 0 came in"])

    qtbot.waitUntil(sign.button.isHidden)
    assert office.ask(mails.get, mail.id).state is MailState.SENT


def test_a_password_is_asked_for_and_what_waited_leaves(
    qtbot: QtBot, office: Office, sign: MailSign, window: QMainWindow
) -> None:
    with served(Box(), auth_required=False, auth_require_tls=False) as port:
        mail = waiting(office, account(office, port, "office"))
        qtbot.waitUntil(lambda: "password" in sign.button.text())
        sign.button.click()
        qtbot.waitUntil(lambda: bool(window.findChildren(Dialog)))
        (dialog,) = window.findChildren(Dialog)
        assert "no key store" in dialog.accessibleDescription()
        line = dialog.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        type_in(line, "x")
        press(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: sign.button.text() != "" and "password" not in sign.button.text())

    assert office.ask(mails.get, mail.id).state is not MailState.SENT


def test_a_mailbox_that_cannot_be_read_is_told_when_it_is_asked(
    qtbot: QtBot, office: Office, sign: MailSign, window: QMainWindow, memory: Memory
) -> None:
    with served(Box()) as gone:
        one = boxed(office, gone)
    memory.put(f"account {one.id}", "x")
    qtbot.waitUntil(lambda: sign.button.text() == "Office cannot be read")

    sign.button.click()

    (dialog,) = window.findChildren(Dialog)
    assert "does not answer" in dialog.accessibleDescription()
    dialog.close()


def test_a_mail_that_failed_leads_to_the_mails(
    qtbot: QtBot, office: Office, shell: Shell, sign: MailSign, window: QMainWindow
) -> None:
    asked: list[str] = []
    steps = [one for one in ("go.letters", "letters.mail", "mail.stuck") if one in shell.book.rows]
    shell.book.offer(window, {one: partial(asked.append, one) for one in steps})
    with served(Box(recipient="550 no such user")) as port:
        waiting(office, account(office, port))
        qtbot.waitUntil(lambda: sign.button.text() == "1 mail failed")

    sign.button.click()

    assert asked == steps


def test_an_office_that_is_about_to_close_sends_no_more(shell: Shell, sign: MailSign) -> None:
    assert shell.book.action("post.now").isEnabled()

    shell.client.stop()

    assert not shell.book.action("post.now").isEnabled()
    assert sign.button.isHidden()
