"""Icons: Tabler's line drawings, coloured by the look and crisp at every scale.

button.setIcon(icon("file-plus"))
painter.drawPixmap(place, drawing("alert-circle", 16, hues.bad, ratio))
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import RESOURCES
from app.ui.kit.theme import theme

FOLDER = RESOURCES / "icons"
_PEN = b'stroke-width="1.75"'


class SvgEngine(QIconEngine):
    """Draws one named icon in the colour that the mode asks for."""

    def __init__(self, name: str, hue: str) -> None:
        super().__init__()
        self._name = name
        self._hue = hue

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        renderer(self._name, self._colour(mode)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        width, height = round(size.width() * scale), round(size.height() * scale)
        pixels = QPixmap(_pixels(self._name, width, height, self._colour(mode)))
        pixels.setDevicePixelRatio(scale)
        return pixels

    def clone(self) -> QIconEngine:
        return SvgEngine(self._name, self._hue)

    def _colour(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled:
            return theme().tokens.disabled
        if mode == QIcon.Mode.Selected and self._hue == "text":
            return theme().tokens.on_selected
        colour: str = getattr(theme().tokens, self._hue)
        return colour


def icon(name: str, hue: str = "text") -> QIcon:
    """Return an icon by its Tabler name, drawn in a colour token of the look."""
    return QIcon(SvgEngine(name, hue)) if name else QIcon()


def drawing(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return an icon as pixels for painting by hand, ``size`` wide, in a colour."""
    pixels = QPixmap(_pixels(name, round(size * ratio), round(size * ratio), colour))
    pixels.setDevicePixelRatio(ratio)
    return pixels


def read_all() -> None:
    """Read every icon beside the window, which may wait for the disk and the interpreter."""
    for file in FOLDER.glob("*.svg"):
        _source(file.stem)


@lru_cache(maxsize=512)
def renderer(name: str, colour: str) -> QSvgRenderer:
    """Return what draws an icon in a colour."""
    drawn = _source(name).replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(drawn))


@cache
def _source(name: str) -> bytes:
    return (FOLDER / f"{name}.svg").read_bytes().replace(b'stroke-width="2"', _PEN)


@lru_cache(maxsize=1024)
def _pixels(name: str, width: int, height: int, colour: str) -> QPixmap:
    pixels = QPixmap(max(width, 1), max(height, 1))
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    renderer(name, colour).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixels
