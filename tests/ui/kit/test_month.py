"""The month: keys walk over its edges, days say what falls on them, cards drop on days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.ui.kit.cards import CARD
from app.ui.kit.month import DayLoad, MonthGrid, _Month
from tests.ui.keys import press

TODAY = date(2026, 3, 10)
FINNISH = QLocale("fi_FI")


@pytest.fixture
def month(qtbot: QtBot) -> MonthGrid:
    made = MonthGrid("Promised", TODAY, FINNISH, 0)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def test_six_weeks_around_the_month_of_today_are_shown(month: MonthGrid) -> None:
    model = month.model()

    assert month.span == (date(2026, 2, 23), date(2026, 4, 5))
    assert month.day == TODAY
    assert model.headerData(0, Qt.Orientation.Vertical) == "9"
    assert model.headerData(0, Qt.Orientation.Horizontal).startswith("ma")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_arrows_go_on_into_the_next_month(month: MonthGrid, qtbot: QtBot) -> None:
    month.go_to(date(2026, 3, 31))

    with qtbot.waitSignal(month.turned) as told:
        press(month, Qt.Key.Key_Right)

    assert month.day == date(2026, 4, 1)
    assert told.args == [date(2026, 3, 30), date(2026, 5, 10)]


def test_page_keys_keep_the_day_as_far_as_the_month_goes(month: MonthGrid) -> None:
    month.go_to(date(2026, 1, 31))

    press(month, Qt.Key.Key_PageDown)
    shorter = month.day
    press(month, Qt.Key.Key_Home)

    assert shorter == date(2026, 2, 28)
    assert month.day == TODAY


def test_a_day_says_what_falls_on_it(month: MonthGrid) -> None:
    month.tell({TODAY: DayLoad(2, ("Kahvila Aamu Oy", "Merituuli"), "warn")})

    said = month.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.endswith("2 entries, Kahvila Aamu Oy, Merituuli")
    assert month.grab().width() == 700 * month.devicePixelRatio()


def test_enter_opens_the_day(month: MonthGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(month.opened) as told:
        press(month, Qt.Key.Key_Return)

    assert told.args == [TODAY]


def test_a_card_is_dropped_on_a_day(month: MonthGrid, qtbot: QtBot) -> None:
    what = QMimeData()
    what.setData(CARD, b"5")
    place: QPoint = month.visualRect(month.currentIndex()).center()
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place.toPointF(), Qt.DropAction.MoveAction, what, left, nothing)

    with qtbot.waitSignal(month.taken) as told:
        month.dropEvent(event)

    assert told.args == [5, TODAY]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_every_day_of_a_month_has_one_cell_and_weeks_begin_where_they_should(
    day: date, first_weekday: int
) -> None:
    model = _Month(day, FINNISH, first_weekday)

    assert model.day_at(model.index_of(day)) == day
    assert model.first.weekday() == first_weekday
    assert model.first <= day.replace(day=1)
