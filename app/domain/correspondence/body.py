"""The body of a letter as its own structure: what is written, without fonts and without markup.

It is kept as plain data (``shared.codec``): every record here has a field that no other one has, so
that a union is read back as what it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from typing import ClassVar


class Style(Enum):
    """What a paragraph is."""

    BODY = "body"
    HEADING = "heading"
    SUBHEADING = "subheading"


class Align(Enum):
    """Which edge of the column lines keep to."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class ListKind(Enum):
    """What stands before the items of a list."""

    BULLET = "bullet"
    NUMBER = "number"


class Asked(Enum):
    """What a condition asks of a field."""

    FILLED = "filled"
    EMPTY = "empty"
    IS = "is"
    IS_NOT = "is-not"


@dataclass(frozen=True, slots=True)
class Marks:
    """How words stand out."""

    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False


PLAIN = Marks()


@dataclass(frozen=True, slots=True)
class Words:
    """Running words; a line break in them stays a line break."""

    text: str
    marks: Marks = PLAIN


@dataclass(frozen=True, slots=True)
class Chip:
    """A merge field: its name stands for what the letter's own receiver has there."""

    field: str
    marks: Marks = PLAIN


Inline = Words | Chip


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a heading; without inlines it is an empty line."""

    is_whole: ClassVar[bool] = True
    inlines: tuple[Inline, ...]
    style: Style = Style.BODY
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; ``level`` 0 is the outermost of three."""

    inlines: tuple[Inline, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """Items with bullets or numbers."""

    is_whole: ClassVar[bool] = True
    items: tuple[Item, ...]
    kind: ListKind = ListKind.BULLET


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    inlines: tuple[Inline, ...]
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells each; ``weights`` share out the width, none share it equally."""

    is_whole: ClassVar[bool] = True
    rows: tuple[tuple[Cell, ...], ...]
    weights: tuple[int, ...] = ()
    has_head: bool = True


@dataclass(frozen=True, slots=True)
class Image:
    """A stored PNG or JPEG by its SHA-256, as wide as said in millimetres; ``text`` tells it."""

    is_whole: ClassVar[bool] = True
    sha256: str
    width_mm: int
    text: str = ""
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class PageTurn:
    """What follows begins a new page."""

    is_page_turn: bool


Simple = Paragraph | Listing | Table | Image | PageTurn


@dataclass(frozen=True, slots=True)
class Condition:
    """A question to one field; ``value`` is compared without regard to case."""

    field: str
    test: Asked = Asked.FILLED
    value: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks that stand in a letter only where a condition holds."""

    is_whole: ClassVar[bool] = True
    when: Condition
    blocks: tuple[Simple, ...]


Block = Simple | Passage


@dataclass(frozen=True, slots=True)
class Body:
    """What a letter says between salutation and signature, these two included."""

    blocks: tuple[Block, ...] = ()

    def simple(self) -> Iterator[Simple]:
        """Yield every block in order, those of passages too."""
        for block in self.blocks:
            if isinstance(block, Passage):
                yield from block.blocks
            else:
                yield block

    def inlines(self) -> Iterator[Inline]:
        """Yield every word and field in order."""
        return chain.from_iterable(map(inlines_of, self.simple()))

    def fields(self) -> frozenset[str]:
        """Return the names of all fields, those that conditions ask included."""
        asked = (block.when.field for block in self.blocks if isinstance(block, Passage))
        return frozenset(
            chain(asked, (one.field for one in self.inlines() if isinstance(one, Chip)))
        )

    def images(self) -> frozenset[str]:
        """Return the contents of all pictures by SHA-256."""
        return frozenset(one.sha256 for one in self.simple() if isinstance(one, Image))


EMPTY = Body()


def inlines_of(block: Simple) -> Iterator[Inline]:
    """Yield the words and fields of one block in order."""
    match block:
        case Paragraph():
            yield from block.inlines
        case Listing():
            for item in block.items:
                yield from item.inlines
        case Table():
            for cell in chain.from_iterable(block.rows):
                yield from cell.inlines
        case _:
            return


def written(text: str) -> Body:
    """Return a plain text as a body: a paragraph for each part between empty lines."""
    parts = (part.strip("\n") for part in text.replace("\r\n", "\n").split("\n\n"))
    return Body(tuple(Paragraph((Words(part),)) for part in parts if part))
