"""A window of its own that is closed in one of three ways while one of two works is under way.

Called as a program with the office's folder, the work, and the way.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.domain.shared.drafts import FormDraft
from app.main import main
from app.services.office import Desk, Errand
from app.services.permissions import Permission, command, errand
from app.ui.front import Front

BEGUN, GO_ON = threading.Event(), threading.Event()
PATIENCE = 60
A_MOMENT = 0.3
STEPS = 100_000


def keep(desk: Desk, entity: int) -> None:
    desk.store.drafts.keep(FormDraft("person", entity, 0, "typed", desk.who.name, desk.now))


@command(Permission.COMPANY_READ)
def long_write(desk: Desk) -> None:
    """Write one half, and the other when the window has long been asked to close."""
    keep(desk, 1)
    BEGUN.set()
    GO_ON.wait(PATIENCE)
    keep(desk, 2)


@errand(Permission.COMPANY_READ)
def long_errand(work: Errand) -> None:
    """Take step after step until somebody says that it is enough."""
    for step in range(STEPS):
        work.do(keep, 10 + step)
        BEGUN.set()
        work.progress(step, STEPS)


def nothing(_front: Front) -> None:
    """Load nothing beforehand."""


class Ending:
    """Begins the work once the office is open, and ends the window once the work is under way."""

    def __init__(self, front: Front, work: str, way: str) -> None:
        self._front, self._work, self._way = front, work, way
        self._timer = QTimer(front)
        self._timer.timeout.connect(self._look)

    def begin(self, _opened: object) -> None:
        shell = self._front.window.shell
        assert shell is not None
        if self._work == "command":
            shell.client.do(print, long_write)
        else:
            shell.client.errand(print, long_errand)
        self._timer.start(10)

    def _look(self) -> None:
        if not BEGUN.is_set():
            return
        self._timer.stop()
        threading.Timer(A_MOMENT, GO_ON.set).start()
        if self._way == "close":
            self._front.window.close()
            return
        if self._way == "log off":
            self._front._app.commitDataRequest.emit(None)
        QApplication.quit()


def run(path: Path, work: str, way: str) -> int:
    usual = Front.start

    def start(front: Front, first: Path | None) -> None:
        front.ending = Ending(front, work, way)  # type: ignore[attr-defined]  # it has to live
        front._door.opened.connect(front.ending.begin)  # type: ignore[attr-defined]  # as above
        usual(front, first)

    setattr(Front, "start", start)  # noqa: B010  the program's own front, watched
    setattr(Front, "_prepare", nothing)  # noqa: B010  no tab is opened here
    return main(path)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
