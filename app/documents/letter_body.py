"""The body of a letter as blocks of its document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.documents import model
from app.documents.model import Block, Level, PageBreak, Run, Runs
from app.domain.correspondence.body import (
    Align,
    Body,
    Image,
    Inline,
    Listing,
    ListKind,
    PageTurn,
    Paragraph,
    Simple,
    Style,
    Table,
    Words,
)

ALIGNS = {
    Align.LEFT: model.Align.LEFT,
    Align.CENTRE: model.Align.CENTRE,
    Align.RIGHT: model.Align.RIGHT,
}
LEVELS = {
    Style.BODY: Level.TEXT,
    Style.HEADING: Level.HEADING,
    Style.SUBHEADING: Level.SUBHEADING,
}
LONGEST_WISHES = 70
ENDINGS = (".", "?", "!", ":", ";", "…")
THAI_SALUTATIONS = ("ขอประทานกราบเรียน", "กราบเรียน", "เรียน")


@dataclass(frozen=True, slots=True)
class Ended:
    """A body in two: what it says, and the wishes that stand with the signature."""

    blocks: tuple[Simple, ...]
    wishes: Runs = ()


def ended(body: Body) -> Ended:
    """Part a body from its wishes: a last short paragraph that ends without a full stop."""
    blocks = tuple(body.simple())
    while blocks and isinstance(blocks[-1], Paragraph) and not blocks[-1].inlines:
        blocks = blocks[:-1]
    last = blocks[-1] if len(blocks) > 1 else None
    if isinstance(last, Paragraph) and last.style is Style.BODY:
        text = "".join(run.text for run in runs_of(last.inlines)).strip()
        if text and len(text) <= LONGEST_WISHES and not text.endswith(ENDINGS):
            return Ended(blocks[:-1], runs_of(last.inlines))
    return Ended(blocks)


def salutation_of(blocks: Sequence[Simple], language: str) -> tuple[str, tuple[Simple, ...]]:
    """Return whom a Thai letter names in its salutation, and the body without it.

    In Thailand it stands above the references, behind its own word.
    """
    first = blocks[0] if blocks else None
    if language != "th" or not isinstance(first, Paragraph):
        return "", tuple(blocks)
    text = "".join(run.text for run in runs_of(first.inlines)).strip()
    for word in THAI_SALUTATIONS:
        if text.startswith(word) and "\n" not in text:
            return text.removeprefix(word).strip(), tuple(blocks[1:])
    return "", tuple(blocks)


def letter_blocks(
    blocks: Sequence[Simple], pictures: Mapping[str, bytes], *, is_indented: bool = False
) -> Iterator[Block]:
    """Yield a body's blocks as they stand in the document."""
    for block in blocks:
        match block:
            case Paragraph(inlines, style, align):
                is_text = style is Style.BODY and align is Align.LEFT
                yield model.Written(
                    runs_of(inlines), LEVELS[style], ALIGNS[align], is_indented and is_text
                )
            case Listing(items, kind):
                points = tuple(model.Point(runs_of(item.inlines), item.level) for item in items)
                yield model.Listing(points, kind is ListKind.NUMBER)
            case Table():
                yield _table(block)
            case Image():
                content = pictures.get(block.sha256, b"")
                picture = model.Picture(content, block.text)
                yield model.Figure(picture, block.width_mm, ALIGNS[block.align])
            case PageTurn():
                yield PageBreak()


def _table(table: Table) -> model.Table:
    rows = tuple(
        tuple(model.Cell(runs_of(cell.inlines), ALIGNS[cell.align]) for cell in row)
        for row in table.rows
    )
    return model.Table(rows, table.weights, table.has_head)


def runs_of(inlines: Sequence[Inline]) -> Runs:
    """Return words as runs; a field that nobody filled shows its name."""
    runs = []
    for inline in inlines:
        text = inline.text if isinstance(inline, Words) else f"{{{inline.field}}}"
        marks = inline.marks
        if text:
            runs.append(Run(text, marks.is_bold, marks.is_italic, marks.is_underlined))
    return tuple(runs)
