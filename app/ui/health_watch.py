"""The watch over health: everything is read again once a week, a slice and a pause at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.domain.shared.refusals import OfficeError
from app.ui.kit.client import OfficeClient

A_WHILE_MS = 120_000
"""How long after an office was opened the first look is taken: the day begins with other work."""
PAUSE_MS = 1_000
AN_HOUR_MS = 3_600_000
SECONDS = 0.3


class HealthWatch(QObject):
    """Reads what is due in the lane of long work; what the clerk keeps comes first."""

    def __init__(self, client: OfficeClient, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        client.stopped.connect(self._stop)

    def wait(self) -> None:
        """Begin by itself after a while, and look again every hour."""
        if not self._client.office.is_read_only:
            self._timer.start(A_WHILE_MS)

    def look(self) -> None:
        """Read a slice of what is due, unless somebody is working."""
        lanes = self._client.lanes
        if lanes.commands.is_busy or lanes.long.is_busy:
            self._timer.start(PAUSE_MS)
            return
        # The service loads SQLAlchemy, which must not happen before the first paint.
        from app.services import health_rounds  # noqa: PLC0415  as said above

        self._client.ask_or(self._begin, self._failed, health_rounds.is_waiting)

    def _begin(self, is_waiting: object) -> None:
        from app.services import health_rounds  # noqa: PLC0415  as above

        if self._is_over:
            return
        if not is_waiting:
            self._timer.start(AN_HOUR_MS)
            return
        self._client.errand(self._went_on, health_rounds.check_some, SECONDS, refused=self._failed)

    def _went_on(self, is_over: object) -> None:
        if not self._is_over:
            self._timer.start(AN_HOUR_MS if is_over else PAUSE_MS)

    def _failed(self, _error: OfficeError) -> None:
        """Leave it until later: the disk or the role says no, and the page says why."""
        if not self._is_over:
            self._timer.start(AN_HOUR_MS)

    def _stop(self) -> None:
        self._is_over = True
        self._timer.stop()
