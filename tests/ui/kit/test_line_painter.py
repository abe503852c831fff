"""Lines with an icon and a quiet detail."""

from __future__ import annotations

from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from app.ui.kit.line_painter import LinePainter
from app.ui.kit.palette import Entries, Entry
from app.ui.kit.theme import theme
from app.ui.kit.tokens import LIGHT


def test_the_chosen_line_is_washed_and_tall_enough_to_hit(qtbot: QtBot) -> None:
    view, entries = QListView(), Entries()
    qtbot.addWidget(view)
    entries.show([Entry("Dark look", "Ctrl+D", "moon", print), Entry("Light look", "", "", print)])
    view.setModel(entries)
    view.setItemDelegate(LinePainter(view))
    view.resize(400, 200)
    view.setCurrentIndex(entries.index(0))
    view.show()

    image = view.viewport().grab().toImage()

    first, second = (view.visualRect(entries.index(row)) for row in (0, 1))
    assert first.height() >= theme().px(24)
    assert image.pixelColor(200, first.center().y()).name() == LIGHT.selected
    assert image.pixelColor(200, second.center().y()).name() == LIGHT.surface


def test_a_line_without_an_icon_begins_where_icons_do(qtbot: QtBot) -> None:
    view, entries = QListView(), Entries()
    qtbot.addWidget(view)
    entries.show([Entry("Light look", "", "", print)])
    view.setModel(entries)
    view.setItemDelegate(LinePainter(view))
    view.resize(400, 200)
    view.show()

    image = view.viewport().grab().toImage()

    line, icon = view.visualRect(entries.index(0)), theme().px(28)
    under = range(line.left() + theme().px(10), line.left() + icon)
    painted = {
        image.pixelColor(across, down).name()
        for across in under
        for down in range(line.top(), line.bottom())
    }
    assert len(painted) > 1
