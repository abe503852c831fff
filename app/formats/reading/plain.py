"""Plain text: a file of characters in whatever encoding it was written, cut into pages."""

from __future__ import annotations

import re

from app.domain.archive.texts import How
from app.formats.reading.limits import MOST_TEXT, tidied
from app.formats.reading.opened import Whole
from app.formats.text_encoding import encoding_of

PAGE = 20_000
"""About how many characters a page of a long text has; it ends where a line does."""

_LOOKED_AT = 1 << 16
_MOST_BYTES = 4 * MOST_TEXT
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.005
_SIGNS = {"\x0c": "\n", "\x00": ""}


def text_of(raw: bytes) -> str | None:
    """Return the characters of a file, at most as many as are kept; none if it is no text."""
    sample = decoded(raw[:_LOOKED_AT], encoding_of(raw[:_LOOKED_AT]))
    if len(_CONTROL.findall(sample)) > len(sample) * _MOST_CONTROL:
        return None
    return decoded(raw[:_MOST_BYTES], encoding_of(raw[:_MOST_BYTES]))[:MOST_TEXT]


def decoded(raw: bytes, encoding: str) -> str:
    """Return bytes as text; what has no meaning there is shown as such, unknown names are tried."""
    try:
        return raw.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return raw.decode(encoding_of(raw), "replace")


def read_plain(text: str) -> Whole:
    """Return a text in pages that end with a line."""
    return Whole(How.PLAIN, tuple(_pages("".join(_SIGNS.get(sign, sign) for sign in text))))


def _pages(text: str) -> list[str]:
    """Return the pages of a text."""
    pages: list[str] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start + PAGE)
        end = len(text) if end < 0 or end - start > 2 * PAGE else end + 1
        if end - start > 2 * PAGE:
            end = start + PAGE
        pages.append(tidied(text[start:end]))
        start = end
    return pages
