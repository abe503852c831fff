"""What a test with a window needs: patience, lanes, and offices that are closed after them.

A test waits for what must come, never for a time: on a loaded machine everything takes longer.
pytest-qt closes widgets before fixtures end, so lanes and offices are held here, not by a window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

from app.services.office import Office
from app.ui.kit.lane import Lanes
from app.ui.welcome.door import Ways
from tests.ui.ways import ways_in

PATIENCE = 60_000
LONGEST_REST = 150
"""A timer this short is a rest before work; a longer one is a time that a clerk is given."""

Settle = Callable[[], None]


class PatientBot(QtBot):
    """pytest-qt's bot, which gives up only when a machine cannot be that slow."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self, signal: SignalInstance, *, timeout: int = PATIENCE, **named: Any
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **named)

    def waitSignals(
        self, signals: list[SignalInstance], *, timeout: int = PATIENCE, **named: Any
    ) -> MultiSignalBlocker:
        return super().waitSignals(signals, timeout=timeout, **named)


def bring_up(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and give it the keyboard."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.windowHandle().isExposed() and window.isActiveWindow())


def is_quiet(lanes: Lanes) -> bool:
    """Say whether nothing is under way: no answer, no rest before a question, no event."""
    for _turn in range(2):
        QApplication.processEvents()
        if is_busy(lanes):
            return False
    return True


def is_busy(lanes: Lanes) -> bool:
    """Say whether an answer, or the rest before a question, is still to come."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    rests = (timer for window in shown for timer in window.findChildren(QTimer))
    asked = (lanes.commands, lanes.questions, lanes.long, lanes.pages, lanes.beside)
    return any(lane.is_busy for lane in asked) or any(is_rest(timer) for timer in rests)


def is_rest(timer: QTimer) -> bool:
    """Tell a rest before work from the time that a clerk is given."""
    return timer.isActive() and timer.isSingleShot() and timer.interval() <= LONGEST_REST


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[PatientBot]:
    """Return a patient bot; every window is gone before the next test has its own.

    pytest-qt asks for the end of those it was told of, which Qt would only see to when the next
    test waits. One that stays takes on the look of every later test, and each takes longer.
    """
    yield PatientBot(request)
    for left in QApplication.topLevelWidgets():
        if isinstance(left, QDialog) or left.parent() is None:
            left.hide()
            left.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def offices() -> Iterator[list[Office]]:
    """Every office that was opened; closed when no lane asks it any more."""
    opened: list[Office] = []
    yield opened
    for office in opened:
        office.close()


@pytest.fixture
def lanes(qapp: QApplication, offices: list[Office]) -> Iterator[Lanes]:
    """The lanes of a window, which end before the offices do."""
    lanes = Lanes()
    yield lanes
    lanes.close()


@pytest.fixture
def ways(tmp_path: Path, offices: list[Office]) -> Ways:
    """The ways to offices in the test's own folder."""
    return ways_in(tmp_path, offices)


@pytest.fixture
def settle(qtbot: QtBot, lanes: Lanes) -> Settle:
    """Wait until what was typed had its rest, and every lane has given its answers."""

    def wait() -> None:
        qtbot.waitUntil(lambda: is_quiet(lanes))

    return wait
