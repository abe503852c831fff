"""The scan field tells a code that was ended with Enter, and is empty for the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.kit.scan_edit import ScanEdit

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_code_is_told_with_enter(qtbot: QtBot, end: Qt.Key) -> None:
    field = ScanEdit("Code", "Scan")
    qtbot.addWidget(field)
    told: list[str] = []
    field.scanned.connect(told.append)

    QTest.keyClicks(field, "6412345678907")
    QTest.keyClick(field, end)
    QTest.keyClick(field, end)

    assert told == ["6412345678907", ""]
    assert field.value() == ""


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_BracketRight, CTRL), (Qt.Key.Key_F8, PLAIN)])
def test_the_sign_between_elements_is_kept(
    qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    field = ScanEdit("Code", "Scan")
    qtbot.addWidget(field)

    field.put("10L-7")
    QTest.keyClick(field, key, held)
    QTest.keyClicks(field, "30")

    assert field.value() == "10L-7\x1d30"
