"""A sign asks anew when its tables change, leads to its page, and is gone with its office."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QStyleOptionButton
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.ui.kit.foot_sign import FootLink, FootSign
from app.ui.kit.shell import Shell


class Counting(FootSign):
    """Counts how often it asks."""

    asked = 0

    def ask(self) -> None:
        self.asked += 1


def test_a_sign_asks_when_its_tables_change_until_it_is_stopped(shell: Shell) -> None:
    sign = Counting(shell, tables=frozenset({"note"}))

    shell.client.changed.emit(frozenset({"contact"}))
    assert sign.asked == 0

    shell.client.changed.emit(frozenset({"note", "contact"}))
    assert sign.asked == 1

    shell.client.stop()
    shell.client.changed.emit(frozenset({"note"}))
    assert sign.asked == 1


def test_a_sign_is_gone_before_its_office_is_swept_up(shell: Shell) -> None:
    sign = FootSign(shell)

    shell.client.stop()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not Shiboken.isValid(sign)
    assert not Shiboken.isValid(sign.button)


def test_a_sign_leads_by_the_steps_that_there_are(qtbot: QtBot, shell: Shell) -> None:
    sign = FootSign(shell, ("list.refresh", "not.there"))
    led: list[str] = []
    shell.book.action("list.refresh").triggered.connect(lambda: led.append("list.refresh"))
    shell.book.action("list.refresh").setEnabled(True)

    sign.lead()

    assert led == ["list.refresh"]
    sign.stop()


def test_a_link_with_too_little_room_ends_in_an_ellipsis_and_keeps_its_text(qtbot: QtBot) -> None:
    link, text = FootLink(), "1 mail failed · 1 mail waits for the line · 2 unread mails"
    qtbot.addWidget(link)
    link.lead_to(text)
    usual, least = link.sizeHint(), link.minimumSizeHint()
    shown = []
    for width in (usual.width(), least.width()):
        link.resize(width, usual.height())
        option = QStyleOptionButton()
        link.initStyleOption(option)
        shown.append(str(option.text))

    assert shown[0] == link.text() == text
    assert shown[1].endswith("…")
