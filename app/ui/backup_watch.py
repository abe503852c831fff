"""The watch over backups: one is made by itself when it is time, and practised once a month."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.admin.backup import TABLES
from app.domain.shared.refusals import OfficeError
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Reply

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.domain.admin.backup import Drill, Run
    from app.services.backups import Overview

A_WHILE_MS = 60_000
"""How long after an office was opened it is looked whether a backup is due."""
PAUSE_MS = 15 * 60_000


class BackupWatch(QObject):
    """Makes what is due in the lane of long work; ``stood(Overview)`` after each look."""

    stood = Signal(object)

    def __init__(self, client: OfficeClient, parent: QObject, *, by_itself: bool) -> None:
        super().__init__(parent)
        self._client = client
        self._by_itself = by_itself and not client.office.is_read_only
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        client.changed.connect(self._news)
        client.stopped.connect(self._timer.stop)

    def wait(self) -> None:
        """Say how the office stands, and look after a while whether a backup is due."""
        self._ask()
        if self._by_itself:
            self._timer.start(A_WHILE_MS)

    def look(self) -> None:
        """Back up to the places where it is time."""
        from app.services import backups  # noqa: PLC0415  as above

        self._client.errand(self._made, backups.back_up_due, refused=self._failed)

    def _made(self, runs: tuple[Run, ...]) -> None:
        from app.services import backups  # noqa: PLC0415  as above

        if runs:
            self._client.changed.emit(TABLES)
        self._client.errand(self._practised, backups.practise_due, refused=self._failed)

    def _practised(self, drill: Drill | None) -> None:
        if drill is not None:
            self._client.changed.emit(TABLES)
        self._timer.start(PAUSE_MS)

    def _failed(self, _error: OfficeError) -> None:
        """Leave it until later: the sign says how the office stands, and the page says why."""
        self._timer.start(PAUSE_MS)
        self._ask()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._ask()

    def _ask(self) -> None:
        from app.services import backups  # noqa: PLC0415  as above

        look = partial(backups.overview, self._client.office)
        self._client.lanes.beside.run(look, Reply(self._tell, self._leave))

    def _tell(self, found: Overview) -> None:
        self.stood.emit(found)

    def _leave(self, error: Exception) -> None:
        """Say nothing to whoever may not back up, and of an office on a server."""
        if not isinstance(error, OfficeError):
            raise error
