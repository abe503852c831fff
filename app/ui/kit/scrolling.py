"""Scrolling: a page that is taller than its room, with the ground of pages and slim bars."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.ui.kit.sheets import scroll_bar
from app.ui.kit.theme import theme


class Snug(QScrollArea):
    """Holds a part of a page: as tall as what it holds, and scrolled where there is less room."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(inner)
        theme().dress(self.verticalScrollBar(), scroll_bar)

    def sizeHint(self) -> QSize:
        held = self.widget()
        return held.sizeHint() if held is not None else super().sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Scrolled(QScrollArea):
    """Holds a form or a page: as wide as there is room, as tall as it needs.

    The field that gets the keyboard is brought into sight.
    """

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        theme().dress(self.verticalScrollBar(), scroll_bar)
        theme().dress(self.horizontalScrollBar(), scroll_bar)
