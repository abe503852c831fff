"""Two passwords that differ are told of at the second, until they are the same."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.kit.fields import TextEdit
from app.ui.kit.twice import compare


def test_it_is_told_when_the_second_line_is_left_and_taken_back_when_both_are_the_same(
    qtbot: QtBot,
) -> None:
    password, again, told = TextEdit(), TextEdit(), list[str]()
    for line in (password, again):
        qtbot.addWidget(line)
    again.problem_shown.connect(lambda text, _kind: told.append(text))
    compare(password, again)
    password.setText("correct horse")

    again.editingFinished.emit()
    again.setText("correct hose")
    again.editingFinished.emit()
    password.setText("correct hose")
    again.editingFinished.emit()

    assert told == ["The two passwords are not the same.", ""]
