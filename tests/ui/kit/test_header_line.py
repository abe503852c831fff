"""The header line: the arrow points up where the smallest stands first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.ui.kit.header_line import HeaderLine


def spreads(picture: QImage) -> list[int]:
    """Return how wide the arrow is drawn, from its first row to its last."""
    found = []
    for y in range(2, picture.height() - 3):
        ground = picture.pixelColor(60, y)
        drawn = [x for x in range(96, 118) if picture.pixelColor(x, y) != ground]
        if drawn:
            found.append(drawn[-1] - drawn[0])
    return found


def test_the_arrow_points_up_where_a_list_rises(qtbot: QtBot) -> None:
    table = QTableView()
    line = HeaderLine(table)
    table.setHorizontalHeader(line)
    table.setModel(QStandardItemModel(1, 2))
    qtbot.addWidget(table)
    table.resize(400, 200)
    line.resizeSection(0, 120)
    table.show()
    pictures = []

    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        line.setSortIndicator(0, order)
        line.setSortIndicatorShown(True)
        pictures.append(line.viewport().grab().toImage())

    rising, falling = (spreads(picture) for picture in pictures)
    assert rising[0] < rising[-1]
    assert falling[0] > falling[-1]


def test_titles_that_are_cut_end_in_dots(qtbot: QtBot) -> None:
    line = HeaderLine()
    qtbot.addWidget(line)

    assert line.textElideMode() == Qt.TextElideMode.ElideRight
