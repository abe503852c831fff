"""The watch sees how long the window stood still, and nothing shorter."""

from __future__ import annotations

import time

from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

from tests.speed.watch import Watch, turn_until


def _stand_still(milliseconds: int) -> None:
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        time.sleep(0)


def test_a_gap_is_as_long_as_the_loop_stood_still(qtbot: QtBot) -> None:
    watch, done = Watch(), list[int]()
    watch.begin()

    QTimer.singleShot(20, watch, lambda: _stand_still(120))
    QTimer.singleShot(30, watch, lambda: done.append(1))
    turn_until(lambda: bool(done))

    assert watch.gap() >= 120


def test_a_gap_that_is_still_open_counts(qtbot: QtBot) -> None:
    watch = Watch()
    watch.begin()

    _stand_still(60)

    assert watch.gap() >= 60


def test_beginning_again_forgets_what_was_seen(qtbot: QtBot) -> None:
    watch = Watch()
    watch.begin()
    _stand_still(200)
    watch.gap()

    watch.begin()

    assert watch.longest == 0
