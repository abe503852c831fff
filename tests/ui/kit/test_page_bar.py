"""The bar of a page: its title, and the main thing last."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.kit.page_bar import PageBar
from app.ui.kit.shell import Shell


def test_the_last_action_is_the_primary_one_and_others_stand_before_it(
    qtbot: QtBot, shell: Shell
) -> None:
    bar = PageBar("Contacts", shell.book, ("person.new", "person.save"))
    qtbot.addWidget(bar)
    state = QLabel("Draft")

    bar.add(state)
    bar.show()

    buttons = bar.findChildren(QPushButton)
    primary = [button.accessibleName() for button in buttons if button.property("primary")]
    assert primary == ["Save"]
    assert state.x() < min(button.x() for button in buttons)
    assert bar.title.text() == "Contacts"
