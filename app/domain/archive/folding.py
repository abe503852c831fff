"""Folding: a text without case and accents, with the place in it that each character came from.

Most texts are western or Thai: these are folded as a whole, many times as fast as by characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.domain.shared.search import folded

_WESTERN = "cp1252"
_UNLIKE, _SEPARATOR = 0, ord(" ")
_THAI = re.compile("[\x00-\x7f\u0e01-\u0e7f\u2010-\u201f\u2022]*")
"""Of these only one letter of Thai becomes two, and no other becomes another letter."""
_AM, _AM_IN_TWO = "ำ", "ํา"


@dataclass(frozen=True, slots=True)
class Folding:
    """A folded text; each character is one of the text's unless ``places`` or ``extra`` tell."""

    plain: str
    places: Sequence[int] = ()
    extra: Sequence[int] = ()

    def place(self, at: int) -> int:
        """Return from which of the text's characters one came."""
        if self.places:
            return self.places[at]
        return at - bisect_right(self.extra, at)


def folding(text: str) -> Folding:
    """Return a text folded, by the fastest way that its letters allow."""
    if text.isascii():
        return Folding(text.casefold())
    if _THAI.fullmatch(text):
        return _thai(text)
    if (western := _western(text)) is not None:
        return Folding(western)
    each = [_FOLDED[char] for char in text]
    places = [place for place, plain in enumerate(each) for _ in plain]
    return Folding("".join(each), places)


def all_folded(texts: Sequence[str]) -> Sequence[str]:
    """Return texts folded: of short ones many at once, for each alone takes much longer."""
    lines = folded("\n".join(texts)).split("\n")
    return lines if len(lines) == len(texts) else tuple(map(folded, texts))


def _thai(text: str) -> Folding:
    plain = text.casefold()
    double = [found.start() for found in re.finditer(_AM, plain)]
    extra = [place + number for number, place in enumerate(double, 1)]
    return Folding(plain.replace(_AM, _AM_IN_TWO), (), extra)


def _western(text: str) -> str | None:
    """Return a text of western letters folded; none where it has others."""
    try:
        plain = text.encode(_WESTERN).translate(_western_table())
    except UnicodeEncodeError:
        return None
    return None if _UNLIKE in plain else plain.decode(_WESTERN)


@cache
def _western_table() -> bytes:
    """Return what each western character becomes; a mark where that is several letters."""
    return bytes(map(_western_code, range(256)))


def _western_code(code: int) -> int:
    plain = _FOLDED[bytes((code,)).decode(_WESTERN, "replace")]
    if len(plain) != 1:
        return _UNLIKE if any(map(str.isalnum, plain)) else _SEPARATOR
    return (plain.encode(_WESTERN, "ignore") or bytes((_UNLIKE,)))[0]


class _Folded(dict[str, str]):
    """What each character becomes, as they are met."""

    def __missing__(self, char: str) -> str:
        self[char] = plain = folded(char)
        return plain


_FOLDED = _Folded()
