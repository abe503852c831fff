"""The viewer of the archive: pages, pictures and texts; of the rest it says what to do."""

from __future__ import annotations

import threading
from array import array
from functools import partial
from itertools import islice

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedWidget, QTextEdit, QWidget

from app.domain.archive.found import NOWHERE, Passage
from app.domain.archive.record import Record
from app.ui.archive.picture import PictureView
from app.ui.archive.words import PDF
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.page_paint import FOUND
from app.ui.kit.page_text import PageText
from app.ui.kit.pdf_file import Left, Unreadable, picture_of
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

MOST_SHOWN = 200_000_000
"""How many bytes are read into memory to be looked at."""

MOST_TEXT = 2_000_000
_MOST = 500
"""How many places are marked in a text."""
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
        self._is_drawn = False
        self._passage = NOWHERE
        self._is_left = threading.Event()
        self.preview = Preview(lanes)
        self.preview.shown.connect(self._go_to_passage)
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

    def open_at(self, passage: Passage) -> None:
        """Open the document that is shown, or is coming, at a page with words marked."""
        self._passage = passage
        if self._is_drawn:
            self._mark()

    def show_document(self, record: Record, content: bytes) -> None:
        """Show the bytes of a document as what it is."""
        self._name = record.name
        self._is_drawn = False
        if record.media_type == PDF:
            self.preview.show_pdf(content, record.file_name())
            self.setCurrentWidget(self.preview)
        elif record.media_type.startswith("image/"):
            self._is_left.set()
            self._is_left = threading.Event()
            answer = partial(self._show_picture, record.name)
            failed = partial(self._show_no_picture, record.name)
            work = partial(picture_of, content, self._is_left)
            self._lanes.pages.run(work, Reply(answer, failed, ("picture", id(self))))
        else:
            self.text.setPlainText(content[:MOST_TEXT].decode("utf-8", "replace"))
            self.text.setAccessibleName(record.name)
            self.setCurrentWidget(self.text)
            self._go_to_passage()

    def show_pages(self, record: Record, pdf: bytes) -> None:
        """Show the pages that were made of a document which has none itself."""
        self._name = record.name
        self._is_drawn = False
        self.preview.show_pdf(pdf, record.file_name())
        self.setCurrentWidget(self.preview)

    def _go_to_passage(self) -> None:
        self._is_drawn = True
        self._mark()

    def _mark(self) -> None:
        """Mark the words where the text of pages is known; a picture has none."""
        words = "\n".join(self._passage.words)
        if self.currentWidget() is self.text:
            self._mark_text(words)
        elif self.currentWidget() is self.preview and self.preview.pages.file is not None:
            pages = self.preview.pages
            if words or pages.reading.finding.words:
                pages.mark(words, max(self._passage.page - 1, 0) if words else pages.page)

    def _mark_text(self, words: str) -> None:
        """Mark words in a text, and bring the first into view."""
        spans = tuple(islice(PageText(self.text.toPlainText(), array("f")).found(words), _MOST))
        marks = [self._marked(*span) for span in spans]
        self.text.setExtraSelections(marks)
        if spans:
            first = QTextCursor(self.text.document())
            first.setPosition(spans[0][0])
            self.text.setTextCursor(first)
            self.text.centerCursor()

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(FOUND)
        look.setForeground(QColor("#000000"))
        found.cursor, found.format = cursor, look
        return found

    def _show_picture(self, name: str, shown: tuple[QImage, QSize]) -> None:
        if name == self._name:
            self.picture.show_picture(shown[0], name, shown[1])
            self.setCurrentWidget(self.picture)

    def _show_no_picture(self, name: str, error: Exception) -> None:
        if not isinstance(error, (Left, Unreadable)):
            raise error
        if name == self._name:
            self.say(_("This picture cannot be shown. It can still be exported."))
