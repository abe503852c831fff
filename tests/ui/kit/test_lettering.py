"""Texts are laid out once for the room they have, and shortened where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from app.ui.kit.lettering import Lettering

LONG = "Tampereen Teräs ja Rauta Oy"


@pytest.fixture
def painter(qapp: QApplication) -> Iterator[QPainter]:
    pixels = QPixmap(200, 100)
    painter = QPainter(pixels)
    yield painter
    painter.end()


def test_a_text_that_has_room_stays_as_it_is(painter: QPainter) -> None:
    written = Lettering().written(painter, LONG, 2000)

    assert written.drawn.text() == LONG
    assert abs(written.width - painter.fontMetrics().horizontalAdvance(LONG)) <= 1
    assert written.height > 0


def test_a_text_without_room_is_shortened_to_it(painter: QPainter) -> None:
    written = Lettering().written(painter, LONG, 90)

    assert written.drawn.text().endswith("…")
    assert 0 < written.width <= 90


def test_the_same_text_in_the_same_room_is_laid_out_once(painter: QPainter) -> None:
    lettering = Lettering()

    first, other = (lettering.written(painter, LONG, 90) for _time in range(2))

    assert first is other
    assert lettering.written(painter, LONG, 91) is not first


def test_what_is_forgotten_is_laid_out_for_the_font_of_now(painter: QPainter) -> None:
    lettering = Lettering()
    small = lettering.written(painter, LONG, 2000)
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    painter.setFont(font)

    lettering.forget()

    assert lettering.written(painter, LONG, 2000).width > small.width * 1.5


def test_only_so_many_texts_are_kept(painter: QPainter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.kit.lettering._MOST_KEPT", 3)
    lettering = Lettering()

    for number in range(10):
        lettering.written(painter, str(number), 90)

    assert len(lettering._kept) <= 3
