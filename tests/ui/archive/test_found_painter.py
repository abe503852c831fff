"""The passage under a row is painted by whichever cells are painted, with its words marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.domain.archive.found import FoundDocument, Snippet, Spot
from app.domain.archive.row import DocumentRow
from app.ui.archive.found_painter import FoundPainter, _layout
from app.ui.archive.listing import columns
from app.ui.archive.marks import Marks
from app.ui.archive.naming import Naming
from app.ui.kit.page_paint import FOUND
from app.ui.kit.table import Answer, TableModel
from app.ui.kit.table_view import TableView
from app.ui.kit.theme import Density, Look, theme
from tests.ui.archive.test_listing import ROW

LONG = "Laskujen maksaminen " + "ja niin edelleen " * 40


def nothing(_ids: tuple[int, ...], _answer: Answer[DocumentRow]) -> None:
    """Answer nothing."""


@pytest.fixture
def table(qtbot: QtBot) -> TableView:
    marks = Marks()
    model = TableModel(columns(Naming(), marks), nothing)
    view = TableView("Archive")
    qtbot.addWidget(view)
    view.use(model)
    model.setParent(view)
    view.paint_with(FoundPainter(view, marks, 0))
    view.resize(700, 300)
    view.show()
    row = replace(ROW, title="Lasku 20260001")
    marks.put((FoundDocument(row, (Spot(0, 5),), Snippet(LONG, (Spot(0, 8),), 1)),))
    model.show_first((row,))
    return view


def yellow(image: QImage, rows: Sequence[int]) -> int:
    marker = QColor(FOUND).rgb()
    return sum(image.pixel(x, y) == marker for y in rows for x in range(image.width()))


def test_words_are_marked_in_title_and_passage(table: TableView) -> None:
    image = table.viewport().grab().toImage()
    height = theme().row_height

    assert yellow(image, range(height)) > 50
    assert yellow(image, range(height, height + 40)) > 50


def test_a_part_of_a_row_is_painted_as_the_whole_would_be(table: TableView) -> None:
    whole = table.viewport().grab().toImage()
    part = QRect(60, 0, 200, 80)

    painted = table.viewport().grab(part).toImage()

    assert painted == whole.copy(part)


def test_dark_rows_are_marked_with_a_darker_marker(table: TableView) -> None:
    theme().wear(Look.DARK, Density.NORMAL, 100, still=True)

    image = table.viewport().grab().toImage()

    assert yellow(image, range(image.height())) == 0


def test_a_long_passage_ends_in_dots_on_its_last_line(table: TableView) -> None:
    layout = _layout(LONG, (Spot(0, 8), Spot(400, 404)), 300, table.font())

    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert len(layout.formats()) == 1


def test_rows_grow_with_the_text(table: TableView) -> None:
    before = table.verticalHeader().defaultSectionSize()

    theme().wear(Look.LIGHT, Density.NORMAL, 200, still=True)

    assert table.verticalHeader().defaultSectionSize() > 1.8 * before


def test_what_is_cut_off_a_title_is_not_marked(table: TableView) -> None:
    marks = table.itemDelegate()._marks  # type: ignore[attr-defined]  # a painter of what was found
    row = replace(ROW, title="Vuokrasopimus ja muut liitteet " * 9 + "lasku")
    at = len(row.title) - 5
    marks.put((FoundDocument(row, (Spot(at, at + 5),), Snippet("x", (), 1)),))
    model = table.model()
    assert isinstance(model, TableModel)
    model.show_first((row,))

    image = table.viewport().grab().toImage()

    assert yellow(image, range(theme().row_height)) == 0
