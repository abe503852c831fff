"""Columns: hidden, moved and resized as a clerk likes, kept, and put back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.ui.kit.shell import Shell
from tests.ui.people import PeopleTab

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, settle: Settle) -> PeopleTab:
    page = PeopleTab(shell)
    qtbot.addWidget(page)
    settle()
    return page


def again(qtbot: QtBot, shell: Shell, settle: Settle) -> PeopleTab:
    page = PeopleTab(shell)
    qtbot.addWidget(page)
    settle()
    return page


def titles(page: PeopleTab) -> list[str]:
    return [column.title for column in page.memory.shown()]


def test_order_width_and_what_is_hidden_come_back(
    qtbot: QtBot, shell: Shell, page: PeopleTab, settle: Settle
) -> None:
    page.table.horizontalHeader().moveSection(1, 0)
    page.table.setColumnWidth(1, 177)
    page.memory.menu().actions()[2].trigger()
    qtbot.waitUntil(lambda: "people" in shell.settings.now.columns)

    fresh = again(qtbot, shell, settle)

    assert titles(page) == titles(fresh) == ["Name", "Number"]
    assert fresh.table.columnWidth(1) == 177


def test_the_last_column_cannot_be_hidden(page: PeopleTab) -> None:
    for place in (0, 1):
        page.memory.menu().actions()[place].trigger()

    assert titles(page) == ["Town"]
    assert not page.memory.menu().actions()[2].isEnabled()


def test_the_usual_columns_come_back(page: PeopleTab) -> None:
    page.table.horizontalHeader().moveSection(2, 0)
    page.memory.menu().actions()[0].trigger()

    page.memory.reset()

    assert titles(page) == ["Number", "Name", "Town"]
    assert page.table.columnWidth(1) == 240


def test_what_was_kept_by_another_version_breaks_nothing(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    kept = ("gone:90", "town:x", "name:300", "-number:80", ":", "")
    shell.settings.change(columns={"people": kept})

    page = again(qtbot, shell, settle)

    assert titles(page)[0] == "Name"
    assert page.table.columnWidth(1) == 300
    assert page.table.isColumnHidden(0)
