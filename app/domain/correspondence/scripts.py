"""Bodies written as plain lines, as files that come with the program hold them.

``{field}`` is a field; ``?field`` before a line lets it stand where the field is filled, ``!field``
where it is empty; ``#`` begins a heading, and lines that begin with ``|`` are rows of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from app.domain.correspondence.body import (
    Asked,
    Block,
    Body,
    Cell,
    Chip,
    Condition,
    Inline,
    Paragraph,
    Passage,
    Style,
    Table,
    Words,
)

_FIELD = re.compile(r"\{([a-z.-]+)\}")
_TESTS = {"?": Asked.FILLED, "!": Asked.EMPTY}
ROW, HEADING = "|", "#"


def body_of(lines: Iterable[str]) -> Body:
    """Return the body that lines write; an empty line is one on paper, too."""
    blocks: list[Block] = []
    for is_table, group in groupby(lines, _is_row):
        if is_table:
            blocks.append(_table(group))
        else:
            blocks.extend(map(_block, group))
    return Body(tuple(blocks))


def _is_row(line: str) -> bool:
    return line.startswith(ROW)


def _block(line: str) -> Block:
    test = _TESTS.get(line[:1])
    if test is None:
        return _paragraph(line)
    field, _blank, rest = line[1:].partition(" ")
    return Passage(Condition(field, test), (_paragraph(rest),))


def _paragraph(line: str) -> Paragraph:
    if line.startswith(HEADING):
        return Paragraph(tuple(_inlines(line.removeprefix(HEADING).strip())), Style.SUBHEADING)
    return Paragraph(tuple(_inlines(line)))


def _table(lines: Iterable[str]) -> Table:
    rows = (line.strip().strip(ROW).split(ROW) for line in lines)
    cells = (tuple(Cell(tuple(_inlines(cell.strip()))) for cell in row) for row in rows)
    return Table(tuple(cells), has_head=False)


def _inlines(line: str) -> Iterator[Inline]:
    for at, part in enumerate(_FIELD.split(line)):
        if at % 2:
            yield Chip(part)
        elif part:
            yield Words(part)
