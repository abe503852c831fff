"""What is dragged is told as files, and everything else is left alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from app.ui.kit.dropping import files_of


def test_files_are_told_and_addresses_of_the_web_are_not(tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "a ö.csv")), QUrl("https://a.example/b")])

    assert files_of(dropped) == (tmp_path / "a ö.csv",)
    assert files_of(QMimeData()) == ()
