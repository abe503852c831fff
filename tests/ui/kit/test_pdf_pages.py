from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes
from app.ui.kit.page_layout import Fit
from app.ui.kit.pdf_pages import PdfPages
from tests.ui.pdfs import a_pdf
from tests.windows import bring_up

LONG = a_pdf(*((f"page {n}",) for n in range(60)))


@pytest.fixture
def pages(qtbot: QtBot, lanes: Lanes) -> Iterator[PdfPages]:
    pages = PdfPages(lanes)
    qtbot.addWidget(pages)
    pages.resize(300, 400)
    bring_up(qtbot, pages)
    with qtbot.waitSignal(pages.shown):
        pages.show_pdf(LONG, keep_place=False)
    yield pages
    pages.hide()


def is_sharp(pages: PdfPages) -> bool:
    held = pages._pictures.get(pages.page)
    rect = pages.layout_now.rect(pages.page)
    return held is not None and held.whole.width() == round(
        rect.width() * pages.devicePixelRatioF()
    )


def test_only_pages_that_are_near_are_drawn_and_kept(qtbot: QtBot, pages: PdfPages) -> None:
    qtbot.waitUntil(lambda: len(pages._pictures) >= 2)

    pages.go_to(40)

    qtbot.waitUntil(lambda: 40 in pages._pictures)
    assert len(pages._pictures) < 10


def test_pictures_far_away_are_forgotten(qtbot: QtBot, pages: PdfPages) -> None:
    pages.zoom_to(3.0)

    for page in range(0, 40, 2):
        pages.go_to(page)
        qtbot.waitUntil(lambda: is_sharp(pages))

    held = sum(one.clip.width() * one.clip.height() for one in pages._pictures.values())
    assert held < 60_000_000


def test_an_enlarged_page_becomes_sharp(qtbot: QtBot, pages: PdfPages) -> None:
    pages.zoom_to(2.0)

    qtbot.waitUntil(lambda: is_sharp(pages))


def test_a_huge_page_is_drawn_in_parts(qtbot: QtBot, pages: PdfPages) -> None:
    pages.zoom_to(8.0)

    qtbot.waitUntil(lambda: is_sharp(pages))
    picture = pages._pictures[pages.page]
    assert picture.clip.width() < picture.whole.width()


def test_a_page_that_fits_follows_the_room_and_keeps_its_place(
    qtbot: QtBot, pages: PdfPages
) -> None:
    pages.go_to(7)

    pages.resize(600, 400)

    qtbot.waitUntil(lambda: pages.layout_now.rect(0).width() > 500)
    assert (pages.zoom, pages.page) == (Fit.WIDTH, 7)


def test_texts_are_read_when_they_are_wanted(qtbot: QtBot, pages: PdfPages) -> None:
    pages.want_texts((30,))

    qtbot.waitUntil(lambda: 30 in pages.reading.texts)
    assert pages.reading.texts[30].text == "page 30"


def test_without_a_document_there_is_nothing_to_scroll(qtbot: QtBot, pages: PdfPages) -> None:
    pages.clear()
    pages.zoom_by(1)
    pages.go_to(3)

    assert (pages.file, pages.verticalScrollBar().maximum(), pages.page) == (None, 0, 0)
