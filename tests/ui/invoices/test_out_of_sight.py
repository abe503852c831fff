"""What is out of sight in a scrolled area is told, and nothing while it is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.invoices.out_of_sight import OutOfSight
from tests.windows import bring_up


def test_a_sum_below_the_edge_is_told_until_it_is_scrolled_into_sight(qtbot: QtBot) -> None:
    inner, label, area = QWidget(), QLabel("686.56"), QScrollArea()
    column = QVBoxLayout(inner)
    column.addSpacing(900)
    column.addWidget(label)
    area.setWidget(inner)
    area.resize(300, 300)
    qtbot.addWidget(area)
    told = list[str]()
    watch = OutOfSight(area, label)
    watch.told.connect(told.append)
    bring_up(qtbot, area)

    watch.start()
    qtbot.waitUntil(lambda: told[-1:] == ["686.56"])
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    qtbot.waitUntil(lambda: told[-1:] == [""])
