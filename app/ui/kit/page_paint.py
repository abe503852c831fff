"""How pages look on the screen: white on a calm ground, their marks like a text marker's."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.kit.page_text import Box
from app.ui.kit.pdf_pictures import Picture
from app.ui.kit.theme import theme

SELECTED = QColor("#a9c8ff")
FOUND = QColor("#ffe680")
LOOKED_AT = QColor("#ffb84d")
_EDGE = QColor("#8a4b00")
_VEIL = 170


def paint_ground(painter: QPainter, area: QRect, *, veil: bool = False) -> None:
    """Paint what pages lie on, or lay it over them as a veil."""
    ground = QColor(theme().tokens.side)
    if veil:
        ground.setAlpha(_VEIL)
    painter.fillRect(area, ground)


def paint_page(painter: QPainter, rect: QRectF, picture: Picture | None) -> None:
    """Paint a page: its edge, white paper, and the picture as sharp as it is."""
    tokens = theme().tokens
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(QColor("#ffffff"))
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
    if picture is None:
        return
    place = picture.place_in(rect)
    ratio = painter.device().devicePixelRatioF()
    is_sharp = abs(place.width() * ratio - picture.clip.width()) < 1
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_sharp)
    if is_sharp:
        corner = QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
        size = QSizeF(picture.clip.width() / ratio, picture.clip.height() / ratio)
        place = QRectF(corner, size)
    painter.drawImage(place, picture.image)


def paint_bands(
    painter: QPainter, page: QRectF, scale: float, bands: Iterable[Box], colour: QColor
) -> None:
    """Colour ranges of text, as with a marker: what is black stays black."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for band in bands:
        painter.fillRect(on_page(page, scale, band), colour)
    painter.restore()


def paint_frame(painter: QPainter, page: QRectF, scale: float, bands: Iterable[Box]) -> None:
    """Frame a range of text, so that it stands out also without colours."""
    painter.setPen(QPen(_EDGE, 1.5))
    painter.setBrush(QColor(0, 0, 0, 0))
    for band in bands:
        painter.drawRect(on_page(page, scale, band).adjusted(-1.5, -1.5, 1.5, 1.5))


def paint_ring(painter: QPainter, area: QRect) -> None:
    """Show that the keyboard is here."""
    painter.setPen(QPen(QColor(theme().tokens.accent), 2))
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def on_page(page: QRectF, scale: float, box: Box) -> QRectF:
    """Return where a box of a page stands in the view."""
    corner = page.topLeft() + QPointF(box.left, box.top) * scale
    return QRectF(corner, QSizeF(box.right - box.left, box.bottom - box.top) * scale)
