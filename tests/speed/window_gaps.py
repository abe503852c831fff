"""A clerk's first minute: ``python -m tests.speed.window_gaps OFFICE`` prints the longest gaps.

The program runs as the command line runs it, nothing loaded before; it is led from outside.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from app.ui.kit.loading import load_plainly
from tests.speed.watch import Watch, turn_until
from tests.speed.window_start import leave, peak, tell

if TYPE_CHECKING:
    from app.ui.front import Front
    from app.ui.invoices.editor import DraftEditor
    from app.ui.kit.workspace import Workspace

TABS = ("contacts", "products", "accounting", "archive", "company", "invoices")
LINES = 5000
QUIET, LOADED = 150, 4000
PASTED = "\n".join(f"Part {n}\t{n % 7 + 1}\tkpl\t{n % 90},50\t\t25,5" for n in range(LINES))


class Walk(QObject):
    """Leads a window through what a clerk does first, and notes the gap of every step."""

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._front = front
        self._watch = Watch()
        self.found: dict[str, float] = {}

    def begin(self) -> None:
        """Go on as soon as the window is painted, in a turn of its own."""
        QTimer.singleShot(0, self, self.walk)

    def walk(self) -> None:
        """Enter the office, let what prints load, write an invoice, and look at every tab."""
        self.step("enter", nothing, self._is_entered)
        self.step("load", nothing, QDeadlineTimer(LOADED).hasExpired)
        self.found["memory"] = peak()
        self._workspace().go("invoices")
        new = self._front.window.book.action("invoice.new").trigger
        self.step("editor", new, partial(self._is_other, self._workspace().page))
        self.step("paste", self._paste, self._is_reckoned)
        for module in TABS:
            self.step(f"tab {module}", partial(self._workspace().go, module))
        self.step("back", partial(self._workspace().go, TABS[0]))
        tell(**self.found)
        self._front.window.close()

    def step(
        self,
        what: str,
        act: Callable[[], object],
        is_there: Callable[[], bool] = lambda: True,
    ) -> None:
        """Do something and note the longest gap until it is there and nothing is under way."""
        self._watch.begin()
        act()
        turn_until(is_there)
        quiet = QDeadlineTimer(QUIET)
        turn_until(lambda: self._is_quiet(quiet))
        self.found[what] = self._watch.gap()

    def _paste(self) -> None:
        """Put thousands of lines into the grid at once, as a clerk does."""
        editor = self._editor()
        assert editor is not None
        editor.lines.setFocus()
        QGuiApplication.clipboard().setText(PASTED)
        QTest.keyClick(editor.lines, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _is_other(self, before: QWidget | None) -> bool:
        """Say whether another page is shown by now, and can be written in."""
        return self._workspace().page is not before and self._editor() is not None

    def _is_reckoned(self) -> bool:
        editor = self._editor()
        latest = editor.latest if editor is not None else None
        return latest is not None and len(latest.review.invoice.lines) == LINES

    def _is_quiet(self, quiet: QDeadlineTimer) -> bool:
        if self._front.is_busy:
            quiet.setRemainingTime(QUIET)
        return quiet.hasExpired()

    def _is_entered(self) -> bool:
        tables = self._front.window.findChildren(QTableView)
        model = tables[0].model() if tables else None
        return model is not None and bool(model.rowCount() and model.index(0, 0).data())

    def _workspace(self) -> Workspace:
        workspace = self._front.window.workspace
        assert workspace is not None
        return workspace

    def _editor(self) -> DraftEditor | None:
        page = self._workspace().page
        editor: DraftEditor | None = getattr(page, "editor", None)
        return editor


def nothing() -> None:
    """Wait only."""


def main() -> int:
    """Run the program with an office, as the command line does."""
    load_plainly()
    from app.__main__ import run  # noqa: PLC0415  as a program loads it
    from app.ui.front import Front  # noqa: PLC0415  likewise

    begin = Front.start

    def followed(self: Front, first: Path | None) -> None:
        walk = Walk(self)
        self.painted.connect(walk.begin)
        begin(self, first)

    Front.start = followed  # type: ignore[method-assign]  # led from outside
    return run(sys.argv[1:])


if __name__ == "__main__":
    leave(main())
