"""Links: a button that leads to another record, and looks like it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.kit.icons import icon
from app.ui.kit.theme import Theme, theme


def link_look(theme: Theme) -> str:
    """Return the look of a link: its colour, and a ring while it has the keyboard."""
    t, px = theme.tokens, theme.px
    return f"""
QPushButton {{
  background: transparent; color: {t.accent}; border: 2px solid transparent; text-align: left;
  border-radius: {px(4)}px; padding: {px(2)}px; min-height: {px(20)}px;
}}
QPushButton:hover {{ text-decoration: underline; }}
QPushButton:focus {{ border: 2px solid {t.accent}; }}
"""


class LinkButton(QPushButton):
    """Leads to what its text names; without a text it is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon("external-link", "accent"))
        self.setIconSize(QSize(theme().px(16), theme().px(16)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().dress(self, link_look)
        self.hide()

    def lead_to(self, text: str) -> None:
        """Show where the link leads; nowhere for an empty text."""
        self.setText(text)
        self.setVisible(bool(text))
