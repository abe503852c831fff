"""Empty states: what a list is for, and the one thing to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.focus import lead_to
from app.ui.kit.icons import drawing
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.theme import theme

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """A drawing, a title, a sentence and buttons, in the middle of an empty page."""

    def __init__(
        self,
        picture: str,
        title: str,
        text: str,
        buttons: tuple[QPushButton, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._drawn = QLabel()
        self.title = plain_label(title, "heading")
        self.text = plain_label(text, "muted")
        for label in (self.title, self.text):
            label.setAlignment(_CENTRE)
        self.buttons = buttons
        self._lay_out()
        if buttons:
            lead_to(self, buttons[0])
        theme().dress(self, controls)
        theme().changed.connect(self._draw)
        self._draw()

    def say(self, picture: str, title: str, text: str) -> None:
        """Say something else in place of what was said."""
        self._picture = picture
        self.title.setText(title)
        self.text.setText(text)
        self._draw()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(theme().px(8))
        column.addStretch(2)
        for widget in (self._drawn, self.title, self.text):
            column.addWidget(widget, 0, _CENTRE)
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        line.addStretch(1)
        for button in self.buttons:
            line.addWidget(button)
        line.addStretch(1)
        column.addSpacing(theme().px(8))
        column.addLayout(line)
        column.addStretch(3)

    def _draw(self) -> None:
        for label in (self.title, self.text):
            label.ensurePolished()
            words = label.fontMetrics().horizontalAdvance(label.text())
            label.setFixedWidth(min(words + theme().px(4), theme().px(440)))
        size = theme().px(48)
        pixels = drawing(self._picture, size, theme().tokens.muted, self.devicePixelRatioF())
        self._drawn.setPixmap(pixels)
