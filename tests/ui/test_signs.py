"""The foot of a window has a sign for the mail, one for the archive and one for the backups."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.services import admin
from app.services.office import Office
from app.ui.kit.foot import Foot
from app.ui.kit.link import LinkButton
from app.ui.kit.shell import Shell
from app.ui.signs import put_signs


def test_the_signs_stand_at_the_foot_and_go_with_the_office(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    window, foot = QMainWindow(), Foot()
    window.setCentralWidget(foot)

    put_signs(shell, foot, office.ask(admin.company))

    assert len(foot.findChildren(LinkButton)) == 5
    shell.client.stop()
    qtbot.waitUntil(lambda: not foot.findChildren(LinkButton))
    window.close()
