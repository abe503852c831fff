"""Showing a body: its parts are written into a text document of Qt."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import (
    QTextCursor,
    QTextLength,
    QTextList,
    QTextTable,
    QTextTableFormat,
)

from app.domain.correspondence.body import (
    Block,
    Body,
    Chip,
    Condition,
    Image,
    Inline,
    Item,
    Listing,
    PageTurn,
    Paragraph,
    Passage,
    Simple,
    Style,
    Table,
    Words,
    inlines_of,
)
from app.ui.kit.writer.forms import (
    BREAK,
    SIGN,
    Mark,
    block_format,
    char_format,
    chip_format,
    filler_format,
    image_format,
    list_format,
    turn_format,
    under,
)

FULL_WIDTH = 100


class Shower:
    """Writes bodies at a cursor; an empty line there is used up, a full one gets the first words.

    Inside a table only words and fields are written, one line after the other.
    """

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._when: Condition | None = None
        self._lists: dict[int, QTextList] = {}

    def write(self, body: Body) -> None:
        """Write all blocks; words of a first plain paragraph go on where the cursor stands."""
        self._cursor.beginEditBlock()
        if self._cursor.currentTable() is not None:
            self._flat(body.simple())
        else:
            blocks = body.blocks
            first = blocks[0] if blocks else None
            if isinstance(first, Paragraph) and self._goes_on(first):
                self._inlines(first.inlines, Style.BODY)
                blocks = blocks[1:]
            for block in blocks:
                self._block(block)
        self._cursor.endEditBlock()

    def _goes_on(self, first: Paragraph) -> bool:
        """Say whether the first words belong to the line in which the cursor stands."""
        return first.style is Style.BODY and not self._is_unused()

    def _is_unused(self) -> bool:
        block = self._cursor.block()
        return block.length() <= 1 and block.textList() is None

    def _is_filler(self) -> bool:
        return self._is_unused() and self._cursor.blockFormat().hasProperty(Mark.FILLER)

    def _block(self, block: Block) -> None:
        if not isinstance(block, Passage):
            self._simple(block)
            return
        self._when = block.when
        for inner in block.blocks:
            self._simple(inner)
        self._when = None

    def _simple(self, block: Simple) -> None:
        match block:
            case Paragraph():
                self._new_line(block)
                self._inlines(block.inlines, block.style)
            case Listing():
                self._lists = {}
                for item in block.items:
                    self._item(block, item)
            case Table():
                self._table(block)
            case Image():
                self._new_line(Paragraph((), align=block.align))
                self._cursor.insertText(SIGN, image_format(block))
            case PageTurn():
                self._new_line(Paragraph(()))
                self._cursor.insertText(SIGN, turn_format())

    def _new_line(self, block: Paragraph) -> None:
        """Begin a line for a paragraph; an empty one that only filled a place is taken."""
        form = block_format(block.style, block.align, self._when)
        look = char_format(Words("").marks, block.style)
        if self._is_filler():
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(look)
        else:
            self._cursor.insertBlock(form, look)

    def _inlines(self, parts: Iterable[Inline], style: Style) -> None:
        for part in parts:
            if isinstance(part, Chip):
                self._cursor.insertText(SIGN, chip_format(part, style))
            else:
                text = part.text.replace("\n", BREAK)
                self._cursor.insertText(text, char_format(part.marks, style))

    def _item(self, listing: Listing, item: Item) -> None:
        self._new_line(Paragraph(()))
        for deeper in [level for level in self._lists if level > item.level]:
            del self._lists[deeper]
        if held := self._lists.get(item.level):
            held.add(self._cursor.block())
        else:
            form = list_format(listing.kind, item.level)
            self._lists[item.level] = self._cursor.createList(form)
        self._inlines(item.inlines, Style.BODY)

    def _table(self, table: Table) -> None:
        if self._is_filler():
            self._cursor.setBlockFormat(filler_format(self._when))
        else:
            self._cursor.insertBlock(filler_format(self._when))
        form = table_format(table, self._when)
        made = self._cursor.insertTable(len(table.rows), len(table.rows[0]), form)
        for at, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                self._cursor = made.cellAt(at, column).firstCursorPosition()
                self._cursor.setBlockFormat(block_format(align=cell.align))
                self._inlines(cell.inlines, Style.BODY)
        self._cursor = after(made)
        self._cursor.setBlockFormat(filler_format(self._when))

    def _flat(self, blocks: Iterable[Simple]) -> None:
        """Write words and fields only, a line for each block."""
        is_first = True
        for block in blocks:
            if not is_first:
                self._cursor.insertText(BREAK)
            is_first = False
            self._inlines(inlines_of(block), Style.BODY)

    @property
    def cursor(self) -> QTextCursor:
        """Return the cursor, after all that was written."""
        return self._cursor


def after(table: QTextTable) -> QTextCursor:
    """Return the place right after a table."""
    cursor = table.lastCursorPosition()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    return cursor


def table_format(table: Table, when: Condition | None) -> QTextTableFormat:
    """Return the format of a table: as wide as the text, with thin lines."""
    form = QTextTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, FULL_WIDTH))
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setCellPadding(4)
    form.setHeaderRowCount(1 if table.has_head else 0)
    percent = QTextLength.Type.PercentageLength
    if table.weights:
        share = FULL_WIDTH / sum(table.weights)
        lengths = [QTextLength(percent, weight * share) for weight in table.weights]
        form.setColumnWidthConstraints(lengths)
        form.setProperty(Mark.WIDTH, " ".join(map(str, table.weights)))
    return under(form, when)
