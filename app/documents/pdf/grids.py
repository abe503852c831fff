"""Tables: columns as wide as their texts need, a head on every page, sums carried over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat

from app.documents import model
from app.documents.model import ACROSS, Align, Carried, Column, Grid, RowKind
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.flow import Piece
from app.documents.pdf.lines import Line, natural_width, wrap
from app.documents.pdf.pens import HAIRLINE, Colour, Pen
from app.documents.pdf.place import Place
from app.documents.pdf.suits import CLASSIC, Suit, Tabled
from app.documents.pdf.tags import COLUMN, Row, across, heading

CELL_TAG = ("TD", "")
LEAST_SHARE = 0.28
EASY_SHARE = 0.36
CHUNK = 4
TALL = 10


@dataclass(frozen=True, slots=True)
class Span:
    """One column's place on the page; its text keeps ``x`` to ``right``."""

    x: float
    width: float
    align: Align

    @property
    def right(self) -> float:
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Worn:
    """How a row is drawn: its pen, its rule (weight and whether it is dark), its ground."""

    pen: Pen
    tables: Tabled
    pad: float
    rule: tuple[float, bool] = (0.0, False)
    ground: Colour | None = None
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """The wrapped texts of a row, ready to be drawn in their columns by a pen that suits them.

    The last part of a row is drawn as such; what belongs to no row is furniture.
    """

    cells: tuple[tuple[Line, ...], ...]
    spans: tuple[Span, ...]
    worn: Worn
    row: Row | None = None
    is_last: bool = True

    def __call__(self, canvas: Canvas, top: float) -> None:
        worn = self.worn
        if worn.ground is not None:
            self._paint_ground(canvas, top, worn.ground)
        pen, y = worn.pen, top + worn.pad
        tags = self.row.cells if self.row else repeat(None)
        for span, lines, tag in zip(self.spans, self.cells, tags, strict=False):
            canvas.tag = tag
            for at, line in enumerate(lines):
                if line.words:
                    canvas.text(self._start(span, line), y + at * pen.leading, line, pen)
        if self.row and self.is_last:
            canvas.marks.done(self.row)
        self._paint_rules(canvas, top)

    def _paint_rules(self, canvas: Canvas, top: float) -> None:
        weight, is_dark = self.worn.rule
        if not weight:
            return
        dark, bleed = self.worn.tables.dark, self.worn.tables.bleed
        left = self.spans[0].x - bleed
        width = self.spans[-1].right + bleed - left
        if self.worn.is_sum:
            canvas.rule(left, top, width, weight, dark)
        canvas.rule(left, top + self.height(), width, weight, dark if is_dark else HAIRLINE)

    def _paint_ground(self, canvas: Canvas, top: float, colour: Colour) -> None:
        bleed = self.worn.tables.bleed
        left, right = self.spans[0].x - bleed, self.spans[-1].right + bleed
        canvas.fill(left, top, right - left, self.height(), colour)

    def _start(self, span: Span, line: Line) -> float:
        free = span.width - self.worn.pen.points(line.width)
        if span.align is Align.LEFT:
            return span.x
        return span.x + (free if span.align is Align.RIGHT else free / 2)

    def height(self) -> float:
        """Return how tall the row is."""
        return self.worn.pen.leading * max(map(len, self.cells)) + 2 * self.worn.pad


@dataclass(frozen=True, slots=True)
class _Made:
    """A row of the description, its tag and how it is drawn."""

    row: model.Row
    tag: Row
    worn: Worn


