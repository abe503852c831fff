"""Keys of the writer: what Enter, Backspace, Tab and a typed shortcut do where they are pressed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from app.domain.correspondence.body import ListKind, Marks, Style
from app.ui.kit.writer import commands
from app.ui.kit.writer.forms import block_format, char_format, condition_of, style_of

if TYPE_CHECKING:
    # The writer makes its keys.
    from app.ui.kit.writer.writer import Writer

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPED = (*_ENTER, Qt.Key.Key_Space, Qt.Key.Key_Tab)
SHORTCUT = re.compile(r"::([\w.-]+)$")
_LIST_SIGNS = {"-": ListKind.BULLET, "*": ListKind.BULLET, "1.": ListKind.NUMBER}
_MARKS = {
    Qt.Key.Key_B: "is_bold",
    Qt.Key.Key_I: "is_italic",
    Qt.Key.Key_U: "is_underlined",
}


class Keys:
    """Presses keys for a writer."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def wants(self, event: QKeyEvent) -> bool:
        """Say whether a key turns a mark round."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return is_control and event.key() in _MARKS

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False leaves it to the editor."""
        if self.wants(event):
            self.toggle(_MARKS[Qt.Key(event.key())])
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _TYPED and self._expand():
            return True
        if event.key() == Qt.Key.Key_Space:
            return self._begin_list()
        if event.key() in _ENTER:
            return self._leave_empty()
        return event.key() == Qt.Key.Key_Backspace and self._leave_at_start()

    def after(self, event: QKeyEvent) -> None:
        """Set right what the editor did: below a heading ordinary text goes on."""
        cursor = self._writer.textCursor()
        is_new = event.key() in _ENTER and cursor.block().length() <= 1
        if is_new and style_of(cursor.blockFormat()) is not Style.BODY:
            cursor.setBlockFormat(block_format(when=condition_of(cursor.blockFormat())))
            cursor.setBlockCharFormat(char_format(Marks()))
            self._writer.setTextCursor(cursor)

    def toggle(self, name: str) -> None:
        """Turn one mark of the chosen words round."""
        cursor = self._writer.textCursor()
        commands.set_marks(cursor, commands.toggled(cursor, name))
        self._writer.setTextCursor(cursor)

    def tab(self, *, is_forward: bool) -> bool:
        """Go to the next cell, or move an item in or out; False lets the keyboard leave."""
        cursor = self._writer.textCursor()
        if cursor.currentTable() is not None:
            self._next_cell(cursor, is_forward=is_forward)
            return True
        if cursor.block().textList() is not None:
            commands.shift_level(cursor, 1 if is_forward else -1)
            return True
        return self._expand() if is_forward else False

    def _next_cell(self, cursor: QTextCursor, *, is_forward: bool) -> None:
        table = cursor.currentTable()
        cell = table.cellAt(cursor)
        at = cell.row() * table.columns() + cell.column() + (1 if is_forward else -1)
        if at < 0:
            return
        if at == table.rows() * table.columns():
            table.appendRows(1)
        row, column = divmod(at, table.columns())
        self._writer.setTextCursor(table.cellAt(row, column).firstCursorPosition())

    def _expand(self) -> bool:
        """Write the snippet whose shortcut stands before the cursor."""
        cursor = self._writer.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = SHORTCUT.search(before)
        body = self._writer.snippets.get(found.group(1)) if found else None
        if found is None or body is None:
            return False
        cursor.setPosition(cursor.position() - len(found.group(0)), QTextCursor.MoveMode.KeepAnchor)
        self._writer.setTextCursor(cursor)
        self._writer.insert_body(body)
        return True

    def _begin_list(self) -> bool:
        """Make a line a list where its sign was typed at the beginning."""
        cursor = self._writer.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        is_free = cursor.block().textList() is None and cursor.currentTable() is None
        if before not in _LIST_SIGNS or not is_free:
            return False
        with commands.one_step(cursor):
            start = QTextCursor.MoveOperation.StartOfBlock
            cursor.movePosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            commands.set_list(cursor, _LIST_SIGNS[before])
        return True

    def _leave_empty(self) -> bool:
        """Leave a list or a passage by Enter on an empty line."""
        cursor = self._writer.textCursor()
        if cursor.block().length() > 1 or cursor.currentTable() is not None:
            return False
        if cursor.block().textList() is not None:
            commands.shift_level(cursor, -1)
            return True
        if condition_of(cursor.blockFormat()) is None:
            return False
        commands.set_condition(cursor, None)
        return True

    def _leave_at_start(self) -> bool:
        """Leave a list by Backspace at the beginning of an item."""
        cursor = self._writer.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart():
            return False
        if cursor.block().textList() is None:
            return False
        commands.shift_level(cursor, -1)
        return True
