"""Looking after: once an office was entered and its first list is there, it is watched over.

What that needs is loaded in steps before, so that the window does not stand still for it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.shared.problems import Problem
from app.ui.kit.client import OfficeClient
from app.ui.kit.dialogs import tell
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.messages import problem_text
from app.ui.kit.texts import _
from app.ui.signs import load_signs, load_watch, put_signs
from app.ui.welcome.door import Door, Opened

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Office
    from app.ui.main_window import MainWindow

SOON = 1000
"""After so many ms an office that was entered is looked after: its first lists are there."""


class LookingAfter(QObject):
    """Puts the signs at the foot of the window, looks for damage, then watches folders and days."""

    def __init__(self, window: MainWindow, door: Door, lanes: Lanes) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self._lanes = lanes
        self._opened: Opened | None = None

    def begin(self, client: OfficeClient) -> None:
        """Look after the office that was just entered, until it is about to be closed."""
        self._opened = self._window.opened
        client.stopped.connect(self._stop)
        QTimer.singleShot(SOON, self, partial(self._load, self._opened))

    def _stop(self) -> None:
        self._opened = None

    def _load(self, opened: Opened | None) -> None:
        if opened is not None and opened is self._opened:
            self._door.load(load_signs, load_watch, then=partial(self._look, opened))

    def _look(self, opened: Opened) -> None:
        shell = self._window.shell
        if shell is not None and opened is self._opened:
            work = partial(_looked_after, opened.office)
            self._lanes.long.run(work, Reply(partial(self._tell, opened)))
            put_signs(shell, self._window.foot, opened.company)

    def _tell(self, opened: Opened, problems: tuple[Problem, ...]) -> None:
        """Watch folders and what falls due from now on, and tell what is damaged."""
        shell = self._window.shell
        if shell is not None and opened is self._opened:
            from app.ui.watching import watch  # noqa: PLC0415  not before the first paint

            watch(shell, self._window.foot)
        if problems:
            told = "\n\n".join(problem_text(problem) for problem in problems)
            tell(self._window, _("This company is damaged"), told)


def _looked_after(office: Office) -> tuple[Problem, ...]:
    # Checks, chores, and what looks into mailboxes, are loaded here, in a thread.
    from app.services import chores, mailboxes, outbox, upkeep  # noqa: F401, PLC0415  loads it here

    return upkeep.look_after(office)
