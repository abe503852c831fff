"""Scrolling: a page that is taller than its room, with the ground of pages and slim bars."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.kit.sheets import scroll_bar
from app.ui.kit.theme import theme


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
