"""Shaping: a word becomes glyphs in their places, and stays readable as the text it was.

HarfBuzz shapes each script by itself, because marks go wrong where Latin and Thai are mixed. Where
glyphs alone do not say the text (stacked marks, missing glyphs), the word carries it along.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter

import uharfbuzz as hb

from app.documents.pdf.fonts import Face, Style, face

REPLACEMENT = "◊"
HIGHEST_STACK = 3
FIGURES = re.compile(r"[0-9.,:%+−€$£\u2013 /\u00a0-]+")
_SCRIPTS = re.compile(r"[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")
_THAI = range(0x0E00, 0x0E80)
_cluster = attrgetter("cluster")
_SARA_AM, _SARA_AM_PARTS = "\u0e33", "\u0e4d\u0e32"
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ALIKE = {
    "\u2000": " ",
    "\u2001": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2004": " ",
    "\u2005": " ",
    "\u2006": " ",
    "\u2008": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u202f": "\u00a0",
    "\u205f": " ",
    "\u3000": " ",
    "\u2011": "-",
    "\u02b9": "'",
}


@dataclass(frozen=True, slots=True)
class Word:
    """Shaped text: its width in thousandths of its size, its glyphs, the text if they hide it.

    ``code`` is the inside of a PDF glyph array; ``rises`` has instead one array for every height
    at which glyphs stand, where they do not all stand on the line. A tall word needs more room
    above and below: Thai has marks in two storeys.
    """

    text: str
    width: float
    code: str
    glyphs: tuple[tuple[int, str], ...]
    actual: str = ""
    rises: tuple[tuple[int, str], ...] = ()
    is_tall: bool = False


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A glyph as HarfBuzz placed it."""

    glyph: int
    cluster: int
    advance: int
    right: int
    up: int


@lru_cache(maxsize=8192)
def shape(text: str, style: Style) -> Word:
    """Return a text without line breaks as glyphs; what the font cannot show is marked by ◊."""
    used = face(style)
    if FIGURES.fullmatch(text):
        return _figures(text, used)
    is_simple = text.isascii() and text.isprintable()
    shown = text if is_simple else visible(text, used)
    actual = text if is_simple else readable(text)
    parts = [_shape_part(found[0], used) for found in _SCRIPTS.finditer(shown)]
    is_plain = shown.replace("\u00a0", " ") == actual and not any(part.actual for part in parts)
    if len(parts) == 1 and (is_plain or parts[0].actual == actual):
        return parts[0]
    rises = tuple(rise for part in parts for rise in part.rises or ((0, part.code),))
    return Word(
        text=shown,
        width=sum(part.width for part in parts),
        code="".join(part.code for part in parts),
        glyphs=tuple(pair for part in parts for pair in part.glyphs),
        actual="" if is_plain else actual,
        rises=rises if any(part.rises for part in parts) else (),
        is_tall=any(part.is_tall for part in parts),
    )


