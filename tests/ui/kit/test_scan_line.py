"""The scan line takes one scan after the other and answers each in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, NotFound
from app.ui.kit.scan_line import ScanLine


def a_line(qtbot: QtBot) -> tuple[ScanLine, list[str]]:
    line = ScanLine("Scan")
    scans: list[str] = []
    qtbot.addWidget(line)
    line.scanned.connect(scans.append)
    line.show()
    return line, scans


def test_a_scan_ends_by_enter_or_tab_and_frees_the_line(qtbot: QtBot) -> None:
    line, scans = a_line(qtbot)

    QTest.keyClicks(line.field, "P-17")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    QTest.keyClicks(line.field, "P-18")
    QTest.keyClick(line.field, Qt.Key.Key_Tab)

    assert scans == ["P-17", "P-18"]
    assert line.field.text() == ""


def test_each_answer_is_a_word_and_a_sentence(qtbot: QtBot) -> None:
    line, _scans = a_line(qtbot)

    line.fits("Pump: 3 left")
    fitted = (line.sign.text(), line.told.text())
    line.refuse(Invalid((Problem("", "scan.unknown", {"value": "X"}),)))
    wrong = (line.sign.text(), line.told.text())
    line.refuse(NotFound(record="delivery", id=1))

    assert fitted == ("Fits", "Pump: 3 left")
    assert wrong[0] == "Does not fit"
    assert "X" in wrong[1]
    assert line.told.text() != wrong[1]
