"""Record tabs: the list stays, records come and go, what is not kept is marked."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QTabBar, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.record_tabs import RecordTabs
from app.ui.kit.shell import Shell
from app.ui.kit.theme import Density, Look, theme
from app.ui.kit.tokens import DARK
from tests.ui.people import PersonPage
from tests.windows import bring_up


@pytest.fixture
def tabs(qtbot: QtBot) -> RecordTabs:
    tabs = RecordTabs("Contacts", QWidget())
    qtbot.addWidget(tabs)
    tabs.show()
    return tabs


def open_one(tabs: RecordTabs, shell: Shell, record: int | None = None) -> PersonPage:
    tabs.show_record("person", record, partial(PersonPage, shell, record))
    page = tabs.current
    assert isinstance(page, PersonPage)
    return page


def test_with_the_list_only_there_is_no_bar(tabs: RecordTabs, shell: Shell) -> None:
    before = tabs.bar.isVisible()

    open_one(tabs, shell)

    assert (before, tabs.bar.isVisible()) == (False, True)
    assert tabs.bar.tabButton(0, QTabBar.ButtonPosition.RightSide) is None


def test_a_record_is_opened_once_and_new_ones_as_often_as_asked(
    tabs: RecordTabs, shell: Shell
) -> None:
    first = open_one(tabs, shell, 7)
    open_one(tabs, shell)
    open_one(tabs, shell)

    again = open_one(tabs, shell, 7)

    assert again is first
    assert len(tabs.pages()) == 3


def test_closing_keeps_what_was_typed_and_shows_the_neighbour(
    tabs: RecordTabs, shell: Shell
) -> None:
    page = open_one(tabs, shell, 7)
    page.name.setText("Aamu")
    closer = tabs.bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert isinstance(closer, QToolButton)

    closer.click()

    assert page.flushed == ["Aamu"]
    assert tabs.current is tabs.home
    assert not tabs.bar.isVisible()


def test_the_list_cannot_be_closed(tabs: RecordTabs) -> None:
    tabs.close_current()

    assert tabs.bar.count() == 1


def test_tabs_are_walked_around_the_ends(tabs: RecordTabs, shell: Shell) -> None:
    open_one(tabs, shell, 1)
    open_one(tabs, shell, 2)

    places = []
    for by in (1, 1, -1):
        tabs.step(by)
        places.append(tabs.bar.currentIndex())

    assert places == [0, 1, 0]
    tabs.step(2)
    tabs.show_page(tabs.home)
    assert tabs.current is tabs.home


def test_a_page_names_and_marks_its_tab_and_may_close_itself(
    tabs: RecordTabs, shell: Shell
) -> None:
    page = open_one(tabs, shell, 7)

    page.titled.emit("Aamu Oy")
    page.marked.emit(True)  # noqa: FBT003  a signal has no names
    marked = (tabs.bar.tabText(1), tabs.bar.accessibleTabName(1))
    page.finished.emit()

    assert marked == ("• Aamu Oy", "Aamu Oy, not yet kept")
    assert tabs.pages() == ()


def test_an_open_record_takes_on_another_look(qtbot: QtBot, shell: Shell) -> None:
    window, tabs = QWidget(), RecordTabs("Contacts", QWidget())
    QVBoxLayout(window).addWidget(tabs)
    qtbot.addWidget(window)
    bring_up(qtbot, window)
    page = open_one(tabs, shell)
    window.grab()

    theme().wear(Look.DARK, Density.NORMAL, 100, still=True)
    qtbot.waitUntil(lambda: window.palette().base().color().name() == DARK.surface)

    assert page.palette().base().color().name() == DARK.surface


def test_a_name_with_an_ampersand_is_shown_as_it_is(tabs: RecordTabs, shell: Shell) -> None:
    page = open_one(tabs, shell, 7)

    page.titled.emit("Lumo & Suoni Oy")

    assert tabs.bar.tabText(1) == "Lumo && Suoni Oy"
    assert tabs.bar.accessibleTabName(1) == "Lumo & Suoni Oy"
