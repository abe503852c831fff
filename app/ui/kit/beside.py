"""Two widgets beside each other, with a line between them that is drawn to and fro."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui.kit.theme import theme


def beside(left: QWidget, right: QWidget, shares: tuple[int, int]) -> QSplitter:
    """Return two widgets beside each other, neither of which can be pushed away."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(theme().px(9))
    splitter.addWidget(left)
    splitter.addWidget(right)
    splitter.setSizes([theme().px(share) for share in shares])
    return splitter


def fill(page: QWidget, inner: QWidget) -> None:
    """Let a page be filled by one widget, to its edges."""
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(inner)
