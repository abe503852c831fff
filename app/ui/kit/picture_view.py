"""A small picture as it is kept, or a word where there is none; and files that are read whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

LARGEST = QSize(240, 96)


class PictureView(QLabel):
    """Shows a picture as on white paper, fitted into its room; else ``none`` is said."""

    largest = LARGEST

    def __init__(self, name: str, none: str) -> None:
        super().__init__(none)
        self._none = none
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAccessibleName(name)

    def show_picture(self, picture: bytes) -> None:
        """Show a picture, or that there is none."""
        drawn = QPixmap()
        if not picture or not drawn.loadFromData(picture):
            self.setText(self._none)
            return
        ratio = self.devicePixelRatioF()
        fitted = drawn.scaled(
            self.largest * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        paper = QPixmap(fitted.size())
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawPixmap(0, 0, fitted)
        painter.end()
        paper.setDevicePixelRatio(ratio)
        self.setPixmap(paper)


def content_of(shell: Shell, path: Path, most: int) -> bytes:
    """Return what a file holds, one byte more than ``most`` at most; nothing when it is unreadable.

    An empty file is nothing to take, and is told as one that cannot be read.
    """
    file = QFile(str(path))
    is_open = file.open(QIODevice.OpenModeFlag.ReadOnly)
    content = bytes(file.read(most + 1).data()) if is_open else b""
    file.close()
    if not content:
        shell.say(_("{file} cannot be read.", file=path.name))
    return content
