"""The view of a PDF as a clerk uses it: by keys, by mouse, and while the page changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.ui.kit.dialogs import Dialog
from app.ui.kit.lane import Lanes
from app.ui.kit.page_layout import Fit, Zoom
from app.ui.kit.preview import Preview
from app.ui.kit.texts import speak
from tests.ui.keys import drag, press, type_in
from tests.ui.pdfs import a_pdf
from tests.windows import bring_up

PAGES = a_pdf(("Lumo & Suoni Oy", "Total 686,56"), ("Kahvila Aamu Oy",), ("The end",))
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot, lanes: Lanes) -> Iterator[Preview]:
    view = Preview(lanes)
    qtbot.addWidget(view)
    view.resize(500, 400)
    bring_up(qtbot, view)
    yield view
    view.hide()


def shown(qtbot: QtBot, view: Preview, pdf: bytes = PAGES, name: str = "1.pdf") -> None:
    with qtbot.waitSignal(view.shown):
        view.show_pdf(pdf, name)
    qtbot.waitUntil(lambda: 0 in view.pages.reading.texts)


def is_fitting(zoom: Zoom) -> bool:
    return zoom is Fit.WIDTH


def test_a_document_is_shown_sharp_with_its_page_and_zoom(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)

    assert view.tools.page.text() == "Page 1 of 3"
    assert view.tools.zoom.text() == "57%"
    page = view.pages.layout_now.rect(0)
    assert view.pages._pictures[0].image.width() == round(page.width())
    assert view.pages.grab().toImage().pixelColor(250, 40).name() == "#ffffff"


def test_the_place_stays_while_the_same_document_is_written_anew(
    qtbot: QtBot, view: Preview
) -> None:
    shown(qtbot, view)
    view.pages.zoom_to(2.0)
    view.pages.go_to(1)
    place = view.pages.corner

    shown(qtbot, view, a_pdf(("Other",), ("words",), ("here",)))

    assert (view.pages.corner, view.pages.zoom, view.pages.page) == (place, 2.0, 1)


def test_another_document_begins_at_its_top(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)
    view.pages.go_to(2)

    shown(qtbot, view, a_pdf(("Other",), ("words",), ("here",)), "2.pdf")

    assert view.pages.corner == QPointF(0, 0)


def test_of_documents_in_a_row_the_last_is_shown(qtbot: QtBot, view: Preview) -> None:
    last = a_pdf(("last",))

    with qtbot.waitSignal(view.shown):
        for number in range(20):
            view.show_pdf(a_pdf((f"{number}",)), "1.pdf")
        view.show_pdf(last, "1.pdf")

    assert view.pdf == last


def test_keys_scroll_enlarge_and_shrink(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)
    pages = view.pages

    press(pages, Qt.Key.Key_End)
    assert pages.page == 2
    press(pages, Qt.Key.Key_Home)
    press(pages, Qt.Key.Key_PageDown)
    assert pages.corner.y() > 0
    press(pages, Qt.Key.Key_Plus)
    assert pages.zoom == 0.67
    press(pages, Qt.Key.Key_Minus)
    press(pages, Qt.Key.Key_Minus)

    assert pages.zoom == 0.33
    press(pages, Qt.Key.Key_0)
    assert is_fitting(pages.zoom)


def test_the_wheel_with_control_enlarges_what_is_under_it(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)
    at = QPointF(200, 200)
    before = view.pages.layout_now.point_on(0, view.pages.corner + at)
    turn = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        _CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt takes it by place only
    )

    QApplication.sendEvent(view.pages.viewport(), turn)

    after = view.pages.layout_now.point_on(0, view.pages.corner + at)
    assert view.pages.zoom == 0.67
    assert abs(after.y() - before.y()) < 2


def test_selected_text_is_copied(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)
    pages = view.pages
    text = pages.reading.texts[0]
    start, end = text.box(0), text.box(text.text.index("\r") - 1)
    corner = pages.layout_now.rect(0).topLeft()
    scale = pages.layout_now.scale
    first = (corner + QPointF(start.left + 1, start.top + 4) * scale).toPoint()
    last = (corner + QPointF(end.right + 3, end.top + 4) * scale).toPoint()

    drag(pages.viewport(), first, last)
    press(pages, Qt.Key.Key_C, _CONTROL)

    assert QGuiApplication.clipboard().text() == "Lumo & Suoni Oy"


def test_a_double_click_selects_a_word(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)
    pages = view.pages
    text = pages.reading.texts[0]
    box = text.box(text.text.index("686"))
    place = pages.layout_now.place_of(0, QPointF(box.left + 1, box.top + 3)).toPoint()

    QTest.mouseDClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert pages.reading.selected() == "686,56"


def test_everything_is_copied_also_from_pages_that_were_never_looked_at(
    qtbot: QtBot, view: Preview
) -> None:
    shown(qtbot, view)

    press(view.pages, Qt.Key.Key_A, _CONTROL)
    with qtbot.waitSignal(view.told):
        press(view.pages, Qt.Key.Key_C, _CONTROL)

    copied = QGuiApplication.clipboard().text()
    assert copied == "Lumo & Suoni Oy\nTotal 686,56\nKahvila Aamu Oy\nThe end"


def test_words_are_found_on_every_page_by_keys_alone(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)

    press(view.pages, Qt.Key.Key_F, _CONTROL)
    type_in(view.line.words, "OY")
    qtbot.waitUntil(lambda: view.line.count.text() == "1 of 2")
    press(view.line.words, Qt.Key.Key_Return)

    assert view.line.count.text() == "2 of 2"
    assert view.pages.page == 1
    press(view.line.words, Qt.Key.Key_Escape)
    assert view.line.isHidden()
    assert view.pages.reading.finding.hits == ()


def test_what_is_not_there_is_said(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)

    view.search()
    type_in(view.line.words, "zzz")

    qtbot.waitUntil(lambda: view.line.count.text() == "Nothing found")


def test_a_page_under_mending_is_dimmed_and_comes_back(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)

    view.hold("The figures are not right.")

    assert view.pages.is_dimmed
    card = view.pages.findChild(QLabel, "card")
    assert isinstance(card, QLabel)
    assert (card.isVisible(), card.text()) == (True, "The figures are not right.")
    shown(qtbot, view)
    assert not view.pages.is_dimmed
    assert not card.isVisible()


def test_what_is_no_document_is_said_in_a_sentence(qtbot: QtBot, view: Preview) -> None:
    view.show_pdf(b"%PDF-garbage", "x.pdf")

    qtbot.waitUntil(lambda: "cannot be shown" in view.words.text())
    assert view.words.isVisible()
    assert not view.tools.isVisible()


def test_a_view_without_a_document_says_what_to_do(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)

    view.empty("Choose an invoice to see its page.")
    view.search()
    view.print_out()
    view.save_as()

    assert view.words.text() == "Choose an invoice to see its page."
    assert view.pdf == b""
    assert not view.line.isVisible()


def test_a_screen_reader_gets_the_text_of_the_page(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)

    assert view.pages.accessibleName() == "1.pdf, Page 1 of 3"
    assert "686,56" in view.pages.accessibleDescription()


def test_a_saved_document_is_the_same_to_the_bit(
    qtbot: QtBot, view: Preview, tmp_path: Path
) -> None:
    shown(qtbot, view)
    target = tmp_path / "copy.pdf"

    with qtbot.waitSignal(view.told) as told:
        view.save(view.pdf, str(target))

    assert target.read_bytes() == PAGES
    assert told.args == ["Saved as copy.pdf"]


def test_what_cannot_be_saved_is_said_and_leaves_nothing(
    qtbot: QtBot, view: Preview, tmp_path: Path
) -> None:
    shown(qtbot, view)

    view.save(view.pdf, str(tmp_path / "no such folder" / "copy.pdf"))

    dialog = view.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    assert dialog.accessibleName() == "The PDF was not saved"
    assert list(tmp_path.glob("**/*.pdf")) == []
    dialog.accept()


def test_saving_asks_for_a_place_with_the_name_of_the_document(qtbot: QtBot, view: Preview) -> None:
    shown(qtbot, view)

    view.save_as()

    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert dialog.selectedFiles()[0].endswith("1.pdf")
    dialog.reject()


def test_the_view_speaks_the_language_of_the_window(qtbot: QtBot, lanes: Lanes) -> None:
    speak("fi", "FI")
    view = Preview(lanes)
    qtbot.addWidget(view)

    assert view.tools.zoom.text() == "0 %" or "%" in view.tools.zoom.text()
