from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.pick_dialog import Asking, PickDialog
from tests.ui.keys import press, type_in

ASKING = Asking("Insert", "Which?", "braces", "Lines", "Find")
LINES = {"greet": "Good day", "thanks": "Thank you", "bye": "Kind regards"}


@pytest.fixture
def answers() -> list[str]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, answers: list[str]) -> Iterator[PickDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = PickDialog(parent, ASKING, LINES, answers.append)
    made.open()
    yield made
    parent.close()


def test_a_line_is_found_by_its_words_and_taken_by_enter(
    dialog: PickDialog, answers: list[str]
) -> None:
    type_in(dialog.search, "than")
    press(dialog.hits, Qt.Key.Key_Return)

    assert answers == ["thanks"]


def test_a_line_is_found_by_its_key_and_arrows_choose_while_words_are_typed(
    dialog: PickDialog, answers: list[str]
) -> None:
    type_in(dialog.search, "e")
    count = dialog.hits.count()
    press(dialog.search, Qt.Key.Key_Down)
    dialog._take()

    assert count == 2
    assert answers == ["bye"]


def test_nothing_is_told_where_nothing_fits_or_nothing_is_wanted(
    dialog: PickDialog, answers: list[str]
) -> None:
    type_in(dialog.search, "xyz")
    press(dialog.search, Qt.Key.Key_Down)
    dialog._take()
    dialog.reject()

    assert answers == []
