"""Rich lines: words of several looks in one row, broken where their language allows.

Where a line may break is asked of the whole text, so that a word whose half is bold stays one word
and Thai phrases are found across the change of a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from app.documents.model import Run, Runs
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line, cut, paragraphs_of, parts_of, space_of, wrap
from app.documents.pdf.pens import INK, Pen
from app.documents.pdf.shaping import Word, shape

STYLES = {
    (False, False): Style.REGULAR,
    (True, False): Style.BOLD,
    (False, True): Style.ITALIC,
    (True, True): Style.BOLD_ITALIC,
}
_FIGURES = re.compile(r"\d (?:\d|[%‰€$£°]|น\.)")
"""Figures in groups (a phone number, an account) and their signs stay together on a line."""

UNDER = 0.13
"""How far below the writing an underline is drawn, and how strong, in sizes."""
STRENGTH = 0.055


@dataclass(frozen=True, slots=True)
class Look:
    """A face, underlined or not."""

    style: Style
    is_underlined: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one look from a place of the line on; ``lead`` are the spaces it begins with."""

    x: float
    lead: float
    look: Look
    line: Line


@dataclass(frozen=True, slots=True)
class RichLine:
    """Stretches in a row and the width of all in thousandths; an empty line has none."""

    stretches: tuple[Stretch, ...]
    width: float
    is_tall: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a line break never divides: words, each with the spaces before it and its look."""

    words: tuple[tuple[int, Look, Word], ...]

    @property
    def width(self) -> float:
        inner = sum(spaces * space_of(look.style) for spaces, look, _ in self.words[1:])
        return inner + sum(word.width for _, _, word in self.words)

    @property
    def space(self) -> int:
        """The width of the spaces before it."""
        spaces, look, _ = self.words[0]
        return spaces * space_of(look.style)


EMPTY = RichLine((), 0.0)


def bold(runs: Runs) -> Runs:
    """Return runs as a heading writes them."""
    return tuple(replace(run, is_bold=True) for run in runs)


@lru_cache(maxsize=4096)
def rich_lines(runs: Runs, limit: float, first: float = 0.0) -> tuple[RichLine, ...]:
    """Return runs as lines no wider than the limit (thousandths of the size).

    ``first`` is left free at the head of the first line.
    """
    looks = {look_of(run) for run in runs}
    text = "".join(run.text for run in runs)
    if len(looks) == 1 and not first and not _FIGURES.search(text):
        (look,) = looks
        return tuple(_plain(line, look) for line in wrap(text, look.style, limit))
    lines: list[RichLine] = []
    for paragraph in _paragraphs(runs):
        lines += _filled(_units(paragraph, limit), limit, 0.0 if lines else first)
    return tuple(lines)


def natural(runs: Runs) -> tuple[float, float]:
    """Return the widths (thousandths) of the widest line if nothing is broken, and widest part."""
    lines = rich_lines(runs, float("inf"))
    units = [unit for part in _paragraphs(runs) for unit in _units(part, float("inf"))]
    widest = max((unit.width for unit in units), default=0.0)
    return max((line.width for line in lines), default=0.0), widest


def look_of(run: Run) -> Look:
    """Return how a run is written."""
    return Look(STYLES[run.is_bold, run.is_italic], run.is_underlined)


def pen_over(pen: Pen, lines: Iterable[RichLine]) -> Pen:
    """Return the pen that these lines need."""
    return pen.over(stretch.line for line in lines for stretch in line.stretches)


def paint_rich(canvas: Canvas, corner: tuple[float, float], line: RichLine, pen: Pen) -> None:
    """Write a line whose box begins at this corner, with its underlines."""
    x, top = corner
    previous = False
    for stretch in line.stretches:
        at = x + pen.points(stretch.x)
        canvas.text(at, top, stretch.line, replace(pen, style=stretch.look.style))
        if stretch.look.is_underlined:
            lead = 0.0 if previous else pen.points(stretch.lead)
            y = top + pen.leading * 0.5 + pen.size * (0.34 + UNDER)
            wide = pen.points(stretch.line.width) - lead
            with canvas.artifact():
                canvas.rule(at + lead, y, wide, pen.size * STRENGTH, INK)
        previous = stretch.look.is_underlined


def _plain(line: Line, look: Look) -> RichLine:
    stretches = (Stretch(0.0, 0.0, look, line),) if line.words else ()
    return RichLine(stretches, line.width, line.is_tall)


def _paragraphs(runs: Runs) -> list[list[Run]]:
    """Return runs divided at their line breaks."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        for at, text in enumerate(paragraphs_of(run.text)):
            if at:
                paragraphs.append([])
            paragraphs[-1].append(replace(run, text=text))
    return paragraphs


