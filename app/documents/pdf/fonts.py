"""Fonts: the house's own faces, cut down to the glyphs that a document uses and embedded.

Glyphs keep their numbers in the cut font, so text can be written before the cut is known, and the
cut depends only on the document: equal documents carry equal fonts.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

import uharfbuzz as hb

from app import RESOURCES
from app.documents.pdf.tight import tight

WITHOUT_SHAPE = frozenset({"Cc", "Cf", "Co"})
KEPT_TABLES = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp"})
FILLER = b"\0\0\0\1"
"""What follows the last table of a face, where its packed form would end like a line."""


class Style(IntEnum):
    """The faces of the house font; whole numbers, because every word is looked up by its face."""

    REGULAR = 1
    BOLD = 2
    ITALIC = 3
    BOLD_ITALIC = 4


FILES = {
    Style.REGULAR: "Regular",
    Style.BOLD: "Bold",
    Style.ITALIC: "Italic",
    Style.BOLD_ITALIC: "BoldItalic",
}
ANGLES = {Style.REGULAR: 0, Style.BOLD: 0, Style.ITALIC: -10, Style.BOLD_ITALIC: -10}
STEMS = {Style.REGULAR: 80, Style.BOLD: 140, Style.ITALIC: 80, Style.BOLD_ITALIC: 140}
BOX = (-650, -400, 1250, 1300)
CAP_HEIGHT = 680


@dataclass(frozen=True, slots=True)
class Face:
    """One face: what it can show and how wide each glyph is, in thousandths of its size."""

    style: Style
    name: str
    shaper: hb.Font
    source: hb.Face
    glyphs: dict[str, int]
    texts: dict[int, str]
    advances: tuple[int, ...]
    ascent: int
    descent: int

    @property
    def angle(self) -> int:
        return ANGLES[self.style]

    @property
    def stem(self) -> int:
        return STEMS[self.style]


@cache
def face(style: Style) -> Face:
    """Return a face of the house font, read once per process."""
    name = f"Sarabun-{FILES[style]}"
    source = hb.Face((RESOURCES / "fonts" / f"{name}.ttf").read_bytes())
    shaper = hb.Font(source)
    glyphs = {
        chr(code): shaper.get_nominal_glyph(code) or 0
        for code in sorted(source.unicodes)
        if unicodedata.category(chr(code)) not in WITHOUT_SHAPE
    }
    extents = shaper.get_font_extents("ltr")
    return Face(
        style=style,
        name=name,
        shaper=shaper,
        source=source,
        glyphs=glyphs,
        texts={glyph: text for text, glyph in reversed(glyphs.items())},
        advances=tuple(map(shaper.get_glyph_h_advance, range(source.glyph_count))),
        ascent=extents.ascender,
        descent=extents.descender,
    )


class FontUse:
    """The glyphs that one document uses of one face, and the text that each stands for."""

    def __init__(self, style: Style) -> None:
        self.face = face(style)
        self.texts: dict[int, str] = {}

    def note(self, glyphs: Iterable[tuple[int, str]]) -> None:
        """Remember that the document shows these glyphs."""
        for glyph, text in glyphs:
            self.texts.setdefault(glyph, text)

    def note_space(self) -> int:
        """Return the glyph of the space, which every line may show."""
        glyph = self.face.glyphs[" "]
        self.texts.setdefault(glyph, " ")
        return glyph

    def program(self) -> Program:
        """Return the face with only the glyphs that are used."""
        return cut(self.face.style, self._used())

    def widths(self) -> str:
        """Return the width of every glyph that is used, as a PDF array."""
        pairs = (f"{glyph} [{self.face.advances[glyph]}]" for glyph in sorted(self._used()))
        return f"[{' '.join(pairs)}]"

    def unicode_map(self) -> bytes:
        """Return the map from glyphs to the text they stand for."""
        return _unicode_map(self.texts)

    def _used(self) -> frozenset[int]:
        return frozenset(self.texts) | core(self.face.style)


@dataclass(frozen=True, slots=True)
class Program:
    """A cut font, packed for the file; the tag tells cuts of one face apart."""

    packed: bytes
    length: int
    tag: str


@cache
def core(style: Style) -> frozenset[int]:
    """Return the glyphs that every cut has, so that like documents share one cut."""
    known = face(style).glyphs
    return frozenset(known[chr(code)] for code in range(0x20, 0x7F))


@lru_cache(maxsize=64)
def cut(style: Style, glyphs: frozenset[int]) -> Program:
    """Return the face with only these glyphs; the last 64 cuts are remembered."""
    wanted = hb.SubsetInput()
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    wanted.glyph_set.update(glyphs)
    source = face(style).source
    wanted.drop_table_tag_set.update(
        int.from_bytes(tag.encode("ascii"), "big")
        for tag in source.table_tags
        if tag not in KEPT_TABLES
    )
    program = hb.subset(source, wanted).blob.data
    named = hashlib.sha256(repr(sorted(glyphs)).encode("ascii")).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in named[:6])
    return Program(*tight(program, FILLER, 9), tag)


def _unicode_map(texts: dict[int, str]) -> bytes:
    """Return the map from glyphs to the text they stand for."""
    pairs = [
        f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for glyph, text in sorted(texts.items())
    ]
    parts = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    body = "\n".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
