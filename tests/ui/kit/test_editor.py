"""Editors: what all fields share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.kit.editor import CheckEdit, ComboEditor, Kind, LineEditor, MultiLine, NumberEditor
from tests.ui.keys import press, type_in


def test_a_problem_is_told_to_the_eye_and_to_the_ear(qtbot: QtBot) -> None:
    for editor in (LineEditor(), MultiLine(), ComboEditor(), CheckEdit("Flag")):
        qtbot.addWidget(editor)

        with qtbot.waitSignal(editor.problem_shown):
            editor.show_problem("Too long", Kind.WARN)

        assert editor.property("problem") == "warn"
        assert editor.accessibleDescription() == editor.toolTip() == "Too long"
        editor.show_problem("")
        assert editor.property("problem") == ""


def test_several_lines_are_left_by_tab_and_typing_is_told(qtbot: QtBot) -> None:
    editor = MultiLine(2)
    qtbot.addWidget(editor)
    editor.put("one")
    assert editor.tabChangesFocus()

    with qtbot.waitSignal(editor.edited):
        type_in(editor, "x")

    assert editor.value() == "xone"


def test_a_check_is_set_by_the_space_key(qtbot: QtBot) -> None:
    editor = CheckEdit("Flag")
    qtbot.addWidget(editor)
    editor.show()

    with qtbot.waitSignal(editor.edited):
        press(editor, Qt.Key.Key_Space)

    assert editor.value() is True
    editor.put(value=False)
    assert editor.value() is False


def test_entering_a_number_selects_it_so_that_typing_replaces_it(qtbot: QtBot) -> None:
    editor = NumberEditor()
    qtbot.addWidget(editor)
    editor.setText("12")
    editor.show()
    editor.activateWindow()

    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    type_in(editor, "7")

    assert editor.text() == "7"
