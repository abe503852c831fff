"""Hearing in the window: lists follow what other desks save, and a broken line is told."""

from __future__ import annotations

import contextlib

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.ui.kit.client import OfficeClient


class Hearing(QObject):
    """Hands on what a thread heard to the window's own; ``stood(is_there)`` tells of the line."""

    heard_of = Signal(object)
    stood = Signal(bool)

    def __init__(self, client: OfficeClient) -> None:
        super().__init__(client)
        self.heard_of.connect(client.changed, Qt.ConnectionType.QueuedConnection)

    def begin(self, client: OfficeClient) -> None:
        """Hear until the office is closed; in a folder there is nobody else to be heard."""
        if client.office.database.file is not None:
            return
        # The services are loaded once there is an office; they must not be before.
        from app.services.listening import listen  # noqa: PLC0415  once there is an office

        listen(client.office, self)

    def heard(self, tables: frozenset[str]) -> None:
        """Hear, in another thread, that other desks wrote tables."""
        self._tell(self.heard_of, tables)

    def stands(self, *, is_there: bool) -> None:
        """Hear, in another thread, that the line broke off or is there again."""
        self._tell(self.stood, is_there)

    def _tell(self, signal: object, value: object) -> None:
        with contextlib.suppress(RuntimeError):
            if shiboken6.isValid(self):
                signal.emit(value)  # type: ignore[attr-defined]  # bound signals have no type
