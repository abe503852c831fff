"""The night watch: the archive is verified a little at a time, while the window is at rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.archive.proof import Proof
from app.domain.shared.refusals import OfficeError
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Reply

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Office

A_WHILE_MS = 20_000
"""How long after an office was opened the first look is taken."""
PAUSE_MS = 300
AN_HOUR_MS = 3_600_000
SECONDS = 0.4
TABLES = frozenset({"proof", "proof_finding"})
"""What changes while the archive is verified."""


class NightWatch(QObject):
    """Verifies in the lane of long work, a slice and a pause; ``went_on(proof)`` after each."""

    went_on = Signal(object)

    def __init__(self, client: OfficeClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def wait(self) -> None:
        """Begin by itself after a while, and again every hour, once a day has gone by."""
        self._timer.start(A_WHILE_MS)

    def stop(self) -> None:
        """Pause; what was read is kept, and the next office that is opened goes on."""
        self._timer.stop()
        self._timer.timeout.disconnect(self.look)

    def look(self) -> None:
        """Verify if it is time; what the clerk keeps comes first."""
        if self._client.lanes.commands.is_busy:
            self._timer.start(PAUSE_MS)
        else:
            self._run(_if_waiting)

    def begin(self) -> None:
        """Verify now, whenever it was done last."""
        self._run(_some)

    def _run(self, part: Callable[[Office], Proof | None]) -> None:
        if not self._is_busy:
            self._is_busy = True
            work = partial(part, self._client.office)
            self._client.lanes.long.run(work, Reply(self._went_on, self._failed))

    def _went_on(self, proof: Proof | None) -> None:
        self._is_busy = False
        if proof is None:
            self._timer.start(AN_HOUR_MS)
            return
        self.went_on.emit(proof)
        self._client.changed.emit(TABLES)
        self._timer.start(AN_HOUR_MS if proof.is_ended else PAUSE_MS)

    def _failed(self, error: Exception) -> None:
        """Leave it: the disk or the role says no, and whoever works is told so by their work."""
        self._is_busy = False
        self._timer.start(AN_HOUR_MS)
        if not isinstance(error, OfficeError):
            raise error


def _some(office: Office) -> Proof | None:
    # The service loads SQLAlchemy, here in a thread of its own.
    from app.services import proving  # noqa: PLC0415  in a thread of its own

    return proving.prove_some(office, SECONDS)


def _if_waiting(office: Office) -> Proof | None:
    from app.services import proving  # noqa: PLC0415  in a thread of its own

    return _some(office) if not office.is_read_only and office.ask(proving.is_waiting) else None
