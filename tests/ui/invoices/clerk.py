"""A clerk at the keyboard: types wherever the cursor is, and waits for nothing but answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NOTHING = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@dataclass(frozen=True, slots=True)
class Clerk:
    """Presses keys; ``settle`` waits until the office has answered."""

    settle: Callable[[], None]

    def here(self) -> QWidget:
        """Return what has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    def type(self, text: str) -> None:
        """Type a text, each key to what has the keyboard then."""
        for sign in text:
            QTest.keyClicks(self.here(), sign)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING, times: int = 1) -> None:
        """Press a key, perhaps several times."""
        for _time in range(times):
            QTest.keyClick(self.here(), key, held)

    def enter(self, text: str = "", times: int = 1) -> None:
        """Type a text and press Enter."""
        self.type(text)
        self.press(Key.Key_Return, times=times)

    def line(self, *cells: str) -> None:
        """Write a line: each cell, then Enter; an empty one is passed over."""
        for place, cell in enumerate(cells):
            self.type(cell)
            if place == 0:
                self.press(Key.Key_Escape)
            self.press(Key.Key_Return)
