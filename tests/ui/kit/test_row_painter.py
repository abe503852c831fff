"""Cells are painted as text, icon or badge; a page of them in few calls."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.ui.kit.row_painter import badge, ink
from app.ui.kit.table import Column, TableModel
from app.ui.kit.table_view import TableView
from app.ui.kit.theme import Density, Look, theme
from app.ui.kit.tokens import DARK, LIGHT


@dataclass(frozen=True)
class Row:
    id: int
    text: str


COLUMNS: tuple[Column[Row], ...] = (
    Column("Text", lambda row: row.text, width=160),
    Column("Sum", lambda row: row.text, right=True, width=160),
    Column("Mark", lambda row: row.text, is_pill=True, tone=lambda _row: "good", width=160),
    Column("Icon", lambda _row: "", icon=lambda _row: "user", width=160),
)
TEXT, SUM, MARK, ICON = range(4)


@pytest.fixture
def table(qtbot: QtBot) -> TableView:
    model: TableModel[Row] = TableModel(COLUMNS, lambda _ids, _answer: None)
    table = TableView("Rows")
    model.setParent(table)
    table.use(model)
    qtbot.addWidget(table)
    table.resize(700, 300)
    model.show_first([Row(1, "Lamp"), Row(2, "Lamp")])
    table.show()
    qtbot.waitExposed(table)
    return table


def seen(table: TableView) -> QImage:
    return table.viewport().grab().toImage()


def cell(table: TableView, row: int, column: int) -> QRect:
    return table.visualRect(table.model().index(row, column))


def painted(image: QImage, place: QRect, ground: str) -> list[int]:
    """Return where across a cell something stands that is not its ground."""
    return [
        x
        for x in range(place.left(), place.right())
        if any(
            image.pixelColor(x, y).name() != ground for y in range(place.top(), place.bottom() - 1)
        )
    ]


def test_a_text_begins_at_the_left_and_a_sum_ends_at_the_right(table: TableView) -> None:
    image, pad = seen(table), theme().px(10)
    text, total = cell(table, 1, TEXT), cell(table, 1, SUM)

    assert abs(painted(image, text, LIGHT.surface)[0] - text.left() - pad) <= 2
    assert abs(total.right() - painted(image, total, LIGHT.surface)[-1] - pad) <= 2


def test_a_badge_stands_on_a_ground_of_its_tone(table: TableView) -> None:
    image, place = seen(table), cell(table, 1, MARK)

    middle = image.pixelColor(place.left() + theme().px(15), place.center().y())

    assert middle.name() == LIGHT.wash("good")


def test_an_icon_needs_no_text(table: TableView) -> None:
    assert painted(seen(table), cell(table, 1, ICON), LIGHT.surface)


def test_every_row_ends_in_a_line(table: TableView) -> None:
    image = seen(table)

    ends = {
        image.pixelColor(cell(table, row, column).bottomRight()).name()
        for row in range(2)
        for column in range(4)
    }

    assert ends == {LIGHT.line}
    assert image.pixelColor(5, image.height() - 5).name() == LIGHT.surface


def test_another_look_is_painted_at_once(table: TableView) -> None:
    seen(table)

    theme().wear(Look.DARK, Density.NORMAL, 100, still=True)

    image, place = seen(table), cell(table, 1, MARK)
    middle = image.pixelColor(place.left() + theme().px(15), place.center().y())
    assert middle.name() == DARK.wash("good")


def test_larger_text_is_laid_out_anew(qtbot: QtBot, table: TableView) -> None:
    before = text_width(table)

    theme().wear(Look.LIGHT, Density.NORMAL, 200, still=True)

    qtbot.waitUntil(lambda: text_width(table) > before * 1.5)


def text_width(table: TableView) -> int:
    across = painted(seen(table), cell(table, 1, TEXT), LIGHT.surface)
    return across[-1] - across[0]


def test_a_badge_is_drawn_once_for_its_size(table: TableView) -> None:
    first, other = (badge(40, 18, LIGHT.surface, LIGHT.line, 2.0) for _time in range(2))

    assert first is other
    assert first.devicePixelRatio() == 2.0
    assert ink(LIGHT.line) == QColor(LIGHT.line)
