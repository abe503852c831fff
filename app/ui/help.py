"""Help: manual, shortcuts, latest messages, about; each over the window, none waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app import VERSION
from app.ui.actions import MENUS
from app.ui.kit.dialogs import tell
from app.ui.kit.menus import ShortcutSheet
from app.ui.kit.texts import _

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class Help(QObject):
    """What the Help menu does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the menu do."""
        return {
            "help.manual": self._show_manual,
            "help.keys": self._show_keys,
            "help.notes": self._show_notes,
            "help.report": self._window.reported.emit,
            "help.about": self._show_about,
        }

    def _show_manual(self) -> None:
        from app.ui.manual import ManualWindow  # noqa: PLC0415  not painted first

        space = self._window.workspace
        ManualWindow(self._window, space.module if space else "").open()

    def _show_keys(self) -> None:
        ShortcutSheet(self._window, self._window.book, MENUS).open()

    def _show_notes(self) -> None:
        notes = "\n".join(note.text for note in self._window.toast.history)
        tell(self._window, _("Latest messages"), notes or _("There were none yet."))

    def _show_about(self) -> None:
        text = _("Version {version}. Everything stays on this machine.", version=VERSION)
        tell(self._window, "Backdesk", text)
