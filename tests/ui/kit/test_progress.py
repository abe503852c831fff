"""Progress and long work: shown when it takes long, cancelled by its button."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.services.office import Cancelled
from app.ui.kit.progress import ProgressLine
from app.ui.kit.work import Work


@pytest.fixture
def line(qtbot: QtBot) -> ProgressLine:
    line = ProgressLine()
    qtbot.addWidget(line)
    return line


def test_short_work_shows_nothing(qtbot: QtBot, line: ProgressLine) -> None:
    work = Work()

    line.watch(work, "Taking in…")
    work.ended.emit()

    assert not line._timer.isActive()
    assert not line.isVisible()


def test_long_work_shows_how_far_it_is(qtbot: QtBot, line: ProgressLine) -> None:
    work = Work()
    line._timer.setInterval(10)

    line.watch(work, "Taking in…")
    qtbot.waitUntil(line.isVisible)
    work.report(25, 100)

    assert line._bar.value() == line._bar.maximum() // 4
    assert line._bar.accessibleName() == "Taking in…"


def test_work_without_an_end_in_sight_says_that_it_is_busy(line: ProgressLine) -> None:
    work = Work()
    line.watch(work, "Looking…")

    work.report(0, 0)

    assert (line._bar.minimum(), line._bar.maximum()) == (0, 0)


def test_cancel_makes_the_next_report_refuse(line: ProgressLine) -> None:
    work = Work()
    line.watch(work, "Taking in…")

    line._stop.click()

    assert work.is_cancelled
    with pytest.raises(Cancelled):
        work.report(1, 2)
