"""The page view: fitting, zooming, selecting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.kit.pdf import Span
from app.ui.kit.preview import Preview
from tests.ui.keys import press
from tests.ui.papers import a_pdf


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    preview = Preview("Invoice")
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    qtbot.waitExposed(preview)
    return preview


def test_the_preview_fits_the_width_and_tells_the_page(preview: Preview) -> None:
    preview.show_pdf(a_pdf("one", "two"), "x.pdf")

    assert preview.pages.text() == "Page 1 of 2"
    assert abs(preview.view._place(0).width() - (600 - 32)) < 14


def test_zooming_keeps_the_place_and_ends_at_both_ends(preview: Preview) -> None:
    preview.show_pdf(a_pdf(*"abcdefgh"), "x.pdf")
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    share = bar.value() / bar.maximum()

    preview.view.set_zoom(2.0)
    assert abs(bar.value() / bar.maximum() - share) < 0.05

    preview.view.set_zoom(99)
    assert preview.view.zoom == 4.0
    preview.view.set_zoom(0)
    assert preview.view.zoom == 0.25


def test_text_is_selected_by_mouse_and_copied(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pdf(a_pdf("Lumo and Suoni"), "x.pdf")
    view = preview.view
    first, last = (
        view._on_screen(0, view.pdf.boxes(Span(0, place, 1))[0]).center().toPoint()  # type: ignore[union-attr]  # it is open
        for place in (0, 3)
    )

    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view.viewport(), last)
    view.setFocus()
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert view.selected() == "Lumo"
    assert QGuiApplication.clipboard().text() == "Lumo"


def test_everything_is_selected_over_all_pages(preview: Preview) -> None:
    preview.show_pdf(a_pdf("one", "two", "three"), "x.pdf")

    press(preview.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert [part.strip() for part in preview.view.selected().split("\n")] == ["one", "two", "three"]


def test_a_new_version_of_the_page_stays_where_one_was_reading(preview: Preview) -> None:
    preview.show_pdf(a_pdf(*"abcdef"), "x.pdf")
    preview.view.verticalScrollBar().setValue(700)

    preview.show_pdf(a_pdf(*"abcdeg"), "x.pdf")

    assert preview.view.verticalScrollBar().value() == 700
