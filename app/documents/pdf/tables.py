"""Tables of a letter: written cells, columns shared out, the head on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from app.documents.model import Align, Cell, Table
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.flow import Piece
from app.documents.pdf.pens import HAIRLINE, INK, Pen
from app.documents.pdf.place import Place
from app.documents.pdf.rich import (
    RichLine,
    bold,
    natural,
    paint_rich,
    pen_over,
    rich_lines,
)
from app.documents.pdf.tags import COLUMN, ROW, Row

SMALLER = 0.93
PAD = 3.0
GUTTER = 10.0
CHUNK = 8
TALL = 24
WIDE = 5
"""A table of so many columns takes the whole width, from the edge on."""
SHARES = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class Span:
    """One column's place on the page."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Cells:
    """The lines of a row, ready to be drawn; ``weight`` is that of the rule under it."""

    cells: tuple[tuple[RichLine, ...], ...]
    aligns: tuple[Align, ...]
    spans: tuple[Span, ...]
    pen: Pen
    weight: float
    is_head: bool = False
    row: Row | None = None

    @property
    def height(self) -> float:
        return self.pen.leading * max(1, *map(len, self.cells)) + 2 * PAD

    def __call__(self, canvas: Canvas, top: float) -> None:
        places = zip(self.spans, self.aligns, self.cells, strict=True)
        tags = self.row.cells if self.row else repeat(None)
        for (span, align, lines), tag in zip(places, tags, strict=False):
            canvas.tag = tag
            for at, line in enumerate(lines):
                free = span.width - self.pen.points(line.width)
                corner = (span.x + SHARES[align] * free, top + PAD + at * self.pen.leading)
                paint_rich(canvas, corner, line, self.pen)
        self._rules(canvas, top)
        if self.row and self.weight:
            canvas.marks.done(self.row)

    def _rules(self, canvas: Canvas, top: float) -> None:
        left, width = self.spans[0].x, self.spans[-1].x + self.spans[-1].width - self.spans[0].x
        with canvas.artifact():
            if self.is_head:
                canvas.rule(left, top, width, 0.8, INK)
            if self.weight:
                colour = INK if self.weight > 0.5 else HAIRLINE
                canvas.rule(left, top + self.height, width, self.weight, colour)


class Sheetwise:
    """A table on its way over the pages: its head is repeated, nothing is carried."""

    foot_room = 0.0

    def __init__(self, table: Table, place: Place) -> None:
        self._pen = Pen(size=round(place.size * SMALLER, 2))
        self._table = table
        self._spans = spans(table, place, self._pen)
        self._tag = place.tag.add("Table")
        self._head = self._headed(None) if table.has_head else []

    def foot(self, carried: tuple[str, ...]) -> Sequence[Piece]:
        return ()

    def head(self, carried: tuple[str, ...]) -> Sequence[Piece]:
        return self._head

    def pieces(self) -> list[Piece]:
        """Return head and rows; the head keeps the first row.

        Without a head the first column says what stands beside it.
        """
        rows, count = self._table.rows, len(self._table.rows[0])
        made: list[Piece] = []
        if self._table.has_head:
            rows = rows[1:]
            made += self._headed(self._tag.row(*[("TH", COLUMN)] * count))
        first = ("TD", "") if self._table.has_head else ("TH", ROW)
        for at, row in enumerate(rows):
            tag = self._tag.row(first, *[("TD", "")] * (count - 1))
            made += self._row(row, tag, is_head=False, is_last=at == len(rows) - 1)
        return made

    def _headed(self, tag: Row | None) -> list[Piece]:
        """Return the head, a row of the table or, on later pages, furniture."""
        return self._row(self._table.rows[0], tag, is_head=True, is_last=False)

    def _row(
        self, row: tuple[Cell, ...], tag: Row | None, *, is_head: bool, is_last: bool
    ) -> list[Piece]:
        """Return a row as one piece, or one too tall to stay whole as several."""
        cells = tuple(
            rich_lines(bold(cell.runs) if is_head else cell.runs, self._pen.em(span.width))
            if cell.runs
            else ()
            for cell, span in zip(row, self._spans, strict=True)
        )
        tallest = max(1, *map(len, cells))
        step = tallest if tallest <= TALL or is_head else CHUNK
        made = []
        for at in range(0, tallest, step):
            weight = (0.8 if is_head or is_last else 0.4) if at + step >= tallest else 0.0
            part = Cells(
                tuple(lines[at : at + step] for lines in cells),
                tuple(cell.align for cell in row),
                self._spans,
                pen_over(self._pen, (line for lines in cells for line in lines)),
                weight,
                is_head,
                tag,
            )
            made.append(Piece(part.height, part, keep=is_head, frame=self))
        return made


def table_pieces(table: Table, place: Place) -> list[Piece]:
    """Return a table as pieces; rows shorter than the longest end in empty cells."""
    count = max(map(len, table.rows), default=0)
    if not count:
        return []
    blank = Cell(())
    rows = tuple((*row, *(blank,) * (count - len(row))) for row in table.rows)
    if count >= WIDE:
        place = replace(place, x=place.edge, width=place.width + place.hang)
    made = Sheetwise(replace(table, rows=rows), place).pieces()
    return [replace(made[0], before=place.size), *made[1:]] if made else []


def spans(table: Table, place: Place, pen: Pen) -> tuple[Span, ...]:
    """Return where the columns stand: by their weights, or as their texts need."""
    count = len(table.rows[0])
    gutter = min(GUTTER, place.width / (4 * count))
    free = place.width - gutter * (count - 1)
    placed: list[Span] = []
    x = place.x
    for width in _widths(table, free, pen):
        placed.append(Span(x, width))
        x += width + gutter
    return tuple(placed)


def _widths(table: Table, free: float, pen: Pen) -> list[float]:
    """Share out the free width."""
    count = len(table.rows[0])
    weights = [max(0, weight) for weight in table.weights[:count]]
    if len(weights) == count and any(weights):
        return [free * weight / sum(weights) for weight in weights]
    widest, least = _needs(table, count, pen)
    if sum(widest) <= free:
        left = (free - sum(widest)) / count
        return [width + left for width in widest]
    if sum(least) >= free:
        return [free / count] * count
    more = [wide - small for wide, small in zip(widest, least, strict=True)]
    share = (free - sum(least)) / sum(more)
    return [small + extra * share for small, extra in zip(least, more, strict=True)]


def _needs(table: Table, count: int, pen: Pen) -> tuple[list[float], list[float]]:
    """Return for every column how wide its texts are, and its widest word."""
    widest, least = [0.0] * count, [0.0] * count
    for at_row, row in enumerate(table.rows):
        is_head = table.has_head and not at_row
        for at, cell in enumerate(row):
            if cell.runs:
                line, word = natural(bold(cell.runs) if is_head else cell.runs)
                widest[at] = max(widest[at], pen.points(line) + 0.1)
                least[at] = max(least[at], pen.points(word) + 0.1)
    return widest, least
