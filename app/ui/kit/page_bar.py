"""The bar on top of a page: its title, and what can be done here, the main thing last."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from app.ui.kit.actions import ActionBook, ActionButton
from app.ui.kit.labels import LineLabel
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.theme import theme

_NUMBER = 20
"""So many letters of a title always show: the number of a paper, whole."""


class PageBar(QWidget):
    """A title at the left, buttons at the right; the last action is the primary one.

    ``bar.add(widget)`` puts anything else before the buttons: a state, a search box;
    ``bar.lead(widget)`` stands something else in the place of the title.
    """

    def __init__(self, title: str, book: ActionBook, actions: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.title = LineLabel(title, "title", _NUMBER)
        self._added = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        way = QBoxLayout.Direction.LeftToRight
        self._whole, self._right = QBoxLayout(way, self), QBoxLayout(way)
        self._parts = self._head, self._middle, self._line = _row(), _row(), _row()
        self._whole.setContentsMargins(0, 0, 0, 0)
        for row in (self._whole, self._right):
            row.setSpacing(theme().px(8))
        self._head.addWidget(self.title, 1)
        self._middle.addStretch(1)
        for name in actions:
            self._line.addWidget(book.button(name, primary=name == actions[-1]))
        self._whole.addLayout(self._head, 1)
        self._whole.addLayout(self._right)
        self._right.addLayout(self._middle, 1)
        self._right.addLayout(self._line)
        theme().dress(self, controls)

    def minimumSizeHint(self) -> QSize:
        widest = max(part.minimumSize().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for strip in self.findChildren(Strip):
            strip.fit(self.width())
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Stand the parts side by side, or under each other in a narrow window."""
        head, middle, line = (part.minimumSize().width() for part in self._parts)
        right = middle + line + theme().px(8)
        _turn(self._right, is_wide=right <= self.width())
        _turn(self._whole, is_wide=head + right + theme().px(8) <= self.width())

    def add(self, widget: QWidget) -> None:
        """Put a widget before the buttons, a button before those that are there."""
        if isinstance(widget, ActionButton):
            self._line.insertWidget(self._added, widget)
            self._added += 1
        else:
            self._middle.addWidget(widget)

    def lead(self, widget: QWidget) -> None:
        """Put a widget in the place of the title."""
        self.title.hide()
        self._head.insertWidget(0, widget)
        self._head.addStretch(1)


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px(8))
    return row


def _turn(row: QBoxLayout, *, is_wide: bool) -> None:
    way = QBoxLayout.Direction
    wanted = way.LeftToRight if is_wide else way.TopToBottom
    if wanted != row.direction():
        row.setDirection(wanted)
