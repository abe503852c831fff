"""Where a snippet can be written: in lines of plain text, in one line, and in a letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRect, QSize, SignalInstance
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.domain.correspondence.body import Body
from app.domain.correspondence.plain_text import plain_text
from app.ui.kit.editor import TAKES_SNIPPETS, MultiLine
from app.ui.kit.fields import TextEdit

_LEFT, _KEEP = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor


class Place(Protocol):
    """An editor in which a snippet is written."""

    @property
    def editor(self) -> QWidget:
        """The editor."""

    @property
    def typed(self) -> SignalInstance:
        """What tells that something was typed."""

    @property
    def spot(self) -> QRect:
        """Where the cursor is, in the editor."""

    @property
    def own_words(self) -> Mapping[str, str] | None:
        """What each shortcut writes here, where the editor knows it by itself."""

    def before(self) -> str:
        """Return what stands before the cursor in its line."""

    def write(self, back: int, shortcut: str, words: str) -> None:
        """Write a snippet in the place of so many characters before the cursor, in one step."""


@runtime_checkable
class Expanding(Protocol):
    """An editor that writes snippets in its own way: a letter keeps fields in them."""

    @property
    def snippets(self) -> Mapping[str, Body]:
        """What each shortcut writes."""

    def insert_body(self, body: Body) -> None:
        """Write a body in the place of what is chosen."""


class LinesPlace:
    """Several lines of plain text."""

    own_words: Mapping[str, str] | None = None

    def __init__(self, editor: QPlainTextEdit) -> None:
        self.editor = editor
        self.typed = editor.textChanged

    @property
    def spot(self) -> QRect:
        return _within(self.editor.viewport(), self.editor.cursorRect())

    def before(self) -> str:
        return _before(self.editor.textCursor())

    def write(self, back: int, shortcut: str, words: str) -> None:
        cursor = self.editor.textCursor()
        cursor.movePosition(_LEFT, _KEEP, back)
        cursor.insertText(words)
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()


class LinePlace:
    """One line: what a snippet says in several comes one after the other."""

    own_words: Mapping[str, str] | None = None

    def __init__(self, editor: QLineEdit) -> None:
        self.editor = editor
        self.typed = editor.textChanged

    @property
    def spot(self) -> QRect:
        return self.editor.rect()

    def before(self) -> str:
        return self.editor.text()[: self.editor.cursorPosition()]

    def write(self, back: int, shortcut: str, words: str) -> None:
        at = self.editor.cursorPosition() - back
        if back:
            self.editor.setSelection(at, back)
        ends = " " if words[-1:].isspace() else ""
        self.editor.insert(" ".join(words.split()) + ends)


class LetterPlace:
    """A letter, which knows its own snippets."""

    def __init__(self, editor: QTextEdit, expanding: Expanding) -> None:
        self.editor = editor
        self.typed = editor.textChanged
        self._expanding = expanding

    @property
    def spot(self) -> QRect:
        return _within(self.editor.viewport(), self.editor.cursorRect())

    @property
    def own_words(self) -> Mapping[str, str] | None:
        return {one: plain_text(body) for one, body in self._expanding.snippets.items()}

    def before(self) -> str:
        return _before(self.editor.textCursor())

    def write(self, back: int, shortcut: str, words: str) -> None:
        cursor = self.editor.textCursor()
        cursor.movePosition(_LEFT, _KEEP, back)
        self.editor.setTextCursor(cursor)
        self._expanding.insert_body(self._expanding.snippets[shortcut])


def place_of(widget: QWidget | None) -> Place | None:
    """Return where snippets are written in a widget, or none in one that takes none."""
    if isinstance(widget, QTextEdit) and isinstance(widget, Expanding):
        return None if widget.isReadOnly() else LetterPlace(widget, widget)
    if isinstance(widget, MultiLine):
        return None if widget.isReadOnly() else LinesPlace(widget)
    if isinstance(widget, QLineEdit) and _takes(widget):
        return LinePlace(widget)
    return None


def _takes(line: QLineEdit) -> bool:
    is_plain = line.echoMode() is QLineEdit.EchoMode.Normal and not line.isReadOnly()
    return is_plain and (isinstance(line, TextEdit) or bool(line.property(TAKES_SNIPPETS)))


def _before(cursor: QTextCursor) -> str:
    return cursor.block().text()[: cursor.positionInBlock()]


def _within(viewport: QWidget, spot: QRect) -> QRect:
    """Return a spot of a viewport as one of its editor."""
    return QRect(viewport.mapToParent(spot.topLeft()), QSize(1, spot.height()))
