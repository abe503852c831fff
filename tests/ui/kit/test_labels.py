"""Small parts: labels, banners, empty states, page bars, the status line, sheets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.kit.labels import plain_label, show_role


def test_a_label_shows_text_and_never_obeys_it(qtbot: QtBot) -> None:
    label = plain_label("<b>Aamu</b>", "bad")
    qtbot.addWidget(label)

    show_role(label, "muted")

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Aamu</b>"
    assert label.property("role") == "muted"
