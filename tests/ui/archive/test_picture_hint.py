"""What a computer lacks to read pictures is said with how to get it there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.attention import PictureReader
from app.ui.archive.picture_hint import command_of, mark_of, show_how, text_of

NOTHING = PictureReader(is_here=False, has_pictures=True)
NO_FINNISH = PictureReader(is_here=True, lacks=("fin",), has_pictures=True)


def test_nothing_is_said_where_nothing_is_lacking() -> None:
    assert text_of(PictureReader(is_here=True)) == ""
    assert text_of(PictureReader(is_here=False)) == ""


def test_what_is_lacking_is_named() -> None:
    assert "not installed" in text_of(NOTHING)
    assert "Finnish" in text_of(NO_FINNISH)
    assert mark_of(NOTHING) != mark_of(NO_FINNISH)


@pytest.mark.parametrize(
    ("reader", "system", "command"),
    [
        (
            NOTHING,
            "linux",
            "sudo apt install tesseract-ocr tesseract-ocr-fin tesseract-ocr-tha",
        ),
        (NO_FINNISH, "linux", "sudo apt install tesseract-ocr tesseract-ocr-fin"),
        (NOTHING, "darwin", "brew install tesseract tesseract-lang"),
        (NOTHING, "win32", "winget install UB-Mannheim.TesseractOCR"),
    ],
)
def test_each_system_has_its_way(reader: PictureReader, system: str, command: str) -> None:
    assert command_of(reader, system) == command


def test_the_command_can_be_copied(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)

    dialog = show_how(page, NOTHING)

    line = next(one for one in dialog.findChildren(QLabel) if one.text() == command_of(NOTHING))
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy")
    copy.click()
    assert line.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert QGuiApplication.clipboard().text() == command_of(NOTHING)
