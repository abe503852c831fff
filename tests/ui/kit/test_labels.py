"""Small parts: labels, banners, empty states, page bars, the status line, sheets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QProxyStyle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.labels import LineLabel, plain_label, show_role


def test_a_label_shows_text_and_never_obeys_it(qtbot: QtBot) -> None:
    label = plain_label("<b>Aamu</b>", "bad")
    qtbot.addWidget(label)

    show_role(label, "muted")

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Aamu</b>"
    assert label.property("role") == "muted"


class CountingStyle(QProxyStyle):
    """Counts how often a widget is dressed."""

    dressed = 0

    def polish(self, widget: object) -> None:
        self.dressed += 1


def test_only_another_look_dresses_a_widget_anew(qtbot: QtBot) -> None:
    label, style = plain_label("Aamu", "text"), CountingStyle()
    qtbot.addWidget(label)
    label.setStyle(style)
    before = style.dressed

    show_role(label, "text")
    unchanged = style.dressed
    show_role(label, "bad")

    assert (unchanged, style.dressed) == (before, before + 1)


def test_a_label_in_a_form_is_never_lower_than_its_lines(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    label = plain_label("a sentence of many words " * 6)
    column.addWidget(label)
    qtbot.addWidget(window)
    window.setFixedWidth(200)
    window.show()
    line = label.fontMetrics().height()
    lines = label.fontMetrics().horizontalAdvance(label.text()) // label.width()
    narrow = label.height()

    window.setFixedWidth(900)
    qtbot.waitUntil(lambda: label.minimumHeight() < narrow)
    wide = label.minimumHeight()
    label.setText("")

    assert narrow >= lines * line
    assert line <= wide <= 3 * line
    assert label.minimumHeight() == 0


def test_a_label_on_one_line_is_cut_where_the_room_ends_and_tells_the_whole(qtbot: QtBot) -> None:
    label = LineLabel("Nokian kaupunki, tekninen toimi", "heading")
    qtbot.addWidget(label)
    label.resize(400, 30)
    label.show()
    wide = label.is_cut

    label.resize(60, 30)
    QApplication.sendEvent(label, QEvent(QEvent.Type.ToolTip))

    assert (wide, label.is_cut) == (False, True)
    assert label.text() == label.toolTip() == "Nokian kaupunki, tekninen toimi"
    assert label.minimumSizeHint().width() < label.sizeHint().width()
