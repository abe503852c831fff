"""Where there is little room the right one of two widgets gives way to the left one."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.beside import Yielding, beside, fill
from app.ui.kit.theme import theme

LEAST = 600


def test_two_widgets_stand_side_by_side_and_fill_a_page(qtbot: QtBot) -> None:
    page, left, right = QWidget(), QLabel("left"), QLabel("right")
    qtbot.addWidget(page)
    both = beside(left, right, (500, 400))

    fill(page, both)

    assert [both.widget(at) for at in range(both.count())] == [left, right]
    assert not both.childrenCollapsible()


def test_the_page_stands_under_the_form_and_comes_back_beside_it(qtbot: QtBot) -> None:
    left, right = QWidget(), QLabel("page")
    column = QVBoxLayout(left)
    column.addWidget(QLabel("form"))
    column.addStretch(1)
    both = Yielding(left, right, (300, 300), LEAST)
    both.give_way_under(column)
    qtbot.addWidget(both)
    both.resize(theme().px(LEAST + 100), 400)
    both.show()

    both.resize(theme().px(LEAST - 100), 400)
    qtbot.waitUntil(lambda: right.parentWidget() is left)
    under = column.indexOf(right)
    both.resize(theme().px(LEAST + 100), 400)
    qtbot.waitUntil(lambda: right.parentWidget() is both)

    assert under == 2
    assert right.minimumHeight() == 0


def test_a_page_with_no_place_under_the_list_leaves_it_the_room(qtbot: QtBot) -> None:
    left, right = QWidget(), QLabel("page")
    both = Yielding(left, right, (300, 300), LEAST)
    qtbot.addWidget(both)
    both.resize(theme().px(LEAST + 100), 400)
    both.show()

    both.resize(theme().px(LEAST - 100), 400)
    qtbot.waitUntil(right.isHidden)
    both.resize(theme().px(LEAST + 100), 400)

    qtbot.waitUntil(right.isVisible)
