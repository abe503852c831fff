"""Problems of every kind stand in one list, and each is tried again, left be, or opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import reading, stacks
from app.services.office import Office
from app.ui.archive.problems_pane import ProblemsPane
from app.ui.kit.shell import Shell
from tests.services.test_likeness import take
from tests.services.test_stacks import SEPARATORS, scan

BROKEN = b"%PDF-1.7 no more"


@pytest.fixture
def pane(qtbot: QtBot, shell: Shell) -> ProblemsPane:
    pane = ProblemsPane(shell)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def choose(qtbot: QtBot, pane: ProblemsPane, text: str) -> None:
    pane.refresh()
    qtbot.waitUntil(lambda: pane.table.model().rowCount() == 1)
    qtbot.waitUntil(lambda: pane.table.model().index(0, 4).data() == text)
    pane.table.selectRow(0)


def test_what_could_not_be_read_is_tried_again_and_opened(
    qtbot: QtBot, pane: ProblemsPane, shell: Shell, office: Office
) -> None:
    one = take(office, "cut.pdf", BROKEN)
    office.run(reading.read_some, 60)
    reading.rest(office)
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    choose(qtbot, pane, "Not read")

    pane.table.opened.emit(one)
    pane.again()

    assert opened == [("document", one)]
    assert "damaged" in pane.told.text()
    qtbot.waitUntil(lambda: office.ask(reading.waiting).waiting == 1)
    qtbot.waitUntil(lambda: pane.table.model().rowCount() == 0)


def test_what_was_not_split_is_left_whole(
    qtbot: QtBot, pane: ProblemsPane, office: Office, tmp_path: Path
) -> None:
    scan(office, tmp_path, SEPARATORS, BROKEN)
    office.run(stacks.split_some)
    choose(qtbot, pane, "Not split")

    pane.again()
    qtbot.waitUntil(lambda: office.ask(stacks.failed) == ())
    office.run(stacks.split_some)
    choose(qtbot, pane, "Not split")
    pane.ignore()

    qtbot.waitUntil(lambda: pane.table.model().rowCount() == 0)
    assert office.ask(stacks.failed) == ()
