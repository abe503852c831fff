"""Two documents are laid side by side, whatever they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.archive.likeness import Alike, Evidence
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.ui.archive.comparing import Comparison
from app.ui.kit.shell import Shell


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def compare(page: QWidget, shell: Shell, one: Record, other: Record) -> Comparison:
    ids = DocumentId(one.id), DocumentId(other.id)
    comparison = Comparison(page, shell, Alike(*ids, other.name, other.filed_at, 900, Evidence.INK))
    comparison.open()
    return comparison


def test_the_earlier_one_stands_left_and_each_says_its_facts(
    qtbot: QtBot, page: QWidget, shell: Shell, filed: dict[str, Record]
) -> None:
    comparison = compare(page, shell, filed["note.txt"], filed["20260001.pdf"])

    left, right = comparison.sides

    qtbot.waitUntil(lambda: "20260001" in left.name.text())
    qtbot.waitUntil(lambda: "17 bytes" in right.facts.text())
    qtbot.waitUntil(lambda: "Hyvää" in right.viewer.text.toPlainText())
    comparison.close()


def test_what_was_found_is_told_and_escape_says_nothing(
    page: QWidget, shell: Shell, filed: dict[str, Record]
) -> None:
    told: list[str] = []
    first = compare(page, shell, filed["note.txt"], filed["20260001.pdf"])
    first.dismissed.connect(lambda: told.append("not the same"))
    first.dismiss.click()
    second = compare(page, shell, filed["note.txt"], filed["20260001.pdf"])
    second.linked.connect(lambda: told.append("linked"))

    QTest.keyClick(second, Qt.Key.Key_Escape)

    assert told == ["not the same"]
