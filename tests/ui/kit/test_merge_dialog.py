"""Two versions side by side are settled by the keyboard, and nothing is saved before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.shared.merging import Fate, Side
from app.services.last_changes import LastChange
from app.ui.kit.merge_dialog import MergeDialog, change_title
from app.ui.kit.merge_rows import MergeRow
from tests.ui.keys import press
from tests.windows import bring_up

ROWS = (
    MergeRow("name", "Name", Fate.CLASH, "a", "b", "c"),
    MergeRow("note", "Note", Fate.THEIRS, "", "", "new"),
    MergeRow("town", "Town", Fate.CLASH, "x", "y", "z"),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[MergeDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1000, 700)
    bring_up(qtbot, parent)
    dialog = MergeDialog(parent, "Bert changed this", ROWS, has_base=True)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    parent.hide()


def test_nothing_is_saved_before_every_clash_is_chosen(dialog: MergeDialog) -> None:
    before = dialog.save_button.isEnabled()
    dialog.choose("name", Side.MINE)
    between = dialog.save_button.isEnabled()
    dialog.choose("town", Side.THEIRS)

    assert (before, between, dialog.save_button.isEnabled()) == (False, False, True)


def test_arrows_choose_and_go_on_and_enter_saves(dialog: MergeDialog) -> None:
    saved: list[object] = []
    dialog.saved.connect(saved.append)
    first, second = dialog.unsettled()

    first.setFocus()
    press(first, Qt.Key.Key_Right)
    press(first, Qt.Key.Key_Down)
    press(second, Qt.Key.Key_Left)
    press(second, Qt.Key.Key_Down)
    press(dialog.save_button, Qt.Key.Key_Return)

    assert saved == [{"name": Side.MINE, "town": Side.THEIRS}]


def test_escape_goes_on_editing(dialog: MergeDialog) -> None:
    told: list[object] = []
    dialog.finished.connect(told.append)
    dialog.saved.connect(told.append)
    dialog.taken.connect(lambda: told.append("taken"))

    press(dialog, Qt.Key.Key_Escape)

    assert told == [0]


def test_theirs_is_taken_as_a_whole(dialog: MergeDialog) -> None:
    told: list[object] = []
    dialog.taken.connect(lambda: told.append("taken"))

    dialog.take_button.click()

    assert told == ["taken"]


def test_who_changed_it_is_told_as_far_as_one_may_know() -> None:
    moment = datetime(2026, 3, 10, 12, 2, tzinfo=UTC)

    assert change_title(LastChange(7, "Bert", moment), "Anna").startswith("Bert changed this, ")
    assert change_title(LastChange(7, "Anna", moment), "Anna").startswith("You changed this")
    assert change_title(LastChange(7), "Anna") == "Somebody changed this meanwhile"
