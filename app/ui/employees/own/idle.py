"""Idle: tells when nobody touched keys or mouse for a while, and how long is left before that."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

LIMIT = 120
"""After so many seconds without keys or mouse self-service ends."""
WARNED = 20
"""The last so many seconds are counted down."""
_SECOND = 1000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Watches the program; ``left(seconds)`` every second, ``over()`` once when time is up."""

    left = Signal(object)
    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.limit = LIMIT
        self._since = QElapsedTimer()
        self._since.start()
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start(_SECOND)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more."""
        self._ticks.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._since.restart()
        return False

    def _tick(self) -> None:
        rest = self.limit - self._since.elapsed() // _SECOND
        if rest > 0:
            self.left.emit(rest)
        else:
            self.stop()
            self.over.emit()
