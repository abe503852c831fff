"""The pause: typing rests for half a second, or goes on for two seconds already."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

REST, LONGEST = 500, 2000


class Pause(QObject):
    """Tells when typing rests for half a second, and at least every two seconds."""

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.over)
        self._since = QElapsedTimer()

    @property
    def is_running(self) -> bool:
        """Say whether something was typed since the last rest."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Note a key."""
        if not self._timer.isActive():
            self._since.start()
        left = LONGEST - self._since.elapsed()
        self._timer.start(int(max(0, min(REST, left))))

    def stop(self) -> None:
        """Tell nothing: what was typed is kept already, or given up."""
        self._timer.stop()
