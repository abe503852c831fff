"""The table view: painted rows, keys, sorting, copying what is selected."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.kit.shell import Shell
from app.ui.kit.table_view import TableView
from app.ui.kit.theme import Density, Look, theme
from app.ui.kit.tokens import LIGHT
from tests.ui.people import PeopleTab, add

Settle = Callable[[], None]


@pytest.fixture
def ids(office: Office) -> tuple[int, ...]:
    return add(office, *(f"Person {number:02}" for number in range(30)))


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, ids: tuple[int, ...], settle: Settle) -> PeopleTab:
    page = PeopleTab(shell)
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    settle()
    return page


@pytest.fixture
def table(page: PeopleTab) -> TableView:
    return page.table


def test_rows_are_painted_and_the_chosen_one_is_seen(qtbot: QtBot, table: TableView) -> None:
    image = table.viewport().grab().toImage()
    first, second = (table.visualRect(table.model().index(row, 2)) for row in (0, 1))

    assert image.pixelColor(first.center()).name() == LIGHT.selected
    assert image.pixelColor(second.center()).name() == LIGHT.surface
    assert image.pixelColor(second.bottomRight()).name() == LIGHT.line


def test_selected_rows_come_in_the_order_of_the_list(
    table: TableView, ids: tuple[int, ...]
) -> None:
    table.clearSelection()
    for row in (5, 2, 3):
        index = table.model().index(row, 0)
        table.selectionModel().select(
            index,
            table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
        )

    assert table.selected_ids() == (ids[2], ids[3], ids[5])


def test_a_double_click_opens(qtbot: QtBot, table: TableView, ids: tuple[int, ...]) -> None:
    place = table.visualRect(table.model().index(3, 1)).center()

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert opened.args == [ids[3]]


def test_a_column_that_cannot_be_sorted_is_not(qtbot: QtBot, table: TableView) -> None:
    with qtbot.assertNotEmitted(table.sorted):
        table.horizontalHeader().sectionClicked.emit(2)

    table.show_sort("none such", falling=True)
    assert not table.horizontalHeader().isSortIndicatorShown()


def test_density_and_text_size_move_the_rows_that_are_shown(table: TableView) -> None:
    theme().wear(Look.LIGHT, Density.COMFORTABLE, 150, still=True)

    assert table.rowHeight(0) == theme().row_height == 63


def test_rows_have_one_height_and_tab_leaves(table: TableView) -> None:
    mode = table.verticalHeader().sectionResizeMode(0)

    assert mode == QHeaderView.ResizeMode.Fixed
    assert not table.tabKeyNavigation()
    assert table.accessibleName() == "Contacts"


def test_fitting_makes_room_for_icon_and_text(table: TableView) -> None:
    table.resizeColumnToContents(1)
    words = table.fontMetrics().horizontalAdvance("Person 00")

    assert table.columnWidth(1) >= words + theme().px(24)


def test_columns_grow_with_the_text(table: TableView) -> None:
    before = table.columnWidth(1)

    theme().wear(Look.LIGHT, Density.NORMAL, 150, still=True)
    grown = table.columnWidth(1)
    theme().wear(Look.LIGHT, Density.NORMAL, 100, still=True)

    assert grown == before * 3 // 2
    assert table.columnWidth(1) == before
