"""The sweeper: no widget is ever destroyed in a worker's thread."""

from __future__ import annotations

import gc
import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.sweeper import Sweeper, settle

pytestmark = pytest.mark.usefixtures("own_collector")


class Thing(QObject):
    """Stands in a cycle and notes the thread in which it goes."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        super().__init__()
        self.gone = gone
        self.me = self

    def __del__(self) -> None:
        self.gone.append(threading.current_thread())


def make_garbage(gone: list[threading.Thread], count: int) -> None:
    for _turn in range(count):
        Thing(gone)


def allocate() -> int:
    return len([[number] for number in range(200_000)])


def test_cycles_go_on_the_windows_thread_while_workers_allocate(qtbot: QtBot, lanes: Lanes) -> None:
    gone: list[threading.Thread] = []
    make_garbage(gone, 1000)

    for _turn in range(10):
        lanes.questions.run(allocate, Reply(partial(int)))
    qtbot.waitUntil(lambda: not lanes.questions.is_busy)
    qtbot.waitUntil(lambda: bool(gone))

    assert set(gone) == {threading.main_thread()}


def test_pythons_own_collector_is_back_when_the_threads_are_gone() -> None:
    sweeper = Sweeper()
    was_off = not gc.isenabled()

    sweeper.stop()

    assert was_off
    assert gc.isenabled()


def test_what_is_loaded_at_the_start_is_left_alone_and_lasts(qapp: QApplication) -> None:
    gone: list[threading.Thread] = []
    sweeper = Sweeper()
    sweeper.wait()
    make_garbage(gone, 2000)
    during = list(gone)

    sweeper.go_on()
    frozen = gc.get_freeze_count()
    sweeper.sweep()
    sweeper.stop()

    assert during == gone == []
    assert frozen > 2000
    assert gc.get_freeze_count() == 0


def test_what_another_counted_as_lasting_is_left_to_it(qapp: QApplication) -> None:
    settle()
    sweeper = Sweeper()

    sweeper.sweep()
    sweeper.stop()

    assert gc.get_freeze_count() > 0
    gc.unfreeze()


def test_a_start_that_never_ends_is_swept_all_the_same(qapp: QApplication) -> None:
    sweeper = Sweeper()
    sweeper.wait()

    sweeper.sweep()

    assert sweeper._timer.interval() < 1000
    assert gc.get_freeze_count() > 0
    sweeper.stop()


def test_what_has_settled_is_not_walked_through_again() -> None:
    settle()

    assert gc.get_freeze_count() > 0
    gc.unfreeze()


def test_the_more_is_made_the_sooner_it_is_swept_again(qapp: QApplication) -> None:
    sweeper = Sweeper()
    kept = [[number] for number in range(2000)]

    sweeper.sweep()
    busy = sweeper._timer.interval()
    sweeper.sweep()
    quiet = sweeper._timer.interval()
    sweeper.stop()

    assert busy < quiet
    assert len(kept) == 2000
