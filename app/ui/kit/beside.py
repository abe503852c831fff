"""Two widgets beside each other, with a line between them that is drawn to and fro."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.ui.kit.theme import theme

_TALL = 480
"""How tall a page is under a form."""


def beside(left: QWidget, right: QWidget, shares: tuple[int, int]) -> QSplitter:
    """Return two widgets beside each other, neither of which can be pushed away."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(theme().px(9))
    splitter.addWidget(left)
    splitter.addWidget(right)
    splitter.setSizes([theme().px(share) for share in shares])
    return splitter


class Yielding(QSplitter):
    """Two widgets beside each other; where there is too little room the right one gives way.

    It stands ``under`` what is on the left then, as tall as a page wants to be, or is not there.
    ``least`` is the width from which there is room for both, at the usual text size.
    """

    def __init__(self, left: QWidget, right: QWidget, shares: tuple[int, int], least: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._right, self._shares, self._least = right, shares, least
        self._under: QBoxLayout | None = None
        self._is_wide = True
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme().px(9))
        self.addWidget(left)
        self._stand_beside()

    def give_way_under(self, column: QBoxLayout) -> None:
        """Let the right widget stand at the end of a column, where there is little room."""
        self._under = column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= theme().px(self._least)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            QTimer.singleShot(0, self, self._move)

    def _move(self) -> None:
        if self._is_wide:
            self._right.setMinimumHeight(0)
            self._stand_beside()
            self._right.show()
        elif self._under is None:
            self._right.hide()
        else:
            self._under.addWidget(self._right)
            self._right.setMinimumHeight(theme().px(_TALL))

    def _stand_beside(self) -> None:
        self.addWidget(self._right)
        self.setSizes([theme().px(share) for share in self._shares])


def fill(page: QWidget, inner: QWidget) -> None:
    """Let a page be filled by one widget, to its edges."""
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(inner)
