"""Bodies as they are kept: nothing empty, nothing twice, no sign that is no text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from app.domain.correspondence.body import (
    Block,
    Body,
    Cell,
    Chip,
    Inline,
    Item,
    Listing,
    Paragraph,
    Passage,
    Simple,
    Style,
    Table,
    Words,
)

DEEPEST = 2
"""The innermost level of a list; the outermost is 0."""
_BREAKS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"})
_NO_TEXT = {code: None for code in (*range(32), 127, 0xFFFC) if chr(code) not in "\t\n"}


def tidied(body: Body) -> Body:
    """Return a body that says the same: equal neighbours are one, empty words and lists are gone.

    Paragraphs without words stay: they are the empty lines of a letter.
    """
    return Body(tuple(_blocks(body.blocks)))


def words_of(text: str) -> str:
    """Return a text without signs that are no text; every kind of line break becomes one."""
    return text.replace("\r\n", "\n").translate(_BREAKS).translate(_NO_TEXT)


def _blocks(blocks: Iterable[Block]) -> Iterable[Block]:
    """Yield blocks and passages; neighbouring passages under one condition are one."""
    for when, group in groupby(blocks, lambda one: one.when if isinstance(one, Passage) else None):
        inner: list[Simple] = []
        for block in group:
            inner.extend(block.blocks if isinstance(block, Passage) else (block,))
        simple = tuple(_simple(inner))
        if when is None:
            yield from simple
        elif simple:
            yield Passage(when, simple)


def _simple(blocks: Iterable[Simple]) -> Iterable[Simple]:
    """Yield blocks without empty lists and tables; lists of one kind that meet are one."""
    held: Listing | None = None
    for block in map(_tidied, blocks):
        if isinstance(block, Listing) and held and held.kind is block.kind:
            held = replace(held, items=held.items + block.items)
            continue
        if held:
            yield held
            held = None
        if isinstance(block, Listing):
            held = block if block.items else None
        elif not isinstance(block, Table) or (block.rows and block.rows[0]):
            yield block
    if held:
        yield held


def _tidied(block: Simple) -> Simple:
    match block:
        case Paragraph():
            return replace(block, inlines=inlines(block.inlines))
        case Listing():
            items = (Item(inlines(one.inlines), _level(one.level)) for one in block.items)
            return replace(block, items=tuple(items))
        case Table():
            return _table(block)
        case _:
            return block


def _table(table: Table) -> Table:
    """Return a table whose rows are equally long and whose weights are one for each column."""
    width = max((len(row) for row in table.rows), default=0)
    rows = tuple(
        (*(_cell(cell) for cell in row), *(Cell(()) for _ in range(width - len(row))))
        for row in table.rows
    )
    weights = table.weights if len(table.weights) == width and all(table.weights) else ()
    return replace(table, rows=rows, weights=weights)


def _cell(cell: Cell) -> Cell:
    return replace(cell, inlines=inlines(cell.inlines))


def _level(level: int) -> int:
    return min(max(level, 0), DEEPEST)


def inlines(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return words and fields with neighbours of one look joined and empty words left out."""
    joined: list[Inline] = []
    for part in parts:
        if isinstance(part, Chip):
            joined.append(part)
            continue
        fresh = replace(part, text=words_of(part.text))
        last = joined[-1] if joined else None
        if not fresh.text:
            continue
        if isinstance(last, Words) and last.marks == fresh.marks:
            joined[-1] = replace(last, text=last.text + fresh.text)
        else:
            joined.append(fresh)
    return tuple(joined)


def is_blank(body: Body) -> bool:
    """Say whether a body says nothing at all."""
    return not any(
        not isinstance(block, Paragraph) or block.inlines or block.style is not Style.BODY
        for block in tidied(body).blocks
    )
