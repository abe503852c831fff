"""The scan field: takes what a scanner types, which ends with Enter, or what a clerk types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.editor import LineEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GROUP = "\x1d"
_SEPARATORS = (Qt.Key.Key_BracketRight, Qt.Key.Key_F8)
"""How scanners type the sign between GS1 elements: Ctrl+], or F8."""


class ScanEdit(LineEditor):
    """``scanned(text)`` tells a code that was ended with Enter; the field is empty afterwards."""

    scanned = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def value(self) -> str:
        """Return what stands in the field."""
        return self.text()

    def put(self, text: str) -> None:
        """Write something into the field."""
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and not is_held:
            text = self.text()
            self.clear()
            self.scanned.emit(text)
        elif event.key() == _SEPARATORS[1] or (is_held and event.key() == _SEPARATORS[0]):
            self.insert(_GROUP)
        else:
            super().keyPressEvent(event)
