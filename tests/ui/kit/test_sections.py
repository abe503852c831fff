from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.lang.texts import mark
from app.ui.kit.sections import Section, Sections, Strip


class Page(QWidget):
    def __init__(self, strip: Strip) -> None:
        super().__init__()
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(strip)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)


@pytest.fixture
def sections(qtbot: QtBot) -> Sections:
    made = Sections((Section("one", mark("Accounts"), Page), Section("two", mark("Journal"), Page)))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_the_first_section_is_shown_and_no_other_is_built(sections: Sections) -> None:
    assert sections.current is sections.page("one")
    assert len(sections._pages) == 1


def test_a_name_of_the_strip_leads_to_its_section(qtbot: QtBot, sections: Sections) -> None:
    button = next(
        one for one in sections.current.findChildren(QPushButton) if one.text() == "Journal"
    )

    with qtbot.waitSignal(sections.turned):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    page = sections.page("two")
    assert sections.current is page
    assert isinstance(page, Page)
    assert page.field.hasFocus()


def test_the_strip_of_a_section_always_shows_its_own_name(sections: Sections) -> None:
    first = sections.current
    sections.show_section("two")
    sections.show_section("one")

    checked = [one.text() for one in first.findChildren(QPushButton) if one.isChecked()]

    assert checked == ["Accounts"]


def test_the_names_are_smaller_where_there_is_less_room(qtbot: QtBot) -> None:
    names = tuple((str(at), mark("Letters that came in")) for at in range(5))
    strip = Strip(names, "0")
    qtbot.addWidget(strip)
    usual = strip.buttons["0"].sizeHint().width()

    strip.fit(usual * 4)
    small = strip.buttons["0"].sizeHint().width()
    strip.fit(usual * 9)

    assert small * 5 < usual * 5
    assert strip.buttons["0"].sizeHint().width() == usual
