"""Reading a body back from a text document of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextTable,
    QTextTableCell,
)

from app.domain.correspondence.body import (
    Align,
    Block,
    Body,
    Cell,
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
    Table,
    Words,
)
from app.domain.correspondence.tidying import DEEPEST, tidied
from app.ui.kit.writer.forms import (
    BREAK,
    SIGN,
    Mark,
    Thing,
    align_of,
    condition_of,
    kind_of,
    marks_of,
    style_of,
)

Part = Inline | Image | PageTurn


def body_of(document: QTextDocument) -> Body:
    """Return what a document says, tidied."""
    blocks: list[Block] = []
    for when, block in _parts(document):
        blocks.append(block if when is None else Passage(when, (block,)))
    return tidied(Body(tuple(blocks)))


def _parts(document: QTextDocument) -> Iterator[tuple[Condition | None, Simple]]:
    """Yield every block with the condition it stands under."""
    is_by_table = False
    places = list(_places(document.rootFrame()))
    for at, place in enumerate(places):
        if isinstance(place, QTextTable):
            yield condition_of(place.format()), _table(place)
            is_by_table = True
            continue
        follows = places[at + 1] if at + 1 < len(places) else None
        is_alone = len(places) == 1
        if is_by_table or isinstance(follows, QTextTable) or is_alone:
            is_by_table = False
            if place.length() <= 1 and place.blockFormat().hasProperty(Mark.FILLER):
                continue
        when = condition_of(place.blockFormat())
        yield from ((when, block) for block in _blocks(place))


def _places(frame: QTextFrame) -> Iterator[QTextBlock | QTextTable]:
    """Yield the paragraphs and tables of the page in order."""
    steps = frame.begin()
    while not steps.atEnd():
        inner = steps.currentFrame()
        if isinstance(inner, QTextTable):
            yield inner
        elif inner is None:
            yield steps.currentBlock()
        steps += 1


def _blocks(block: QTextBlock) -> Iterator[Simple]:
    """Yield what one line of Qt holds: an item, or paragraphs around pictures and page turns."""
    listed, form = block.textList(), block.blockFormat()
    parts = tuple(parts_of(block))
    if listed is not None:
        level = min(max(listed.format().indent() - 1, 0), DEEPEST)
        yield Listing((Item(_inlines(parts), level),), kind_of(listed.format()))
        return
    yield from _split(parts, form)


def _split(parts: Iterable[Part], form: QTextBlockFormat) -> Iterator[Simple]:
    style, align = style_of(form), align_of(form)
    held: list[Inline] = []
    has_thing = False
    for part in parts:
        if isinstance(part, Words | Chip):
            held.append(part)
            continue
        has_thing = True
        if held:
            yield Paragraph(tuple(held), style, align)
            held = []
        yield _placed(part, align)
    if held or not has_thing:
        yield Paragraph(tuple(held), style, align)


def _placed(part: Image | PageTurn, align: Align) -> Simple:
    if isinstance(part, Image):
        return Image(part.sha256, part.width_mm, part.text, align)
    return part


def _inlines(parts: Iterable[Part]) -> tuple[Inline, ...]:
    return tuple(part for part in parts if isinstance(part, Words | Chip))


def parts_of(block: QTextBlock) -> Iterator[Part]:
    """Yield words and things of a line in order."""
    steps = block.begin()
    while not steps.atEnd():
        fragment = steps.fragment()
        if fragment.isValid():
            yield from _pieces(fragment.text(), fragment.charFormat())
        steps += 1


def _pieces(text: str, form: QTextCharFormat) -> Iterator[Part]:
    if form.objectType() in tuple(Thing) and SIGN in text:
        for _sign in text:
            yield _thing(form)
        return
    yield Words(text.replace(BREAK, "\n"), marks_of(form))


def _thing(form: QTextCharFormat) -> Part:
    match form.objectType():
        case Thing.CHIP:
            return Chip(form.stringProperty(Mark.FIELD), marks_of(form))
        case Thing.PICTURE:
            width = form.intProperty(Mark.WIDTH)
            return Image(form.stringProperty(Mark.SHA256), width, form.stringProperty(Mark.TEXT))
        case _:
            return PageTurn(is_page_turn=True)


def _table(table: QTextTable) -> Table:
    form = table.format()
    rows = tuple(
        tuple(_cell(table.cellAt(row, column)) for column in range(table.columns()))
        for row in range(table.rows())
    )
    weights = tuple(map(int, form.stringProperty(Mark.WIDTH).split()))
    return Table(rows, weights, has_head=form.headerRowCount() > 0)


def _cell(cell: QTextTableCell) -> Cell:
    """Return a cell; lines that were divided inside it are divided by line breaks."""
    first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    inlines: list[Inline] = list(_inlines(parts_of(first)))
    block = first
    while block != last:
        block = block.next()
        inlines.append(Words("\n"))
        inlines.extend(_inlines(parts_of(block)))
    return Cell(tuple(inlines), align_of(first.blockFormat()))
