"""The line over what was found says how words were read, and in which order it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.found import NOTHING_FOUND
from app.services.seeking import BEST
from app.ui.archive.found_line import NEWEST, FoundLine
from app.ui.kit.shell import Shell


@pytest.fixture
def line(qtbot: QtBot, shell: Shell) -> FoundLine:
    line = FoundLine(shell.book)
    qtbot.addWidget(line)
    line.show()
    return line


def test_another_spelling_is_offered_or_told(line: FoundLine) -> None:
    line.tell(replace(NOTHING_FOUND, instead="vuokra"), "vuorka")
    assert (line.said.text(), line.spelling.text()) == ("Did you mean", "vuokra")

    line.tell(replace(NOTHING_FOUND, meant="vuokra"), "vuorka")
    assert line.said.text() == "Nothing holds “vuorka”. Shown is what holds"

    line.tell(NOTHING_FOUND, "vuokra")

    assert line.said.isHidden()
    assert line.spelling.isHidden()


def test_a_click_takes_the_spelling(qtbot: QtBot, line: FoundLine) -> None:
    line.tell(replace(NOTHING_FOUND, instead="vuokra"), "vuorka")

    with qtbot.waitSignal(line.meant) as told:
        line.spelling.click()

    assert told.args == ["vuokra"]


def test_one_order_is_chosen_at_a_time(qtbot: QtBot, line: FoundLine) -> None:
    line.show_order(BEST)

    with qtbot.waitSignal(line.ordered) as told:
        line.newest.click()

    assert told.args == [NEWEST]
    assert (line.best.isChecked(), line.newest.isChecked()) == (False, True)
