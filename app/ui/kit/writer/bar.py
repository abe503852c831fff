"""The bar over a writer, and what its actions do.

bar = WriterBar(shell.book)
deeds = Deeds(writer, shell.book)
shell.book.offer(page, deeds.offers())
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.correspondence.body import (
    Align,
    Body,
    Cell,
    Condition,
    ListKind,
    PageTurn,
    Style,
    Table,
)
from app.ui.kit.actions import ActionBook
from app.ui.kit.sheets import controls
from app.ui.kit.theme import theme
from app.ui.kit.writer import commands
from app.ui.kit.writer.choosing import ask_condition, ask_field
from app.ui.kit.writer.forms import marks_of
from app.ui.kit.writer.writer import Writer

SHOWN = (
    "writer.field",
    "writer.condition",
    "",
    "writer.text",
    "writer.heading",
    "",
    "writer.bold",
    "writer.italic",
    "writer.underline",
    "",
    "writer.bullets",
    "writer.numbers",
    "",
    "writer.left",
    "writer.centre",
    "writer.right",
    "",
    "writer.table",
    "writer.picture",
    "writer.page",
    "",
    "writer.spelling",
)
"""The actions on the bar; an empty name leaves a gap."""
_MARKS = {
    "writer.bold": "is_bold",
    "writer.italic": "is_italic",
    "writer.underline": "is_underlined",
}
_NEW_PAGE = Body((PageTurn(is_page_turn=True),))
_NEW_TABLE = Table(((Cell(()),) * 3,) * 2)


class WriterBar(QWidget):
    """A line of small buttons; each is an action of the table."""

    def __init__(self, book: ActionBook, names: tuple[str, ...] = SHOWN) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(2))
        for name in names:
            if name:
                line.addWidget(book.tool(name))
            else:
                line.addSpacing(theme().px(8))
        line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().dress(self, controls)


class Deeds:
    """Does to a writer what the actions of its bar say."""

    def __init__(self, writer: Writer, book: ActionBook) -> None:
        self._writer = writer
        self._book = book
        writer.cursorPositionChanged.connect(self.follow)
        writer.currentCharFormatChanged.connect(self._follow_format)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        """Return every action of the table with what it does here."""
        return {
            **{name: partial(self._mark, mark) for name, mark in _MARKS.items()},
            "writer.text": partial(self._style, Style.BODY),
            "writer.heading": partial(self._style, Style.HEADING),
            "writer.subheading": partial(self._style, Style.SUBHEADING),
            "writer.bullets": partial(self._list, ListKind.BULLET),
            "writer.numbers": partial(self._list, ListKind.NUMBER),
            "writer.left": partial(self._align, Align.LEFT),
            "writer.centre": partial(self._align, Align.CENTRE),
            "writer.right": partial(self._align, Align.RIGHT),
            "writer.table": partial(self._writer.insert_table, _NEW_TABLE),
            "writer.row": partial(self._table, commands.add_row),
            "writer.column": partial(self._table, commands.add_column),
            "writer.no-row": partial(self._table, commands.remove_row),
            "writer.no-column": partial(self._table, commands.remove_column),
            "writer.page": partial(self._writer.insert_body, _NEW_PAGE),
            "writer.field": self._ask_field,
            "writer.condition": self._ask_condition,
            "writer.spelling": self._check_spelling,
        }

    def follow(self) -> None:
        """Press the buttons of the marks that hold where the cursor is."""
        marks = marks_of(self._writer.textCursor().charFormat())
        for name, mark in _MARKS.items():
            self._book.action(name).setChecked(getattr(marks, mark))

    def _follow_format(self, _form: object) -> None:
        self.follow()

    def _mark(self, name: str) -> None:
        self._writer.toggle(name)
        self._writer.setFocus()

    def _style(self, style: Style) -> None:
        commands.set_style(self._writer.textCursor(), style)
        self._writer.setFocus()

    def _list(self, kind: ListKind) -> None:
        commands.set_list(self._writer.textCursor(), kind)
        self._writer.setFocus()

    def _align(self, align: Align) -> None:
        commands.set_align(self._writer.textCursor(), align)
        self._writer.setFocus()

    def _table(self, change: commands.TableChange) -> None:
        cursor = self._writer.textCursor()
        table = cursor.currentTable()
        if table is not None:
            change(table, table.cellAt(cursor))
        self._writer.setFocus()

    def _check_spelling(self) -> None:
        if self._writer.proof is not None:
            self._writer.proof.go_on()

    def _ask_field(self) -> None:
        ask_field(self._writer, self._writer.things.labels, self._put_field)

    def _put_field(self, field: str) -> None:
        self._writer.insert_field(field)
        self._writer.setFocus()

    def _ask_condition(self) -> None:
        now = commands.condition_at(self._writer.textCursor())
        ask_condition(self._writer, self._writer.things.labels, now, self._put_condition)

    def _put_condition(self, when: Condition | None) -> None:
        commands.set_condition(self._writer.textCursor(), when)
        self._writer.viewport().update()
        self._writer.setFocus()
