"""The sample company: removed without trace when the clerk says so, once it is closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.kit.dialogs import Question, ask
from app.ui.kit.settings import Settings
from app.ui.kit.texts import _
from app.ui.welcome.door import Door

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class Sample(QObject):
    """Asks, leaves the office, and has it removed."""

    def __init__(self, window: MainWindow, door: Door, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self._settings = settings
        self._unwanted: Path | None = None
        window.strips.unwanted.connect(self._ask)
        window.left.connect(self._remove)
        door.removed.connect(self._gone)

    def _ask(self) -> None:
        question = Question(
            _("Remove the sample company?"),
            _("Its folder goes with everything in it. Your own companies stay untouched."),
            _("Remove"),
        )
        ask(self._window, question, self._leave)

    def _leave(self) -> None:
        if self._window.opened is not None:
            self._unwanted = self._window.opened.path
            self._window.leave()

    def _remove(self) -> None:
        if self._unwanted is not None:
            self._door.remove_sample(self._unwanted)
            self._unwanted = None

    def _gone(self, path: Path) -> None:
        others = tuple(one for one in self._settings.now.recent if one != str(path))
        self._settings.change(recent=others)
        self._window.welcome.renew()
        self._window.toast.tell(_("The sample company is gone."))
