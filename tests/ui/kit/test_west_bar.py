"""The west bar: modules by key, counters, captions, icons only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.west_bar import NARROW, WIDE, WestBar
from tests.ui.keys import press


@pytest.fixture
def bar(qtbot: QtBot) -> WestBar:
    bar = WestBar()
    bar.add("file-invoice", "Invoices", "Daily work", "Invoices (Ctrl+1)")
    bar.add("users", "Contacts", "People and goods", "Contacts (Ctrl+2)")
    bar.add("package", "Products", "", "Products (Ctrl+3)")
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_keys_walk_the_modules_and_stop_at_the_ends(bar: WestBar) -> None:
    seen = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
        Qt.Key.Key_Up,
    ):
        press(bar, key)
        seen.append(bar.currentIndex())

    assert seen == [1, 2, 2, 1, 2, 0, 0]


def test_the_first_module_of_a_group_is_taller_by_its_caption(bar: WestBar) -> None:
    heights = [bar.tabSizeHint(place).height() for place in range(3)]

    assert heights[0] == heights[1] > heights[2] >= 24


def test_narrow_is_narrow_and_has_no_captions(bar: WestBar) -> None:
    wide = bar.tabSizeHint(2).width()

    bar.set_narrow(narrow=True)

    assert (wide, bar.tabSizeHint(2).width()) == (WIDE, NARROW)
    assert bar.tabSizeHint(0).height() == bar.tabSizeHint(2).height()
    assert bar.tabToolTip(0) == "Invoices (Ctrl+1)"
    assert not bar.grab().isNull()


def test_screen_readers_count_modules_only_and_hear_the_counter(bar: WestBar) -> None:
    bar.count_at(0, 3)

    tabs = QAccessible.queryAccessibleInterface(bar)
    assert bar.accessibleTabName(0) == "Invoices, 3"
    assert bar.count() == 3
    assert tabs is not None
    bar.count_at(0, 0)
    assert bar.accessibleTabName(0) == "Invoices"


def test_the_bar_is_painted_with_its_counter(bar: WestBar) -> None:
    before = bar.grab().toImage()

    bar.count_at(2, 12)

    assert bar.grab().toImage() != before


def test_the_bar_gives_way_where_there_is_no_room_for_all_modules(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    bar = WestBar()
    for place in range(12):
        bar.add("file-invoice", f"Module {place}", "", "")
    column = QVBoxLayout(frame)
    column.addWidget(bar)
    column.addStretch(1)

    least = frame.minimumSizeHint().height()
    frame.resize(300, 2000)
    frame.show()

    assert least < bar.sizeHint().height()
    assert bar.height() == bar.sizeHint().height()
