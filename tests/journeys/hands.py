"""Two hands at a keyboard: every key goes to what has the keyboard then, and is counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, type_in

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 60_000


@dataclass(slots=True)
class Hands:
    """Presses keys; ``strokes`` counts them, but not the letters of a name."""

    qtbot: QtBot
    strokes: int = field(default=0)

    def here(self) -> QWidget:
        """Return what has the keyboard, once something has."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def name(self, text: str) -> None:
        """Type a name."""
        type_in(self.here(), text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key, perhaps several times."""
        for _time in range(times):
            press(self.here(), key, held)
            self.strokes += 1

    def walk_to(self, words: str) -> None:
        """Press Tab until the keyboard is where these words stand."""
        for _step in range(40):
            if words in words_of(self.here()):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(words, words_of(self.here()))

    def is_at(self, words: str) -> bool:
        """Say whether the keyboard is where these words stand."""
        found = QApplication.focusWidget()
        return found is not None and words in words_of(found)


def words_of(widget: QWidget) -> str:
    """Return what a clerk reads or hears of a widget that has the keyboard."""
    return f"{widget.accessibleName()} {widget.property('text') or ''}".replace("&", "")


def dialogs() -> list[QDialog]:
    """Return the dialogs that are shown."""
    found = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog))
    return [one for one in found if one.isVisible()]
