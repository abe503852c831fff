from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.kit.page_paint import (
    FOUND,
    paint_bands,
    paint_frame,
    paint_ground,
    paint_page,
    paint_ring,
)
from app.ui.kit.page_text import Box
from app.ui.kit.pdf_pictures import Picture
from app.ui.kit.theme import Density, Look, theme


def a_canvas() -> tuple[QImage, QPainter]:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image, QPainter(image)


def test_paper_stays_white_and_its_ground_follows_the_look(qapp: QApplication) -> None:
    theme().wear(Look.DARK, Density.NORMAL, 100, still=True)
    image, painter = a_canvas()

    paint_ground(painter, QRect(0, 0, 100, 100))
    paint_page(painter, QRectF(20, 20, 60, 60), None)
    painter.end()

    assert image.pixelColor(50, 50) == QColor("#ffffff")
    assert image.pixelColor(5, 5) == QColor(theme().tokens.side)


def test_a_sharp_picture_is_painted_pixel_by_pixel(qapp: QApplication) -> None:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    image, painter = a_canvas()

    paint_page(
        painter, QRectF(20, 20, 60, 60), Picture(QSize(60, 60), QRect(0, 0, 60, 60), picture)
    )
    painter.end()

    assert image.copy(20, 20, 60, 60) == picture


def test_a_marker_leaves_black_letters_black(qapp: QApplication) -> None:
    image, painter = a_canvas()
    painter.fillRect(10, 10, 5, 5, QColor("#000000"))

    paint_bands(painter, QRectF(0, 0, 100, 100), 1.0, (Box(0, 0, 50, 50),), FOUND)
    painter.end()

    assert image.pixelColor(12, 12) == QColor("#000000")
    assert image.pixelColor(30, 30) == FOUND


def test_the_hit_that_is_looked_at_and_the_keyboard_have_a_frame(qapp: QApplication) -> None:
    image, painter = a_canvas()

    paint_frame(painter, QRectF(0, 0, 100, 100), 1.0, (Box(40, 40, 60, 60),))
    paint_ring(painter, QRect(0, 0, 100, 100))
    painter.end()

    assert image.pixelColor(38, 50).lightness() < 200
    assert image.pixelColor(1, 50) == QColor(theme().tokens.accent)
