"""A picture is shown as on paper, and a file that cannot be read is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.ui.kit.picture_view import PictureView, content_of
from app.ui.kit.shell import Note, Shell
from tests.ui.correspondence.hands import PNG, a_picture


def test_a_picture_is_shown_on_white_and_none_is_said(qtbot: QtBot) -> None:
    view = PictureView("Signature", "None")
    qtbot.addWidget(view)

    view.show_picture(a_picture())
    shown = view.pixmap().toImage().pixelColor(0, 0)
    view.show_picture(b"no picture")

    assert shown == QColor("white")
    assert view.text() == "None"


def test_a_file_is_read_up_to_its_limit(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(PNG)

    read = content_of(shell, path, 9)

    assert read == PNG[:10]


def test_a_file_that_is_missing_or_empty_is_told(shell: Shell, tmp_path: Path) -> None:
    told: list[Note] = []
    shell.noted.connect(told.append)
    empty = tmp_path / "empty.png"
    empty.touch()

    read = [content_of(shell, path, 9) for path in (tmp_path / "gone.png", empty)]

    assert read == [b"", b""]
    assert [one.text for one in told] == [
        "gone.png cannot be read.",
        "empty.png cannot be read.",
    ]
