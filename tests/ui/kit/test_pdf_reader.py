from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes
from app.ui.kit.pdf_reader import PdfReader
from tests.ui.keys import click, press
from tests.ui.pdfs import a_pdf
from tests.windows import bring_up


@pytest.fixture
def reader(qtbot: QtBot, lanes: Lanes) -> Iterator[PdfReader]:
    reader = PdfReader(lanes)
    qtbot.addWidget(reader)
    reader.resize(400, 500)
    bring_up(qtbot, reader)
    with qtbot.waitSignal(reader.shown):
        reader.show_pdf(a_pdf(("alpha beta", "gamma")), keep_place=False)
    qtbot.waitUntil(lambda: reader.reading.is_whole)
    yield reader
    reader.hide()


def point_of(reader: PdfReader, words: str) -> QPoint:
    text = reader.reading.texts[0]
    box = text.box(text.text.index(words))
    return reader.layout_now.place_of(
        0, QPointF(box.left + 1, (box.top + box.bottom) / 2)
    ).toPoint()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_the_keys_of_a_reader_come_before_those_of_the_window(
    reader: PdfReader, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()

    QApplication.sendEvent(reader, event)

    assert event.isAccepted()


def test_the_text_size_of_the_window_is_left_to_the_window(reader: PdfReader) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Plus, control)
    event.ignore()

    QApplication.sendEvent(reader, event)

    assert not event.isAccepted()


def test_a_click_with_shift_stretches_the_selection(qtbot: QtBot, reader: PdfReader) -> None:
    view = reader.viewport()
    click(view, point_of(reader, "alpha"))

    click(view, point_of(reader, "beta"), Qt.KeyboardModifier.ShiftModifier)

    assert reader.reading.selected() == "alpha "


def test_the_pointer_says_where_text_is(qtbot: QtBot, reader: PdfReader) -> None:
    view = reader.viewport()

    QTest.mouseMove(view, point_of(reader, "gamma"))
    qtbot.waitUntil(lambda: view.cursor().shape() == Qt.CursorShape.IBeamCursor)
    QTest.mouseMove(view, QPoint(3, 3))

    qtbot.waitUntil(lambda: view.cursor().shape() == Qt.CursorShape.ArrowCursor)


def test_selected_and_found_text_is_coloured(qtbot: QtBot, reader: PdfReader) -> None:
    plain = reader.grab().toImage()

    reader.seek("beta")
    reader.select_all()

    assert reader.grab().toImage() != plain
    press(reader, Qt.Key.Key_F3)
    assert reader.reading.finding.now == 0


def test_copying_nothing_does_nothing(qtbot: QtBot, reader: PdfReader) -> None:
    with qtbot.assertNotEmitted(reader.copied):
        press(reader, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
