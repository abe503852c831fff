"""Geometry: a window is put where it was, or where it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.admin.preferences import Geometry
from app.ui.kit.geometry import kept, placed, restore

BIG, SMALL = QRect(0, 0, 1920, 1080), QRect(0, 0, 800, 600)


def test_a_window_stands_where_it_was() -> None:
    assert placed(Geometry(10, 20, 900, 700), [BIG]) == QRect(10, 20, 900, 700)


def test_the_first_time_it_stands_in_the_middle() -> None:
    place = placed(Geometry(), [BIG])

    assert place is not None
    assert place.size().toTuple() == (1280, 800)
    assert (place.center() - BIG.center()).manhattanLength() <= 2


def test_a_window_of_a_screen_that_is_gone_comes_back() -> None:
    place = placed(Geometry(2500, 100, 900, 700), [BIG])

    assert place is not None
    assert BIG.contains(place)


def test_a_window_larger_than_the_screen_is_made_smaller() -> None:
    place = placed(Geometry(0, 0, 1600, 1000), [SMALL])

    assert place == SMALL


def test_a_window_half_off_the_screen_is_pulled_in() -> None:
    place = placed(Geometry(1500, -300, 900, 700), [BIG])

    assert place is not None
    assert BIG.contains(place)


def test_without_a_screen_the_system_decides() -> None:
    assert placed(Geometry(), []) is None


def test_what_is_kept_is_what_is_restored(qtbot: QtBot) -> None:
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    window.setGeometry(30, 40, 500, 400)

    restore(other, kept(window))

    assert other.geometry() == QRect(30, 40, 500, 400)
