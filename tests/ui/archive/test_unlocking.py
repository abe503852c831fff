"""The password of a locked document is asked for until it opens, or nobody knows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import DocumentId
from app.services import reading
from app.services.office import Office
from app.ui.archive.unlocking import Unlocking
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from tests import foreign
from tests.services.test_likeness import take


def test_the_password_is_hidden_while_it_is_typed_and_then_kept(
    qtbot: QtBot, shell: Shell, office: Office, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    one = DocumentId(take(office, "locked.pdf", foreign.a_locked_pdf("Salainen")))
    unlocking = Unlocking(shell, page)
    dialog = unlocking.ask(one, "locked.pdf")
    (line,) = dialog.findChildren(QLineEdit)
    assert line.echoMode() is QLineEdit.EchoMode.Password

    line.setText(foreign.SECRET)
    with qtbot.waitSignal(unlocking.opened):
        dialog.accept()

    assert office.ask(reading.password, one) == foreign.SECRET


def test_no_password_is_asked_for_again(qtbot: QtBot, shell: Shell, office: Office) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    one = DocumentId(take(office, "locked.pdf", foreign.a_locked_pdf("Salainen")))
    dialog = Unlocking(shell, page).ask(one, "locked.pdf")

    dialog.accept()

    def asks_again() -> bool:
        return any(other is not dialog for other in page.findChildren(Dialog))

    qtbot.waitUntil(asks_again)
    assert office.ask(reading.password, one) == ""
