"""What our bar codes say: a serial number on a paper original, and where a stack is to be split."""

from __future__ import annotations

import re

SEPARATOR = "BACKDESK-SPLIT"
PATCH = "PATCHT"
"""What the separator sheets of scanner makers and of other archives say."""

MOST_SERIAL = 999_999_999
_SERIAL = re.compile(r"ASN[ -]?0*([1-9][0-9]{0,8})")


def serial_code(serial: int) -> str:
    """Return what the label of a serial number says to a machine: ``ASN0001501``."""
    return f"ASN{serial:07}"


def serial_in(text: str) -> int | None:
    """Return the serial number that a bar code says, or none."""
    found = _SERIAL.fullmatch(text.strip().upper())
    return int(found[1]) if found else None


def is_separator(text: str) -> bool:
    """Say whether a bar code stands on a separator sheet."""
    return text.strip().upper() in (SEPARATOR, PATCH)
