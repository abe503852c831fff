from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId
from app.ui.archive.viewer import MOST_SHOWN, Viewer, can_show
from app.ui.kit.lane import Lanes
from tests.ui.archive.conftest import a_picture
from tests.ui.pdfs import a_pdf

FILED = datetime(2026, 3, 10, tzinfo=UTC)
RECORD = Record(RecordId(1), "a.pdf", "application/pdf", 10, "0" * 64, "", FILED)
PICTURE = replace(RECORD, name="a.png", media_type="image/png")


@pytest.fixture
def viewer(qtbot: QtBot, lanes: Lanes) -> Viewer:
    viewer = Viewer(lanes)
    qtbot.addWidget(viewer)
    viewer.resize(400, 400)
    viewer.show()
    return viewer


def test_pages_pictures_and_texts_can_be_shown_unless_they_are_huge() -> None:
    assert can_show(RECORD) and can_show(PICTURE)
    assert can_show(replace(RECORD, media_type="text/csv"))
    assert not can_show(replace(RECORD, media_type="application/zip"))
    assert not can_show(replace(RECORD, size=MOST_SHOWN + 1))


def test_pages_are_shown_in_the_preview(qtbot: QtBot, viewer: Viewer) -> None:
    with qtbot.waitSignal(viewer.preview.shown):
        viewer.show_document(RECORD, a_pdf())

    assert viewer.currentWidget() is viewer.preview


def test_a_picture_is_shown_whole(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.show_document(PICTURE, a_picture(80, 20))

    qtbot.waitUntil(lambda: viewer.currentWidget() is viewer.picture)
    assert viewer.picture.picture.width() == 80


def test_a_picture_that_is_none_says_so(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.show_document(PICTURE, b"no picture")

    qtbot.waitUntil(lambda: "cannot be shown" in viewer.preview.words.text())


def test_a_picture_that_was_overtaken_is_not_shown(qtbot: QtBot, viewer: Viewer) -> None:
    text = replace(RECORD, name="b.txt", media_type="text/plain")

    viewer.show_document(PICTURE, a_picture())
    viewer.show_document(text, b"later")
    qtbot.waitUntil(lambda: not viewer._lanes.pages.is_busy)

    assert viewer.currentWidget() is viewer.text
    assert viewer.text.toPlainText() == "later"
