"""A short list of lines leads somewhere by Enter and by a double click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.kit.hit_list import HitList
from tests.ui.keys import press


def test_enter_and_a_double_click_pick_the_line(qtbot: QtBot) -> None:
    lines = HitList("What happened")
    qtbot.addWidget(lines)
    lines.addItems(["first", "second"])
    picked: list[str] = []
    lines.picked.connect(lambda item: picked.append(item.text()))
    press(lines, Qt.Key.Key_Return)

    lines.setCurrentRow(1)
    press(lines, Qt.Key.Key_Return)
    lines.itemDoubleClicked.emit(lines.item(0))

    assert picked == ["second", "first"]
    assert lines.accessibleName() == "What happened"


def test_an_empty_list_says_so_and_a_filled_one_does_not(qtbot: QtBot) -> None:
    lines, bare = HitList("Payments"), HitList("Payments")
    for one in (lines, bare):
        qtbot.addWidget(one)
        one.resize(200, 100)
    lines.nothing = "Nothing here yet"

    empty = lines.grab().toImage() != bare.grab().toImage()
    for one in (lines, bare):
        one.addItem("first")
    filled = lines.grab().toImage() != bare.grab().toImage()

    assert (empty, filled) == (True, False)
