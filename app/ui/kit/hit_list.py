"""A short list of lines on a page: arrows choose, Enter or a double click picks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.ui.kit.sheets import page_list
from app.ui.kit.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitList(QListWidget):
    """Lines that lead somewhere; ``picked(item)`` when one is wanted.

    ``nothing`` is what an empty list says of itself.
    """

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = ""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._pick)
        theme().dress(self, page_list)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.nothing and not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme().tokens.muted))
            room = self.viewport().rect().adjusted(theme().px(8), theme().px(8), -theme().px(8), 0)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self.nothing)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item: QListWidgetItem | None = self.currentItem()
        if event.key() in _ENTER and item is not None:
            self.picked.emit(item)
        else:
            super().keyPressEvent(event)

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item)