class Table:
    """A grid on its way over the pages."""

    def __init__(self, grid: Grid, place: Place) -> None:
        self.grid = grid
        self.x = place.x
        self.width = place.width
        self._suit = place.suit
        self._tables = place.suit.tables
        self.spans = spans(grid, place.x, place.width, place.suit)
        self._tag = place.tag.add("Table")
        self.gutter = self.spans[1].x - self.spans[0].right if len(self.spans) > 1 else 0.0
        self.foot_room = self._foot_room()
        self._head = self._head_piece()

    def _foot_room(self) -> float:
        """Return the height of the foot that the longest sums need."""
        longest = max((row.carried for row in self.grid.rows), key=_length, default=())
        return sum(piece.height for piece in self.foot(longest))

    def foot(self, carried: tuple[str, ...]) -> Sequence[Piece]:
        words = self.grid.carried
        return [self._carried(words, words.forward, carried)] if words and carried else []

    def head(self, carried: tuple[str, ...]) -> Sequence[Piece]:
        words = self.grid.carried
        brought = [self._carried(words, words.brought, carried)] if words and carried else []
        return [self._head, *brought]

    def pieces(self) -> list[Piece]:
        """Return head and rows; the head keeps the first row, the last row keeps what follows."""
        head = self._head_piece(self._tag.row(*[("TH", COLUMN)] * len(self.spans)))
        rows = [
            piece
            for row, ground in zip(self.grid.rows, self._grounds(), strict=True)
            for piece in self._row(row, ground)
        ]
        if self.grid.carried and len(rows) > 1:
            rows[-1] = replace(rows[-1], keep=True)
        return [replace(head, before=self._tables.before, keep=bool(rows)), *rows]

    def _head_piece(self, row: Row | None = None) -> Piece:
        """Return the head, a row of the table or, on later pages, furniture."""
        tables = self._tables
        cells = tuple(
            wrap(column.title, tables.head.style, tables.head.em(span.width))
            for column, span in zip(self.grid.columns, self.spans, strict=True)
        )
        pen, rule = tables.head.over(chain(*cells)), (0.0 if tables.band else 0.8, True)
        worn = Worn(pen, tables, tables.head_pad, rule, tables.band)
        made = Cells(cells, self.spans, worn, row)
        return Piece(made.height(), made, keep=True, frame=self)

    def _grounds(self) -> Iterator[Colour | None]:
        """Yield what each row stands on: every other entry on a wash, where rows are striped."""
        is_odd = False
        for row in self.grid.rows:
            is_odd = row.kind is RowKind.ENTRY and not is_odd
            yield None if is_odd or row.kind is not RowKind.ENTRY else self._tables.striped

    def _row(self, row: model.Row, ground: Colour | None) -> list[Piece]:
        """Return a row as one piece, or one too tall to stay whole as several."""
        pen = self._tables.of(row.kind)
        if row.kind in ACROSS:
            return [self._across(row, pen, is_heading=row.kind is RowKind.HEADING)]
        cells = tuple(
            wrap(text, pen.style, pen.em(span.width)) if text else ()
            for text, span in zip(row.cells, self.spans, strict=True)
        )
        is_sum = row.kind is RowKind.SUM
        is_end = self._tables.striped is not None and row is self.grid.rows[-1]
        rule = (0.8, True) if is_sum or is_end else (self._tables.weight, False)
        worn = Worn(
            pen.over(chain(*cells)), self._tables, self._tables.pad, rule, ground, is_sum=is_sum
        )
        made = _Made(row, self._tag.row(*[CELL_TAG] * len(cells)), worn)
        tallest = max(1, *map(len, cells))
        if tallest <= TALL:
            return [self._piece(cells, made, is_last=True)]
        return [
            self._piece(
                tuple(lines[at : at + CHUNK] for lines in cells),
                made,
                is_last=at + CHUNK >= tallest,
            )
            for at in range(0, tallest, CHUNK)
        ]

    def _piece(self, cells: tuple[tuple[Line, ...], ...], of: _Made, *, is_last: bool) -> Piece:
        worn = of.worn if is_last else replace(of.worn, pad=of.worn.pad / 2, rule=(0.0, False))
        filled = tuple(lines or () for lines in cells)
        made = Cells(filled, self.spans, worn, of.tag, is_last)
        return Piece(made.height(), made, frame=self, carried=of.row.carried)

    def _across(self, row: model.Row, pen: Pen, *, is_heading: bool) -> Piece:
        """Return a text across all columns; a heading is kept with the row under it."""
        span = Span(self.x, self.width, Align.LEFT)
        text = " ".join(cell for cell in row.cells if cell)
        lines = wrap(text, pen.style, pen.em(self.width))
        count = len(self.spans)
        tag = self._tag.row(("TH", heading(count)) if is_heading else ("TD", across(count)))
        rule = (0.4 if is_heading else self._tables.weight, False)
        worn = Worn(pen.over(lines), self._tables, self._tables.pad, rule)
        made = Cells((lines,), (span,), worn, tag)
        room = 4 if is_heading else 0
        return Piece(
            made.height(), made, before=room, keep=is_heading, frame=self, carried=row.carried
        )

    def _carried(self, words: Carried, label: str, carried: tuple[str, ...]) -> Piece:
        """Return the line that takes sums over the edge of a page."""
        columns = [self.spans[at] for at in words.columns]
        edge = min(span.x for span in columns) - self.gutter
        own, pad, bleed = self._tables.carried, self._tables.pad, self._tables.bleed
        text = wrap(label, own.style, own.em(max(edge - self.x, 60)))
        sums = [
            (span.right, wrap(amount, own.style, own.em(span.width + self.gutter)))
            for span, amount in zip(columns, carried, strict=True)
        ]
        pen = own.over(chain(text, *(lines for _, lines in sums)))
        height = pen.leading * max(len(lines) for lines in (text, *(x for _, x in sums))) + 2 * pad
        wash = self._suit.wash

        def paint(canvas: Canvas, top: float) -> None:
            canvas.fill(self.x - bleed, top + 1, self.width + 2 * bleed, height - 2, wash)
            for right, lines in ((edge, text), *sums):
                for at, line in enumerate(lines):
                    canvas.right(right, top + pad + at * pen.leading, line, pen)

        return Piece(height, paint, frame=self)


