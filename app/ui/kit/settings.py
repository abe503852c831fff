"""Settings: the machine's preferences as the window holds them, saved a moment after a change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.admin.preferences import Preferences
from app.services import preferences

_REST = 300


class Settings(QObject):
    """Preferences now; ``changed()`` after each change, and the file follows."""

    changed = Signal()

    def __init__(self, now: Preferences | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now or Preferences()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._pause.timeout.connect(self.keep)

    def change(self, **fields: Any) -> None:
        """Change preferences by name; an unknown name raises TypeError."""
        self.use(replace(self.now, **fields))

    def use(self, fresh: Preferences) -> None:
        """Take other preferences."""
        if fresh != self.now:
            self.now = fresh
            self._pause.start()
            self.changed.emit()

    def keep(self) -> None:
        """Write the preferences now."""
        self._pause.stop()
        preferences.save(self.now)
