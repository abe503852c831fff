"""An overview of the archive: a title, a line that explains it, a short table and its buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui.kit.beside import beside
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Row
from app.ui.kit.texts import many
from app.ui.kit.theme import theme


class Overview(RecordPage):
    """One tab over the archive with a table of what was read at once."""

    def __init__(self, shell: Shell, kind: str, title: str, actions: tuple[str, ...] = ()) -> None:
        super().__init__(shell, kind, 0)
        self.setWindowTitle(title)
        self._table: QWidget | None = None
        self.head = PageBar(title, shell.book, actions)
        self.hint = plain_label("", "muted")
        self.hint.setWordWrap(True)
        self.column = QVBoxLayout(self)
        px = theme().px
        self.column.setContentsMargins(px(24), px(16), px(24), px(8))
        self.column.setSpacing(px(12))
        self.column.addWidget(self.head)
        self.column.addWidget(self.hint)

    def put_table(self, table: ShortTable[Row], room: str, beside: QWidget | None = None) -> None:
        """Put the table under the line, and give it the keyboard."""
        self._table = table
        table.give_room(room)
        self.column.addWidget(side_by_side(table, beside) if beside else table, 1)
        lead_to(self, table)
        self.shell.book.offer(self, {"list.copy": partial(self._copy, table)})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or not event.text().strip() or not self._is_verb(event.text()):
            super().keyPressEvent(event)

    def _is_verb(self, letter: str) -> bool:
        """Do the single-letter verb of the archive while the table has the keyboard."""
        table = self._table
        return table is not None and table.hasFocus() and self.shell.book.press(letter, "archive")

    def put_strip(self, names: tuple[tuple[str, str], ...], shown: str) -> Strip:
        """Put a choice of sorts over the table."""
        strip = Strip(names, shown)
        self.column.addWidget(strip, 0, Qt.AlignmentFlag.AlignLeft)
        return strip

    def _copy(self, table: ShortTable[Row]) -> None:
        count = table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))


def side_by_side(left: QWidget, right: QWidget) -> QSplitter:
    """Return two widgets beside each other, of which the right one takes the room."""
    splitter = beside(left, right, (500, 440))
    splitter.setStretchFactor(1, 1)
    return splitter
