"""A body as plain words: for mails, the clipboard, search and screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.domain.correspondence.body import (
    Body,
    Chip,
    Image,
    Inline,
    Listing,
    ListKind,
    Paragraph,
    Simple,
    Table,
)

_INDENT = "  "


def field_name(field: str) -> str:
    """Return a field as a text shows it that has no pills."""
    return f"{{{field}}}"


def plain_text(body: Body, label: Callable[[str], str] = field_name) -> str:
    """Return a body as lines; cells are divided by tabs, ``label`` names its fields."""
    return "\n".join(line for block in body.simple() for line in _lines(block, label))


def _lines(block: Simple, label: Callable[[str], str]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _words(block.inlines, label)
        case Listing():
            yield from _items(block, label)
        case Table():
            for row in block.rows:
                yield "\t".join(_words(cell.inlines, label) for cell in row)
        case Image() if block.text:
            yield f"[{block.text}]"
        case _:
            return


def _items(listing: Listing, label: Callable[[str], str]) -> Iterator[str]:
    counts = [0, 0, 0]
    for item in listing.items:
        counts[item.level] += 1
        counts[item.level + 1 :] = [0] * (len(counts) - item.level - 1)
        sign = f"{counts[item.level]}." if listing.kind is ListKind.NUMBER else "•"
        yield f"{_INDENT * item.level}{sign} {_words(item.inlines, label)}"


def _words(inlines: Iterable[Inline], label: Callable[[str], str]) -> str:
    return "".join(label(one.field) if isinstance(one, Chip) else one.text for one in inlines)
