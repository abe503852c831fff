from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.kit.page_text import PageText
from app.ui.kit.preview_bars import FindLine, PageTools
from app.ui.kit.reading import Reading
from tests.ui.keys import press, type_in


def test_the_tools_are_there_only_with_pages(qtbot: QtBot) -> None:
    tools = PageTools()
    qtbot.addWidget(tools)

    tools.tell(2, 3, 1.25)
    assert (tools.page.text(), tools.zoom.text()) == ("Page 2 of 3", "125%")
    assert tools.zoom.accessibleName() == "Zoom 125%"
    tools.tell(1, 0, 1.0)

    assert tools.isHidden()


def test_tools_that_nobody_wants_stay_away(qtbot: QtBot) -> None:
    tools = PageTools()
    qtbot.addWidget(tools)
    tools.is_wanted = False

    tools.tell(1, 3, 1.0)

    assert tools.isHidden()


def test_every_button_has_a_name(qtbot: QtBot) -> None:
    tools, line = PageTools(), FindLine()
    qtbot.addWidget(tools)
    qtbot.addWidget(line)

    named = (tools.smaller, tools.bigger, tools.search, tools.print, tools.save)
    assert all(button.accessibleName() for button in (*named, line.before, line.after))


def test_the_line_says_how_far_the_reading_is(qtbot: QtBot) -> None:
    line, reading = FindLine(), Reading(2)
    qtbot.addWidget(line)
    reading.finding.find("x", reading.texts)

    line.tell(reading)
    assert line.count.text() == "0 pages read"
    reading.keep(0, PageText.of("", ()))
    reading.keep(1, PageText.of("", ()))
    line.tell(reading)

    assert line.count.text() == "Nothing found"
    assert not line.after.isEnabled()


def test_enter_seeks_at_once_and_then_goes_on(qtbot: QtBot) -> None:
    line = FindLine()
    qtbot.addWidget(line)
    line.open()
    sought: list[str] = []
    stepped: list[int] = []
    line.sought.connect(sought.append)
    line.stepped.connect(stepped.append)

    type_in(line.words, "oy")
    press(line.words, Qt.Key.Key_Return)
    press(line.words, Qt.Key.Key_Return)
    press(line.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert (sought, stepped) == (["oy"], [1, -1])
