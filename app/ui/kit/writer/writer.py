"""The writer: letters are written as text with fields, lists, tables, pictures and passages.

    writer = Writer(_("Letter"), load_picture)
    writer.set_fields({"contact.name": _("Name of the receiver")})
    writer.set_snippets({"greet": body})
    writer.show_body(letter.body)
    writer.changed.connect(self._preview_again)
    letter = replace(letter, body=writer.body())

A field is one character: it is deleted, copied and undone as a whole. ``::greet`` and a space
writes the snippet of that name. Tab leaves the writer, except in lists and tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from app.domain.correspondence.body import Body, Chip, Paragraph, Table, written
from app.domain.correspondence.plain_text import plain_text
from app.domain.correspondence.tidying import words_of
from app.domain.shared.codec import NotFitting, parsed, plain
from app.ui.kit.copying import mime_of_qt
from app.ui.kit.taking_in import png_of
from app.ui.kit.theme import theme
from app.ui.kit.writer.forms import SIGN, chip_format, condition_of, filler_format, style_of
from app.ui.kit.writer.keys import Keys
from app.ui.kit.writer.passages import paint_passages
from app.ui.kit.writer.proofreading import Proof
from app.ui.kit.writer.reading import body_of
from app.ui.kit.writer.showing import Shower
from app.ui.kit.writer.things import Things, shrunk

BODY_MIME = "application/x-backdesk-body"
LARGEST_TABLE = 12


class Writer(QTextEdit):
    """Edits a body; ``changed`` is told after every change a clerk makes.

    ``picture_offered`` brings the bytes of a picture that was pasted or dropped. With a ``proof``
    words that no dictionary knows are underlined.
    """

    changed = Signal()
    picture_offered = Signal(object)

    def __init__(self, name: str, load: Callable[[str], bytes]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(theme().px(16))
        self.things = Things(self, load)
        self.things.attach(self.document())
        self._snippets: Mapping[str, Body] = {}
        self._keys = Keys(self)
        self.proof: Proof | None = None
        self._is_showing = False
        self.show_body(Body())
        self.textChanged.connect(self._told)
        theme().changed.connect(self.viewport().update)

    def set_fields(self, labels: Mapping[str, str]) -> None:
        """Say which merge fields there are, and what their pills are called."""
        self.things.labels = dict(labels)
        self.document().markContentsDirty(0, self.document().characterCount())

    def set_snippets(self, snippets: Mapping[str, Body]) -> None:
        """Say what ``::shortcut`` writes."""
        self._snippets = dict(snippets)

    @property
    def snippets(self) -> Mapping[str, Body]:
        return self._snippets

    def show_body(self, body: Body) -> None:
        """Show a body; nothing of it can be undone."""
        self._is_showing = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.setBlockFormat(filler_format())
        Shower(cursor).write(body)
        document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._is_showing = False

    def body(self) -> Body:
        """Return what is written now."""
        return body_of(self.document())

    def show_pictures(self) -> None:
        """Load pictures again: there are more of them now."""
        self.things.forget_pictures()
        self.document().markContentsDirty(0, self.document().characterCount())

    def insert_body(self, body: Body) -> None:
        """Write a body in the place of what is chosen, or of an empty line."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if is_before_words(cursor, body):
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        if is_empty(cursor):
            cursor.setBlockFormat(filler_format(condition_of(cursor.blockFormat())))
        shower = Shower(cursor)
        shower.write(body)
        cursor.endEditBlock()
        self.setTextCursor(shower.cursor)
        self.ensureCursorVisible()

    def toggle(self, name: str) -> None:
        """Turn one mark of the chosen words round, or of those that are typed next."""
        self._keys.toggle(name)

    def insert_field(self, field: str) -> None:
        """Write a merge field in the place of what is chosen."""
        cursor = self.textCursor()
        form = chip_format(Chip(field), style_of(cursor.blockFormat()))
        before = cursor.charFormat()
        cursor.insertText(SIGN, form)
        cursor.setCharFormat(before)
        self.setTextCursor(cursor)

    def insert_table(self, table: Table) -> None:
        """Put a table after this line, the cursor into its first cell; never one in another."""
        if self.textCursor().currentTable() is not None:
            return
        begins = self.textCursor().selectionStart()
        self.insert_body(Body((table,)))
        cursor = self.textCursor()
        cursor.setPosition(begins)
        while cursor.currentTable() is None and cursor.movePosition(
            QTextCursor.MoveOperation.NextBlock
        ):
            pass
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Take the keys of marks before a window that has another use for them."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._keys.wants(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
            self._keys.after(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if is_key else self.cursorForPosition(event.pos())
        wrong = self.proof.wrong_at(cursor.position()) if self.proof else None
        if self.proof and wrong:
            self.proof.fill(menu, wrong)
        menu.popup(event.globalPos())

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001  Qt's own order
        if self._keys.tab(is_forward=is_next):
            return True
        return super().focusNextPrevChild(is_next)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_passages(painter, self, self.things.label)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.things.width = max(
            100.0, self.viewport().width() - 2 * self.document().documentMargin()
        )
        super().resizeEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the chosen words as they are, and as plain text for others."""
        made = QTextDocument()
        QTextCursor(made).insertFragment(self.textCursor().selection())
        chosen = body_of(made)
        data = mime_of_qt()
        data.setText(plain_text(chosen, self.things.label))
        data.setData(BODY_MIME, json.dumps(plain(chosen)).encode())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(BODY_MIME) or source.hasText() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste our own as it was, a picture as an offer, and anything else as plain words."""
        if source.hasFormat(BODY_MIME):
            self.insert_body(_pasted(bytes(source.data(BODY_MIME).data()), source.text()))
        elif source.hasImage() and not source.hasText():
            picture = source.imageData()
            if isinstance(picture, QImage):
                self.picture_offered.emit(png_of(shrunk(picture)))
        else:
            self.insert_body(written(words_of(source.text())))

    def _told(self) -> None:
        if not self._is_showing:
            self.changed.emit()


def is_before_words(cursor: QTextCursor, body: Body) -> bool:
    """Say whether a body goes on a line of its own before the words of the cursor's line."""
    is_inside = cursor.currentTable() is not None or cursor.block().textList() is not None
    begins_line = cursor.atBlockStart() and cursor.block().length() > 1
    first = body.blocks[0] if body.blocks else None
    return begins_line and not is_inside and not isinstance(first, Paragraph)


def is_empty(cursor: QTextCursor) -> bool:
    """Say whether the cursor stands on an empty line that is neither an item nor a cell."""
    block = cursor.block()
    return block.length() <= 1 and block.textList() is None and cursor.currentTable() is None


def _pasted(kept: bytes, text: str) -> Body:
    """Return what the clipboard holds of ours; what another version wrote comes as its words."""
    try:
        body: Body = parsed(Body, json.loads(kept))
    except (ValueError, NotFitting):
        return written(words_of(text))
    return body
