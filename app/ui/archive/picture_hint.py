"""How pictures are read: the program that is needed, told once, with how to get it here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from app.lang.texts import mark
from app.ui.kit.dialogs import Dialog
from app.ui.kit.labels import plain_label
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.attention import PictureReader

LANGUAGES: Mapping[str, str] = {
    "fin": mark("Finnish"),
    "tha": mark("Thai"),
    "eng": mark("English"),
    "swe": mark("Swedish"),
    "deu": mark("German"),
}
ALL = ("eng", "fin", "tha")
_WINDOWS = "winget install UB-Mannheim.TesseractOCR"
_MAC = "brew install tesseract tesseract-lang"


def text_of(reader: PictureReader) -> str:
    """Return in a sentence what is lacking; nothing where nothing is."""
    if not reader.is_here and reader.has_pictures:
        return _("Words in scans and pictures cannot be found: Tesseract is not installed here.")
    if reader.lacks:
        lacking = ", ".join(_(LANGUAGES.get(one, one)) for one in reader.lacks)
        return _("Tesseract cannot read these languages here: {languages}.", languages=lacking)
    return ""


def mark_of(reader: PictureReader) -> str:
    """Return by what it is remembered that this was told."""
    return "+".join(("tesseract", *reader.lacks))


def command_of(reader: PictureReader, system: str = sys.platform) -> str:
    """Return what is typed to install what is lacking, as each system has it."""
    if system == "win32":
        return _WINDOWS
    if system == "darwin":
        return _MAC
    wanted = reader.lacks if reader.is_here else tuple(dict.fromkeys((*ALL, *reader.lacks)))
    names = " ".join(f"tesseract-ocr-{one}" for one in wanted if one != "eng")
    return f"sudo apt install tesseract-ocr {names}".strip()


def show_how(
    parent: QWidget, reader: PictureReader, then: Callable[[], object] | None = None
) -> Dialog:
    """Show what is lacking and how to get it; ``then`` is called once it was read."""
    text = _(
        "Tesseract is a free program that reads words in pictures. Once it is installed, scans are"
        " read by themselves while you rest, here on this computer. Nothing is sent anywhere."
    )
    dialog = Dialog(parent, _("Reading pictures"), text, "eye")
    dialog.add_field(plain_label(text_of(reader)))
    if sys.platform == "win32":
        dialog.add_field(
            plain_label(_("Choose your languages under “Additional language data” on the way."))
        )
    dialog.add_field(plain_label(_("Type this in a terminal:")))
    dialog.add_field(_copyable(command_of(reader)))
    dialog.add_button(_("Copy"), partial(_copy, command_of(reader)), primary=False)
    dialog.add_button(_("Close"), dialog.accept, primary=True)
    if then is not None:
        dialog.finished.connect(then)
    dialog.open()
    return dialog


def _copy(command: str, _is_checked: object = None) -> None:
    QGuiApplication.clipboard().setText(command)


def _copyable(command: str) -> QLabel:
    line = plain_label(command)
    reachable = Qt.TextInteractionFlag.TextSelectableByKeyboard
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | reachable)
    line.setAccessibleName(command)
    return line