def _units(runs: list[Run], limit: float) -> Iterator[_Unit]:
    """Yield what stands between two places where a line may break."""
    text = "".join(run.text for run in runs)
    looks = [look_of(run) for run in runs for _ in run.text]
    at = 0
    waiting: list[tuple[int, Look, Word]] = []
    for spaces, part in parts_of(text):
        at = text.index(part, at)
        if waiting and not (spaces == 1 and _FIGURES.match(text, at - 2)):
            yield from _fitting(_Unit(tuple(waiting)), limit)
            waiting = []
        waiting += _words(spaces, part, looks[at : at + len(part)])
        at += len(part)
    if waiting:
        yield from _fitting(_Unit(tuple(waiting)), limit)


def _words(spaces: int, part: str, looks: list[Look]) -> Iterator[tuple[int, Look, Word]]:
    """Yield a part as words, a new one where the look changes."""
    start = 0
    for at in range(1, len(part) + 1):
        if at == len(part) or looks[at] != looks[start]:
            word = shape(part[start:at], looks[start].style)
            yield (0 if start else spaces), looks[start], word
            start = at


def _fitting(unit: _Unit, limit: float) -> Iterator[_Unit]:
    """Yield a unit, or, if it fits no line, parts that do."""
    if unit.width <= limit:
        yield unit
        return
    for spaces, look, word in unit.words:
        for at, short in enumerate(cut(word, look.style, limit)):
            yield _Unit(((0 if at else spaces, look, short),))


def _filled(units: Iterable[_Unit], limit: float, first: float) -> list[RichLine]:
    """Fill lines one after the other; a line always takes at least one unit."""
    lines: list[RichLine] = []
    current: list[_Unit] = []
    width = start = first
    for unit in units:
        needed = (unit.space if current else 0.0) + unit.width
        if current and width + needed > limit:
            lines.append(_joined(current, start, goes_on=not unit.space))
            current, width, start, needed = [], 0.0, 0.0, unit.width
        if not current and width + needed > limit:
            width = start = 0.0
        current.append(unit)
        width += needed
    lines.append(_joined(current, start))
    return lines


def _joined(units: list[_Unit], start: float, *, goes_on: bool = False) -> RichLine:
    """Return units as a line whose neighbours of one look are one stretch."""
    words = [word for unit in units for word in unit.words]
    words[:1] = [(0, look, word) for _, look, word in words[:1]]
    stretches: list[Stretch] = []
    x = start
    while words:
        look = words[0][1]
        count = next((at for at, other in enumerate(words) if other[1] != look), len(words))
        stretch = _stretch(look, words[:count], x)
        stretches.append(stretch)
        x += stretch.line.width
        words = words[count:]
    if goes_on and stretches:
        last = stretches[-1]
        stretches[-1] = replace(last, line=replace(last.line, goes_on=True))
    return RichLine(tuple(stretches), x, any(one.line.is_tall for one in stretches))


def _stretch(look: Look, words: list[tuple[int, Look, Word]], x: float) -> Stretch:
    space = space_of(look.style)
    pairs = tuple((spaces, word) for spaces, _, word in words)
    width = sum(spaces * space + word.width for spaces, word in pairs)
    line = Line(pairs, width, any(word.is_tall for _, word in pairs))
    return Stretch(x, pairs[0][0] * space, look, line)
