from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.accounting.periods import Period, month_holding
from app.ui.accounting.period_bar import PeriodBar
from tests.ui.keys import press, type_in

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def bar(qtbot: QtBot) -> PeriodBar:
    bar = PeriodBar(lambda: date(2026, 3, 10))
    qtbot.addWidget(bar)
    bar.show()
    bar.put(YEAR)
    return bar


def test_another_day_is_told_once_it_is_written(qtbot: QtBot, bar: PeriodBar) -> None:
    bar.last.setFocus()
    bar.last.selectAll()

    with qtbot.waitSignal(bar.changed):
        type_in(bar.last, "30.6.2026")

    assert bar.period() == Period(date(2026, 1, 1), date(2026, 6, 30))


def test_days_are_moved_by_the_date_keys(qtbot: QtBot, bar: PeriodBar) -> None:
    bar.first.setFocus()

    with qtbot.waitSignal(bar.changed):
        press(bar.first, Qt.Key.Key_Plus)

    assert bar.first.value() == date(2026, 1, 2)


def test_a_last_day_before_the_first_is_said(qtbot: QtBot, bar: PeriodBar) -> None:
    bar.last.setFocus()
    bar.last.selectAll()

    with qtbot.assertNotEmitted(bar.changed):
        type_in(bar.last, "1.1.2020")
        press(bar.last, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bar.problem.text() != "")

    assert bar.problem.text() == "The last day lies before the first."
    assert bar.last.accessibleDescription() == bar.problem.text()
    bar.put(YEAR)
    assert bar.problem.text() == ""


def test_a_day_that_cannot_be_read_is_said_at_its_field(qtbot: QtBot, bar: PeriodBar) -> None:
    bar.first.setFocus()
    bar.first.selectAll()

    type_in(bar.first, "77.7.")

    qtbot.waitUntil(lambda: "Write a day" in bar.problem.text())
    assert bar.first.accessibleDescription() and not bar.last.accessibleDescription()


def test_arrows_and_names_change_the_period(bar: PeriodBar) -> None:
    bar.offer("This month", month_holding(date(2026, 3, 10)))
    (button,) = (one for one in bar.findChildren(QPushButton) if one.text() == "This month")

    button.click()
    assert bar.period() == month_holding(date(2026, 3, 10))
    bar.before.click()

    assert bar.period() == month_holding(date(2026, 2, 1))
    bar.after.click()
    assert bar.period() == month_holding(date(2026, 3, 10))
