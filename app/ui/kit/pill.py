"""A pill: a short word on a tinted ground, as the tables draw states."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.kit.theme import Theme, theme


class Pill(QLabel):
    """Says a state; its colour repeats what the word says."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().dress(self, self._sheet)
        self.tell(text, tone)

    def tell(self, text: str, tone: str) -> None:
        """Say another word; nothing said is not shown."""
        self._tone = tone
        self.setText(text)
        self.setVisible(bool(text))
        self.setStyleSheet(self._sheet(theme()))

    def _sheet(self, look: Theme) -> str:
        t, px = look.tokens, look.px
        return (
            f"QLabel {{ color: {t.tone(self._tone)}; background: {t.wash(self._tone)};"
            f" border: 1px solid {t.line}; border-radius: {px(8)}px;"
            f" padding: {px(1)}px {px(8)}px; }}"
        )
