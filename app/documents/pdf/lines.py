"""Lines: text broken where its language allows, measured as it will be drawn.

Breaks stand at spaces, after hyphens between letters, and in Thai where budoux finds a phrase; a
word wider than its line is cut between characters, so nothing is ever clipped or lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import budoux

from app.documents.pdf.fonts import Style, face
from app.documents.pdf.shaping import Word, shape

LIKELY_ADVANCE = 400
"""Letters are rarely narrower (thousandths): a text longer than this allows fits no line."""

_PARAGRAPHS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_TOKENS = re.compile(r"([ \t\u2000-\u2006\u2008-\u200a\u205f\u3000]+)")
_BREAKS = re.compile(r"(?<=[^\W\d_][-\u2010/\u2013\u2014])(?=[^\W\d_])|(?<=\u200b)")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_MARK = re.compile(r"[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")


@dataclass(frozen=True, slots=True)
class Line:
    """Words in a row, each with the spaces before it, and the width of all in thousandths.

    What ``goes_on`` is broken inside of a word, or where a language has no spaces.
    """

    words: tuple[tuple[int, Word], ...]
    width: float
    is_tall: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word that may begin a new line, and the spaces before it."""

    spaces: int
    word: Word


NOTHING = Line((), 0.0)


@lru_cache(maxsize=8192)
def wrap(text: str, style: Style, limit: float) -> tuple[Line, ...]:
    """Return the text as lines no wider than the limit (thousandths of the size)."""
    if len(text) * LIKELY_ADVANCE <= limit and not _PARAGRAPHS.search(text):
        whole = one_line(text, style)
        if whole.width <= limit:
            return (whole,)
    lines: list[Line] = []
    for paragraph in _PARAGRAPHS.split(text):
        lines += _filled(_pieces(paragraph, style), style, limit)
    return tuple(lines)


@lru_cache(maxsize=8192)
def one_line(text: str, style: Style) -> Line:
    """Return the text as one line, however wide; a line break in it becomes a space."""
    return _line(_tokens(_PARAGRAPHS.sub(" ", text), style), style)


def natural_width(text: str, style: Style) -> float:
    """Return the width of the text's widest line if nothing is broken (thousandths)."""
    if not _PARAGRAPHS.search(text):
        return one_line(text, style).width
    return max(one_line(part, style).width for part in _PARAGRAPHS.split(text))


def _tokens(text: str, style: Style) -> tuple[_Piece, ...]:
    """Return what stands between spaces: enough where no line need break inside of it."""
    if text.isalnum() and text.isascii():
        return (_Piece(0, shape(text, style)),)
    return tuple(_Piece(spaces, shape(token, style)) for spaces, token in _split(text))


def _pieces(text: str, style: Style) -> tuple[_Piece, ...]:
    """Return the words between which a line may break."""
    return tuple(_Piece(spaces, shape(part, style)) for spaces, part in parts_of(text))


def paragraphs_of(text: str) -> list[str]:
    """Return what stands between line breaks."""
    return _PARAGRAPHS.split(text)


def parts_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the parts between which a line may break, each with the spaces before it."""
    for spaces, token in _split(text):
        for at, part in enumerate(_breakable(token)):
            yield (0 if at else spaces), part


def _split(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between spaces, each with the number of spaces before it."""
    spaces = 0
    for at, token in enumerate(_TOKENS.split(text)):
        if at % 2:
            spaces = len(token)
        elif token:
            yield spaces, token
            spaces = 0


@lru_cache(maxsize=4096)
def _breakable(token: str) -> tuple[str, ...]:
    """Return the parts of a token without spaces between which a line may break."""
    if token.isalnum() and token.isascii():
        return (token,)
    parts = tuple(part for part in _BREAKS.split(token) if part)
    if not _THAI.search(token):
        return parts
    return tuple(phrase for part in parts for phrase in _thai().parse(part))


@cache
def _thai() -> budoux.Parser:
    return budoux.load_default_thai_parser()


def _filled(pieces: tuple[_Piece, ...], style: Style, limit: float) -> list[Line]:
    """Fill lines one after the other; a line always takes at least one character."""
    space = space_of(style)
    lines: list[Line] = []
    current: list[_Piece] = []
    width = 0.0
    for piece in pieces:
        for part in _cut(piece, style, limit):
            needed = (part.spaces * space if current else 0.0) + part.word.width
            if current and width + needed > limit:
                lines.append(replace(_line(tuple(current), style), goes_on=not part.spaces))
                current, width, needed = [], 0.0, part.word.width
            current.append(part)
            width += needed
    lines.append(_line(tuple(current), style))
    return lines


def _cut(piece: _Piece, style: Style, limit: float) -> list[_Piece]:
    """Return the piece, in parts no wider than the limit if it is too wide."""
    if piece.word.width <= limit:
        return [piece]
    words = cut(piece.word, style, limit)
    return [_Piece(0 if at else piece.spaces, word) for at, word in enumerate(words)]


def cut(word: Word, style: Style, limit: float) -> list[Word]:
    """Return a word that is too wide as words no wider than the limit."""
    text = word.actual or word.text
    words: list[Word] = []
    while text:
        found, text = _longest(text, style, limit)
        words.append(found)
    return words


def _longest(text: str, style: Style, limit: float) -> tuple[Word, str]:
    """Return the longest beginning that fits, at least one character with its marks."""
    high = 1
    while high < len(text) and shape(text[:high], style).width <= limit:
        high *= 2
    low, high = max(1, high // 2), min(high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if shape(text[:middle], style).width <= limit:
            low = middle
        else:
            high = middle - 1
    while low > 1 and low < len(text) and _MARK.match(text[low]):
        low -= 1
    return shape(text[:low], style), text[low:]


def _line(pieces: tuple[_Piece, ...], style: Style) -> Line:
    if not pieces:
        return NOTHING
    space = space_of(style)
    first, *others = pieces
    words = ((0, first.word), *((piece.spaces, piece.word) for piece in others))
    width = sum(spaces * space + word.width for spaces, word in words)
    return Line(words, width, any(word.is_tall for _, word in words))


def space_of(style: Style) -> int:
    """Return the width of a space in thousandths."""
    used = face(style)
    return used.advances[used.glyphs[" "]]
