"""A picture from the archive, as large as there is room, never larger than it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.page_paint import paint_ground, paint_ring
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class PictureView(QWidget):
    """Shows one picture in the middle of a calm ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().changed.connect(self.update)

    def show_picture(self, picture: QImage, name: str, of: QSize) -> None:
        """Show a picture that is ``of`` a size itself in place of the one before."""
        self.picture = picture
        size = {"width": of.width(), "height": of.height()}
        self.setAccessibleName(_("Picture {name}, {width} by {height}", name=name, **size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_ground(painter, self.rect())
        place = self._place()
        painter.fillRect(place, QColor("#ffffff"))
        painter.drawImage(place, self.picture)
        if self.hasFocus():
            paint_ring(painter, self.rect())
        painter.end()

    def _place(self) -> QRect:
        edge = 2 * theme().px(16)
        room = self.size() - QSize(edge, edge)
        size = self.picture.size() / self.devicePixelRatioF()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        return place
