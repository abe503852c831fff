"""The filter bar: words, chips, count."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.kit.filter_bar import FilterBar
from app.ui.kit.listing import Filter
from tests.ui.keys import press, type_in

FILTERS = (Filter("draft", "Drafts"), Filter("open", "Open"))


@pytest.fixture
def bar(qtbot: QtBot) -> FilterBar:
    bar = FilterBar(FILTERS, "Find in Invoices")
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_typing_asks_once_after_the_last_key(qtbot: QtBot, bar: FilterBar) -> None:
    asked: list[str] = []
    bar.changed.connect(lambda: asked.append(bar.words))

    type_in(bar.box, " lumo ")

    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["lumo"]


def test_one_chip_at_a_time_and_all_takes_them_away(bar: FilterBar) -> None:
    seen = []
    for state in ("draft", "open", ""):
        bar._chips[state].click()
        seen.append(bar.states)

    assert seen == [("draft",), ("open",), ()]
    assert bar._chips[""].isChecked()


def test_states_can_be_shown_by_others(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.show_states(("draft", "open"))

    assert bar.states == ("draft", "open")


def test_escape_empties_the_box_first_and_down_leaves_it(qtbot: QtBot, bar: FilterBar) -> None:
    type_in(bar.box, "lumo")
    assert bar.box._empty.isVisible()

    press(bar.box, Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.left):
        press(bar.box, Qt.Key.Key_Down)

    assert bar.words == ""
    assert not bar.box._empty.isVisible()


def test_a_list_without_states_has_no_chips(qtbot: QtBot) -> None:
    bar = FilterBar((), "Find")
    qtbot.addWidget(bar)

    assert bar._chips == {}
    bar.clear()
    assert bar.states == ()


def test_the_chip_of_all_says_what_it_shows_and_counts_that(qtbot: QtBot) -> None:
    bar = FilterBar(FILTERS, "Find in Invoices", "Here or coming")
    qtbot.addWidget(bar)

    bar.show_counts({"": 6, "draft": 5, "open": 1})

    texts = [chip.text() for chip in bar.findChildren(QPushButton)]
    assert texts == ["Here or coming 6", "Drafts 5", "Open 1"]
