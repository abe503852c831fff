"""A start in a process of its own: ``python -m tests.speed.window_start OFFICE`` prints when.

Nothing in the program knows of it: the moments are seen from outside, as paint events.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QTableView, QWidget

from app.ui.kit.loading import load_plainly

BEGAN = "SPEED_BEGAN"
"""The variable that holds the moment at which the process was asked for."""


class Seen(QObject):
    """Notes the moment of a widget's first paint that shows something, and what comes then."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.moment = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Paint and not self.moment and is_full(watched):
            QTimer.singleShot(0, self, self._note)
        return False

    def _note(self) -> None:
        self.moment = self.moment or since_began()


def is_full(watched: QObject) -> bool:
    """Say whether a widget has something to show: a table its rows, another always."""
    table = watched.parent()
    model = table.model() if isinstance(table, QTableView) else None
    return model is None or bool(model.rowCount() and model.index(0, 0).data())


def since_began() -> float:
    """Return the milliseconds since this process was asked for."""
    return (time.monotonic() - float(os.environ[BEGAN])) * 1000


def peak() -> float:
    """Return the most memory that this process had, in megabytes.

    What the system counts for a finished child begins at what its parent had: not to be used here.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) / 1024


def tell(**figures: float) -> None:
    """Print figures for the process that asked."""
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


def leave(code: int) -> NoReturn:
    """End at once: the office is closed, and what was measured is told.

    What Qt leaves to the end of the interpreter has crashed there, one time in thirty.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


class Start(QObject):
    """Follows the start of the program from the first paint to the first rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = Seen("rows", self)
        self._first = 0.0
        self._opened = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def painted(self) -> None:
        self._first = since_began()

    def enter(self, page: QWidget) -> None:
        self._opened = since_began()
        tables = page.findChildren(QTableView)
        tables[0].viewport().installEventFilter(self._rows)
        self._timer.start(2)

    def _look(self) -> None:
        if self._rows.moment:
            self._timer.stop()
            tell(painted=self._first, opened=self._opened, rows=self._rows.moment, peak=peak())
            window = self.parent()
            assert isinstance(window, QWidget)
            window.close()


def main() -> int:
    """Run the program with an office, as the command line does."""
    load_plainly()
    from app.__main__ import run  # noqa: PLC0415  its import is a part of what is measured
    from app.ui.front import Front  # noqa: PLC0415  likewise

    begin = Front.start

    def followed(self: Front, first: Path | None) -> None:
        start = Start(self.window)
        self.painted.connect(start.painted)
        self._door.opened.connect(lambda _opened: start.enter(self.window))
        begin(self, first)

    Front.start = followed  # type: ignore[method-assign]  # seen from outside
    return run(sys.argv[1:])


if __name__ == "__main__":
    leave(main())
