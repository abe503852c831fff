"""Long work: tells how far it is, and can be cancelled by the clerk."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Signal

_QUIET = 0.05


class Work(QObject):
    """One piece of long work, as the window sees it; ``report`` is called by the worker.

    ``progressed(done, of)`` comes at most twenty times a second, ``ended()`` once, however it
    ended. ``cancel()`` makes the next report raise Cancelled in the worker: all is rolled back.
    """

    progressed = Signal(object, object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._told_at = 0.0

    @property
    def is_cancelled(self) -> bool:
        """Say whether the clerk asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()

    def report(self, done: int, of: int) -> None:
        """Tell how far the work is; raises Cancelled once the clerk asked to stop."""
        if self._stop.is_set():
            from app.services.office import Cancelled  # noqa: PLC0415  loads SQLAlchemy

            raise Cancelled
        now = time.monotonic()
        if done >= of or now - self._told_at >= _QUIET:
            self._told_at = now
            self.progressed.emit(done, of)
