"""Banners: a strip over the page that says what is unusual here, with what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.kit.sheets import banner
from app.ui.kit.theme import theme


class Banner(QFrame):
    """One sentence and perhaps a button or two; it stays as long as what it says holds."""

    pressed = Signal()
    pressed_other = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        self.other = QPushButton()
        self.other.clicked.connect(self.pressed_other)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme().px(24), theme().px(6), theme().px(16), theme().px(6))
        line.setSpacing(theme().px(12))
        line.addWidget(self.text, 1)
        line.addWidget(self.other)
        line.addWidget(self.button)
        theme().dress(self, banner)
        self.hide()

    def tell(self, text: str, label: str = "", other: str = "") -> None:
        """Say a sentence, with a button or two if there is something to do; nothing goes away."""
        self.text.setText(text)
        self.other.setText(other)
        self.other.setVisible(bool(other))
        self.button.setText(label)
        self.button.setVisible(bool(label))
        self.setVisible(bool(text))
