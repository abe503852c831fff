"""A colour: one of a few by name, or six hexadecimal digits of one's own, shown as it is."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.invoices.designs import is_colour
from app.ui.kit.fields import TextEdit
from app.ui.kit.theme import theme


class ColourEdit(TextEdit):
    """A line with a colour; empty is the house's own."""

    def __init__(self, usual: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self.setMaxLength(20)
        self.setPlaceholderText(usual)
        px = theme().px
        self.setTextMargins(px(26), 0, 0, 0)

    def colour(self) -> str:
        """Return the colour that is shown: the usual one while nothing fit stands here."""
        typed = self.value()
        return typed if is_colour(typed) else self._usual

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px = theme().px
        side = px(16)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme().tokens.border))
        painter.setBrush(QColor(self.colour()))
        painter.drawRoundedRect(px(8), (self.height() - side) // 2, side, side, px(3), px(3))
        painter.end()
