"""The watch: the longest time for which a window's event loop did not turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer

PATIENCE = 120_000
TICK = 2


class Watch(QObject):
    """Ticks on the window's thread; the longest time between two ticks is the longest gap."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Forget what was seen and watch from now on."""
        self.longest = 0.0
        self._since.start()
        self._timer.start(TICK)

    def gap(self) -> float:
        """Return the longest gap so far in milliseconds, one that is still open included."""
        self._tick()
        return self.longest

    def _tick(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e6)
        self._since.start()


def turn_until(is_there: Callable[[], bool]) -> None:
    """Let the window work until something is there; raises TimeoutError."""
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if is_there() else None)
    QTimer.singleShot(PATIENCE, loop, lambda: loop.exit(1))
    look.start(1)
    if not is_there() and loop.exec():
        raise TimeoutError(is_there)
    look.stop()
