"""Which encoding a text file has: the order marks, then what its bytes can be at all."""

from __future__ import annotations

import re

UTF_8 = "utf-8"
ENCODINGS = (UTF_8, "utf-8-sig", "utf-16", "cp1252", "iso-8859-15", "tis-620")
"""What a clerk may choose from."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LOOKED_AT = 1 << 20
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_THAI_RUN = re.compile(rb"[\xa1-\xda\xdf-\xfb]{3,}")
_ONLY_WINDOWS = re.compile(rb"[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")
_LATIN_9 = re.compile(rb"\xa4|(?<=[A-Za-z\xc0-\xff])[\xa6\xa8\xb4\xb8]|[\xa6\xa8\xb4\xb8](?=[a-z])")
"""Bytes that are € and Š š Ž ž in ISO 8859-15 but signs nobody types in a name elsewhere."""


def encoding_of(raw: bytes) -> str:
    """Return the encoding of a text; without any sign of one it is UTF-8 or Windows-1252."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    if found := _unmarked_utf_16(raw[:_LOOKED_AT]):
        return found
    if _is_utf_8(raw):
        return UTF_8
    return _eight_bit(raw[:_LOOKED_AT])


def _unmarked_utf_16(sample: bytes) -> str:
    """Return UTF-16 where every other byte is mostly zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if not sample or max(even, odd) * 4 < len(sample) or min(even, odd) * 8 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode(UTF_8)
    except UnicodeDecodeError:
        return False
    return True


def _eight_bit(sample: bytes) -> str:
    high = sum(len(run) for run in _HIGH_RUN.findall(sample))
    thai = sum(len(run) for run in _THAI_RUN.findall(sample))
    if thai * 2 > high:
        return "tis-620"
    if _ONLY_WINDOWS.search(sample):
        return "cp1252"
    return "iso-8859-15" if _LATIN_9.search(sample) else "cp1252"
