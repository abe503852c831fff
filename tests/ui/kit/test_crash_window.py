"""The crash window: one for any number of bugs, and one for a report by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.crash_window import CrashWindow, tell_crash, tell_report


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_one_window_stands_for_any_number_of_bugs(window: QWidget, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("where it was", "utf-8")

    tell_crash(window, report)
    tell_crash(window, report)

    (dialog,) = window.findChildren(CrashWindow)
    assert "where it was" in dialog._details.toPlainText()
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Go on").click()
    assert not dialog.isVisible()


def test_a_report_by_hand_is_told_of_also_when_it_could_not_be_written(window: QWidget) -> None:
    tell_report(window, Path("/no/such/report.txt"))

    (dialog,) = window.findChildren(CrashWindow)
    assert "No report could be written" in dialog._details.toPlainText()
