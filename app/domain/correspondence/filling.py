"""Filling: a body with fields becomes the words that one receiver reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.correspondence.body import (
    Asked,
    Block,
    Body,
    Cell,
    Chip,
    Condition,
    Inline,
    Item,
    Listing,
    Paragraph,
    Passage,
    Simple,
    Table,
    Words,
)
from app.domain.correspondence.fields import FIELDS
from app.domain.correspondence.tidying import tidied
from app.domain.shared.problems import Problem, Rule

UNKNOWN_FIELD = Rule("letters.unknown-field", "name")
EMPTY_FIELD = Rule("letters.empty-field", "name", is_warning=True)
_KNOWN = frozenset(FIELDS)


@dataclass(frozen=True, slots=True)
class Filled:
    """A body without fields, and which of its fields had nothing to say (``empty``)."""

    body: Body
    empty: tuple[str, ...] = ()


def check_fields(body: Body) -> tuple[Problem, ...]:
    """Return a problem for each field that no letter has, as a script may write one."""
    unknown = sorted(body.fields() - _KNOWN)
    return tuple(UNKNOWN_FIELD.at("body", name=name) for name in unknown)


def fill(body: Body, values: Mapping[str, str]) -> Filled:
    """Return the body as its receiver reads it.

    Passages whose condition does not hold are left out; a line that held nothing but empty fields
    goes with them. Values are words: what looks like a field in one stays as it is.
    """
    empty: dict[str, None] = {}
    blocks: list[Block] = []
    for block in body.blocks:
        if not isinstance(block, Passage):
            blocks.extend(_filled(block, values, empty))
        elif holds(block.when, values):
            for inner in block.blocks:
                blocks.extend(_filled(inner, values, empty))
    return Filled(tidied(Body(tuple(blocks))), tuple(empty))


def holds(when: Condition, values: Mapping[str, str]) -> bool:
    """Say whether a condition holds for these values; an unknown field is an empty one."""
    value = values.get(when.field, "").strip()
    match when.test:
        case Asked.FILLED:
            return bool(value)
        case Asked.EMPTY:
            return not value
        case Asked.IS:
            return value.casefold() == when.value.strip().casefold()
        case _:
            return value.casefold() != when.value.strip().casefold()


def empty_problems(filled: Filled) -> tuple[Problem, ...]:
    """Return a warning for each field that had nothing to say."""
    return tuple(EMPTY_FIELD.at("body", name=name) for name in filled.empty)


def _filled(block: Simple, values: Mapping[str, str], empty: dict[str, None]) -> Iterable[Simple]:
    """Yield the block with words for its fields, or nothing where only empty fields stood."""
    match block:
        case Paragraph():
            words = _words(block.inlines, values, empty)
            if any(one.text.strip() for one in words) or not _has_chip(block.inlines):
                yield replace(block, inlines=words)
        case Listing():
            items = tuple(_items(block, values, empty))
            yield replace(block, items=items)
        case Table():
            yield replace(block, rows=tuple(_row(row, values, empty) for row in block.rows))
        case _:
            yield block


def _items(listing: Listing, values: Mapping[str, str], empty: dict[str, None]) -> Iterable[Item]:
    for item in listing.items:
        words = _words(item.inlines, values, empty)
        if any(one.text.strip() for one in words) or not _has_chip(item.inlines):
            yield replace(item, inlines=words)


def _row(
    row: tuple[Cell, ...], values: Mapping[str, str], empty: dict[str, None]
) -> tuple[Cell, ...]:
    return tuple(replace(cell, inlines=_words(cell.inlines, values, empty)) for cell in row)


def _words(
    inlines: Iterable[Inline], values: Mapping[str, str], empty: dict[str, None]
) -> tuple[Words, ...]:
    words: list[Words] = []
    for one in inlines:
        if isinstance(one, Words):
            words.append(one)
            continue
        value = values.get(one.field, "")
        if not value.strip():
            empty[one.field] = None
        words.append(Words(value, one.marks))
    return tuple(words)


def _has_chip(inlines: Iterable[Inline]) -> bool:
    return any(isinstance(one, Chip) for one in inlines)