def _length(texts: tuple[str, ...]) -> int:
    return max(map(len, texts), default=0)


def grid_pieces(grid: Grid, place: Place) -> list[Piece]:
    """Return a table as pieces."""
    return Table(grid, place).pieces() if grid.columns else []


def is_cramped(grid: Grid, width: float, suit: Suit = CLASSIC) -> bool:
    """Say whether texts that should stand in one line would be broken in this width."""
    least = suit.tables.gutters[-1] * (len(grid.columns) - 1)
    return sum(_all_fitted(grid, suit.tables)) > width - least


def spans(grid: Grid, x: float, width: float, suit: Suit = CLASSIC) -> tuple[Span, ...]:
    """Return where the columns stand: fitted ones as wide as their texts, the others share."""
    fitted = _all_fitted(grid, suit.tables)
    weights = sum(column.weight for column in grid.columns)
    room = width * (1 - EASY_SHARE * bool(weights)) - sum(fitted)
    gutter = _gutter(suit.tables.gutters, len(grid.columns) - 1, room)
    free = width - gutter * (len(grid.columns) - 1)
    most = free * (1 - LEAST_SHARE) if weights else free
    scale = min(1.0, most / sum(fitted)) if sum(fitted) else 1.0
    left = free - sum(fitted) * scale
    widths = [
        left * column.weight / weights if column.weight else natural * scale
        for column, natural in zip(grid.columns, fitted, strict=True)
    ]
    if not weights:
        widths = [share + left / len(widths) for share in widths]
    return _placed(grid.columns, widths, x, gutter)


def _gutter(gutters: tuple[float, ...], count: int, room: float) -> float:
    """Return the widest space between columns that so much room allows, at least the narrowest."""
    return next((gutter for gutter in gutters if count * gutter <= room), gutters[-1])


def _placed(
    columns: tuple[Column, ...], widths: list[float], x: float, gutter: float
) -> tuple[Span, ...]:
    placed = []
    for column, width in zip(columns, widths, strict=True):
        placed.append(Span(x, width, column.align))
        x += width + gutter
    return tuple(placed)


def _all_fitted(grid: Grid, tables: Tabled) -> list[float]:
    return [
        0.0 if column.weight else _fitted(grid, at, tables)
        for at, column in enumerate(grid.columns)
    ]


def _fitted(grid: Grid, at: int, tables: Tabled) -> float:
    """Return the width of a column's widest text, sums that are carried included."""
    head, own = tables.head, tables.carried
    widths = [head.points(natural_width(grid.columns[at].title, head.style))]
    for row in grid.rows:
        if row.kind not in ACROSS and row.cells[at]:
            pen = tables.of(row.kind)
            widths.append(pen.points(natural_width(row.cells[at], pen.style)))
    if grid.carried and at in grid.carried.columns:
        place = grid.carried.columns.index(at)
        longest = max((row.carried[place] for row in grid.rows if row.carried), key=len, default="")
        widths.append(own.points(natural_width(longest, own.style)))
    return max(widths) + 0.1
