"""The mail of a paper is written and opened, and the clerk is told how it leaves."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.correspondence.mail import Mail
from app.domain.correspondence.mail_form import MailForm
from app.services import mail_forms, outbox
from app.services.office import Desk
from app.services.permissions import Permission, command
from app.ui.kit.paper_mail import PaperMail
from app.ui.kit.shell import Shell


@command(Permission.MAIL_SEND)
def written(desk: Desk, number: int) -> Mail:
    form: MailForm = mail_forms.opened(desk).form
    return outbox.write(desk, form)


def test_a_mail_that_was_written_is_opened_to_be_read(shell: Shell, qtbot: QtBot) -> None:
    owner = QObject()

    with qtbot.waitSignals([shell.wanted, shell.noted]) as told:
        PaperMail(shell, owner).write(written, 7)

    assert told.signal_triggered