def readable(text: str) -> str:
    """Return the text as it can be copied from the page: no control characters, no half pairs."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        "\ufffd"
        if unicodedata.category(mark) in {"Cc", "Cs", "Cn"}
        else " "
        if _ALIKE.get(mark, mark) in {" ", "\u00a0"}
        else mark
        for mark in composed
        if not _is_silent(mark)
    )


def visible(text: str, used: Face) -> str:
    """Return the text with marks of the font in place of everything that it does not have.

    What would be stacked out of the line, or on a replacement, becomes one replacement.
    """
    shown: list[str] = []
    stacked = 0
    for mark in unicodedata.normalize("NFC", text):
        known = mark if mark in used.glyphs else _ALIKE.get(mark, "")
        is_stacked = unicodedata.category(mark) in {"Mn", "Me"}
        stacked = stacked + 1 if is_stacked else 0
        if stacked > HIGHEST_STACK:
            known = ""
        is_said = is_stacked and not known and shown[-1:] == [REPLACEMENT]
        if not is_said and (known or not _is_silent(mark)):
            shown.append(known or REPLACEMENT)
    return "".join(shown)


def _is_silent(mark: str) -> bool:
    """Say whether a character shows nothing by its nature; direction controls are shown."""
    if mark in _TURNING:
        return False
    return unicodedata.category(mark) == "Cf" or "\ufe00" <= mark <= "\ufe0f"


def _figures(text: str, used: Face) -> Word:
    """Return figures without kerning, so that they stand under each other."""
    known = _figure_glyphs(used.style)
    drawn = [known[mark] for mark in text]
    return Word(
        text=text,
        width=sum([advance for advance, _, _ in drawn]),
        code="<" + "".join([code for _, code, _ in drawn]) + ">",
        glyphs=tuple({pair: None for _, _, pair in drawn}),
    )


@cache
def _figure_glyphs(style: Style) -> dict[str, tuple[int, str, tuple[int, str]]]:
    """Return the width, code and text of every character that stands in figures."""
    used = face(style)
    found = ((mark, glyph) for mark, glyph in used.glyphs.items() if FIGURES.fullmatch(mark))
    return {
        mark: (used.advances[glyph], f"{glyph:04X}", (glyph, used.texts[glyph]))
        for mark, glyph in found
    }


def _shape_part(text: str, used: Face) -> Word:
    """Shape text of one script."""
    is_thai = ord(text[0]) in _THAI
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = "Thai" if is_thai else "Latn"
    buffer.language = "th" if is_thai else "en"
    hb.shape(used.shaper, buffer, {"liga": is_thai})
    placed = [
        _Glyph(info.codepoint, info.cluster, at.x_advance, at.x_offset, at.y_offset)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    texts = _texts(text, placed, used)
    rises = _arrays(placed, used)
    is_moved = any(glyph.right or glyph.up for glyph in placed)
    is_plain = "".join(texts) == text.replace("\u00a0", " ") and not is_moved
    return Word(
        text=text,
        width=sum(glyph.advance for glyph in placed),
        code="" if len(rises) > 1 else rises[0][1] if rises else "",
        glyphs=tuple(zip((glyph.glyph for glyph in placed), texts, strict=True)),
        actual="" if is_plain else readable(text),
        rises=tuple(rises) if len(rises) > 1 or (rises and rises[0][0]) else (),
        is_tall=is_thai,
    )


def _arrays(placed: list[_Glyph], used: Face) -> list[tuple[int, str]]:
    """Return glyph arrays by height; numbers between glyphs move against the writing."""
    arrays: list[tuple[int, str]] = []
    current: list[str] = []
    level, moved = 0, 0
    for glyph in placed:
        if glyph.up != level:
            arrays += [(level, _joined(current))] if current else []
            current, level = [], glyph.up
        if shift := moved - glyph.right:
            current.append(str(shift))
        current.append(f"<{glyph.glyph:04X}>")
        moved = used.advances[glyph.glyph] + glyph.right - glyph.advance
    if moved:
        current.append(str(moved))
    if current:
        arrays.append((level, _joined(current)))
    return arrays


def _joined(parts: list[str]) -> str:
    return "".join(parts).replace("><", "")


def _texts(text: str, placed: list[_Glyph], used: Face) -> list[str]:
    """Return for every glyph the text it stands for, cluster by cluster."""
    clusters = [
        (start, [glyph.glyph for glyph in found])
        for start, found in groupby(sorted(placed, key=_cluster), key=_cluster)
    ]
    ends = (*(start for start, _ in clusters[1:]), len(text))
    return [
        said
        for (start, glyphs), end in zip(clusters, ends, strict=True)
        for said in _cluster_texts(text[start:end], glyphs, used)
    ]


def _cluster_texts(text: str, glyphs: list[int], used: Face) -> list[str]:
    """Share out a cluster's text: each glyph its own character, the other glyphs what is left."""
    if len(glyphs) == 1:
        return [used.texts[glyphs[0]] if used.glyphs.get(text) == glyphs[0] else text]
    left = list(text.replace(_SARA_AM, _SARA_AM_PARTS))
    texts = ["" for _ in glyphs]
    for at, glyph in enumerate(glyphs):
        own = used.texts.get(glyph, "")
        if own in left:
            left.remove(own)
            texts[at] = own
    open_places = [at for at, own in enumerate(texts) if not own]
    for at in open_places[:-1]:
        texts[at] = left.pop(0) if left else "\u200b"
    for at in open_places[-1:]:
        texts[at] = "".join(left) or "\u200b"
    return texts
