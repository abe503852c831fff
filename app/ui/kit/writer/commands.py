"""What can be done with the words that are chosen, each as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextTable,
    QTextTableCell,
)

from app.domain.correspondence.body import (
    Align,
    Condition,
    ListKind,
    Marks,
    Style,
)
from app.domain.correspondence.tidying import DEEPEST
from app.ui.kit.writer.forms import (
    Mark,
    Thing,
    block_format,
    char_format,
    condition_of,
    edge_of,
    kind_of,
    list_format,
    marks_of,
    style_of,
    under,
)


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """Make everything done inside one step to undo."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def set_marks(cursor: QTextCursor, marks: Marks) -> None:
    """Let the chosen words stand out as said, or those that are typed next."""
    form = char_format(marks, style_of(cursor.blockFormat()))
    if not marks.is_bold and not form.hasProperty(QTextFormat.Property.FontWeight):
        form.setFontWeight(400)
    cursor.mergeCharFormat(form)


def toggled(cursor: QTextCursor, name: str) -> Marks:
    """Return the marks of the chosen words with one of them turned round."""
    marks = marks_of(cursor.charFormat())
    return replace(marks, **{name: not getattr(marks, name)})


def set_style(cursor: QTextCursor, style: Style) -> None:
    """Make the chosen lines headings or ordinary text; a heading is no item of a list."""
    with one_step(cursor):
        for block in chosen(cursor):
            if style is not Style.BODY:
                _leave_list(block)
            form = block.blockFormat()
            form.setHeadingLevel(block_format(style).headingLevel())
            at = QTextCursor(block)
            at.setBlockFormat(form)
            at.setBlockCharFormat(char_format(Marks(), style))
            _restyle(block, style)


def set_align(cursor: QTextCursor, align: Align) -> None:
    """Let the chosen lines keep to an edge."""
    form = QTextBlockFormat()
    form.setAlignment(edge_of(align))
    cursor.mergeBlockFormat(form)


def set_list(cursor: QTextCursor, kind: ListKind) -> None:
    """Make the chosen lines a list, or ordinary lines where all are items of that kind."""
    if cursor.currentTable() is not None:
        return
    blocks = list(chosen(cursor))
    listed = [block.textList() for block in blocks]
    is_such = all(one is not None and kind_of(one.format()) is kind for one in listed)
    with one_step(cursor):
        for block in blocks:
            _leave_list(block)
        if not is_such:
            made = QTextCursor(blocks[0]).createList(list_format(kind, 0))
            for block in blocks[1:]:
                made.add(block)


def shift_level(cursor: QTextCursor, by: int) -> None:
    """Move the chosen items of a list in or out; out of the outermost they leave the list."""
    with one_step(cursor):
        for block in chosen(cursor):
            listed = block.textList()
            if listed is None:
                continue
            level = listed.format().indent() - 1 + by
            kind = kind_of(listed.format())
            if level < 0:
                _leave_list(block)
            elif level <= DEEPEST:
                _join_level(block, kind, level)


def _join_level(block: QTextBlock, kind: ListKind, level: int) -> None:
    """Put an item into the list of its new level above it, or begin one."""
    above = block.previous()
    while above.isValid():
        listed = above.textList()
        if listed is None or kind_of(listed.format()) is not kind:
            break
        found = listed.format().indent() - 1
        if found == level:
            listed.add(block)
            return
        if found < level:
            break
        above = above.previous()
    QTextCursor(block).createList(list_format(kind, level))


def set_condition(cursor: QTextCursor, when: Condition | None) -> None:
    """Put the chosen lines and the tables among them under a condition, or under none."""
    with one_step(cursor):
        tables: set[int] = set()
        for block in chosen(cursor):
            table = QTextCursor(block).currentTable()
            if table is not None:
                if table.objectIndex() not in tables:
                    tables.add(table.objectIndex())
                    table.setFormat(under(table.format(), when))
                continue
            at = QTextCursor(block)
            at.setBlockFormat(under(block.blockFormat(), when))


def condition_at(cursor: QTextCursor) -> Condition | None:
    """Return the condition under which the line of the cursor stands, or none."""
    table = cursor.currentTable()
    return condition_of(table.format() if table is not None else cursor.blockFormat())


def chosen(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Yield the lines that are chosen, or the one of the cursor."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def _leave_list(block: QTextBlock) -> None:
    listed = block.textList()
    if listed is not None:
        listed.remove(block)
        form = block.blockFormat()
        form.setIndent(0)
        QTextCursor(block).setBlockFormat(form)


def _restyle(block: QTextBlock, style: Style) -> None:
    """Give all words of a line the look of its style; what stood out still does."""
    for start, length, form in list(_fragments(block)):
        at = QTextCursor(block.document())
        at.setPosition(start)
        at.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        fresh = char_format(marks_of(form), style)
        if form.objectType() in tuple(Thing):
            for prop, value in form.properties().items():
                if prop >= Mark.FIELD or prop == QTextFormat.Property.ObjectType.value:
                    fresh.setProperty(prop, value)
            fresh.setObjectType(form.objectType())
            fresh.setVerticalAlignment(form.verticalAlignment())
        at.setCharFormat(fresh)


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    steps = block.begin()
    while not steps.atEnd():
        fragment = steps.fragment()
        if fragment.isValid():
            yield fragment.position(), fragment.length(), fragment.charFormat()
        steps += 1


TableChange = Callable[[QTextTable, QTextTableCell], None]
"""Something that is done to a table at one of its cells."""


def add_row(table: QTextTable, cell: QTextTableCell) -> None:
    """Put an empty row under that of a cell."""
    table.insertRows(cell.row() + 1, 1)


def add_column(table: QTextTable, cell: QTextTableCell) -> None:
    """Put an empty column at the right of that of a cell; all share the width equally then."""
    table.insertColumns(cell.column() + 1, 1)
    _share_equally(table)


def remove_row(table: QTextTable, cell: QTextTableCell) -> None:
    """Take the row of a cell away; with its last row the table goes."""
    table.removeRows(cell.row(), 1)


def remove_column(table: QTextTable, cell: QTextTableCell) -> None:
    """Take the column of a cell away; with its last column the table goes.

    Qt mixes up the format of the line before the table while it does.
    """
    is_last = table.columns() == 1
    before = QTextCursor(table.document())
    before.setPosition(table.firstPosition() - 1)
    form = before.blockFormat()
    table.removeColumns(cell.column(), 1)
    if not is_last:
        before.setBlockFormat(form)
        _share_equally(table)


def _share_equally(table: QTextTable) -> None:
    form = table.format()
    form.clearColumnWidthConstraints()
    form.clearProperty(Mark.WIDTH)
    table.setFormat(form)
