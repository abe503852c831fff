"""The viewer of the archive: pages, pictures and texts; of the rest it says what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedWidget, QWidget

from app.domain.archive.record import Record
from app.ui.archive.picture import PictureView, decoded
from app.ui.archive.words import PDF
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

MOST_SHOWN = 200_000_000
"""How many bytes are read into memory to be looked at."""

MOST_TEXT = 2_000_000
XML = frozenset({"application/xml", "text/xml"})


def can_show(record: Record) -> bool:
    """Say whether a document can be looked at here."""
    family = record.media_type.partition("/")[0]
    is_known = record.media_type == PDF or family in {"image", "text"} or is_xml(record)
    return record.size <= MOST_SHOWN and is_known


def is_xml(record: Record) -> bool:
    """Say whether a document is XML: what it says may be shown as pages."""
    return record.media_type in XML


class Viewer(QStackedWidget):
    """Shows one document, whatever it is."""

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._name = ""
        self.preview = Preview(lanes)
        self.picture = PictureView()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        for widget in (self.preview, self.picture, self.text):
            self.addWidget(widget)
        theme().dress(self.text, controls)

    def say(self, words: str) -> None:
        """Show a sentence in place of a document."""
        self._name = ""
        self.preview.empty(words)
        self.setCurrentWidget(self.preview)

    def show_document(self, record: Record, content: bytes) -> None:
        """Show the bytes of a document as what it is."""
        self._name = record.name
        if record.media_type == PDF:
            self.preview.show_pdf(content, record.file_name())
            self.setCurrentWidget(self.preview)
        elif record.media_type.startswith("image/"):
            work, answer = partial(decoded, content), partial(self._show_picture, record.name)
            self._lanes.pages.run(work, Reply(answer))
        else:
            self.text.setPlainText(content[:MOST_TEXT].decode("utf-8", "replace"))
            self.text.setAccessibleName(record.name)
            self.setCurrentWidget(self.text)

    def show_pages(self, record: Record, pdf: bytes) -> None:
        """Show the pages that were made of a document which has none itself."""
        self._name = record.name
        self.preview.show_pdf(pdf, record.file_name())
        self.setCurrentWidget(self.preview)

    def _show_picture(self, name: str, picture: QImage) -> None:
        if name != self._name:
            return
        if picture.isNull():
            self.say(_("This picture cannot be shown. It can still be exported."))
            return
        self.picture.show_picture(picture, name)
        self.setCurrentWidget(self.picture)
