"""The picture of a product: chosen, shown small, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.labels import plain_label
from app.ui.kit.pdf_file import Left, Unreadable, picture_of
from app.ui.kit.sheets import controls
from app.ui.kit.taking_in import png_of
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

LARGEST_SIDE = 1600
LARGEST_FILE = 50 << 20
_SHOWN = 120


class PictureBox(QWidget):
    """Shows a picture; ``chosen(bytes)`` is a PNG of bounded size, nothing when it was taken away.

    What was chosen is decoded and written anew: neither its hidden data nor its size is kept.
    """

    chosen = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = QLabel()
        self.shown.setFixedSize(QSize(theme().px(_SHOWN), theme().px(_SHOWN)))
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setProperty("role", "frame")
        self.note = plain_label(role="bad")
        self.choose_button = QPushButton(_("Choose a picture…"))
        self.choose_button.clicked.connect(self._choose)
        self.clear_button = QPushButton(_("Take the picture away"))
        self.clear_button.clicked.connect(self._clear)
        buttons = QVBoxLayout()
        buttons.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.note)
        buttons.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(16))
        line.addWidget(self.shown)
        line.addLayout(buttons, 1)
        theme().dress(self, controls)
        self.show_picture(b"")

    def stops(self) -> tuple[QWidget, ...]:
        """Return the buttons, in the order in which Tab visits them."""
        return (self.choose_button, self.clear_button)

    def show_picture(self, content: bytes) -> None:
        """Show a picture that is kept, or none."""
        self.note.clear()
        pixels = QPixmap()
        if content:
            pixels.loadFromData(content)
        self.clear_button.setVisible(not pixels.isNull())
        if pixels.isNull():
            self.shown.setText(_("No picture"))
        else:
            self.shown.setPixmap(
                pixels.scaled(
                    self.shown.size(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )

    def take(self, path: Path) -> None:
        """Take a picture from a file, or say why not."""
        content = small_png(path)
        if content:
            self.show_picture(content)
            self.chosen.emit(content)
        else:
            self.note.setText(_("{file} is no picture that can be shown.", file=path.name))

    def _choose(self) -> None:
        kinds = f"{_('Pictures')} (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", kinds)
        if path:
            self.take(Path(path))

    def _clear(self) -> None:
        self.show_picture(b"")
        self.chosen.emit(b"")


def small_png(path: Path) -> bytes:
    """Return a picture as a PNG no larger than a page needs, or nothing if it cannot be read.

    It is unpacked in the light box, not here: it may come from anybody.
    """
    file = QFile(str(path))
    is_open = file.size() <= LARGEST_FILE and file.open(QIODevice.OpenModeFlag.ReadOnly)
    try:
        image, _of = picture_of(bytes(file.readAll().data()) if is_open else b"")
    except (Left, Unreadable):
        return b""
    finally:
        file.close()
    if max(image.width(), image.height()) > LARGEST_SIDE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        image = image.scaled(LARGEST_SIDE, LARGEST_SIDE, keep, smooth.SmoothTransformation)
    return png_of(image)
