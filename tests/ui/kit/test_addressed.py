from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import ContactId
from app.ui.kit.addressed import Addressed, Addressing, addressed_around


def test_words_go_to_whom_the_nearest_page_writes(qtbot: QtBot) -> None:
    window, page, line, apart = QWidget(), QWidget(), QLineEdit(), QLineEdit()
    qtbot.addWidget(window)
    page.setParent(window)
    line.setParent(page)
    Addressing(page, lambda: Addressed(ContactId(7), "th"))
    apart.setParent(window)

    assert addressed_around(line) == Addressed(ContactId(7), "th")
    assert addressed_around(apart) == Addressed()
