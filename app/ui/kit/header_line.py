"""The header line of a table: words that end in … when they are cut, and where it is sorted.

The arrow points up where the smallest stands first, as in spreadsheets; Fusion's points down.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.kit.icons import drawing
from app.ui.kit.sheets import header
from app.ui.kit.theme import theme

_ARROW, _EDGE = 14, 4


class HeaderLine(QHeaderView):
    """The titles of the columns, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme().dress(self, header)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        super().paintSection(painter, rect, section)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            size = theme().px(_ARROW)
            left = rect.right() - size - theme().px(_EDGE)
            top = rect.top() + (rect.height() - size) // 2
            rises = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            name = "chevron-up" if rises else "chevron-down"
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(left, top, drawing(name, size, theme().tokens.text, ratio))
