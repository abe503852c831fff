"""Lines of text as people type them, and as they are kept."""

from __future__ import annotations

_BREAKS = frozenset("\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_JOINERS = frozenset("\u200b\u200c\u200d\u200e\u200f")
"""Signs that cannot be seen but mean something: emoji, Thai word breaks, right-to-left marks."""


def one_line(text: str) -> str:
    """Return a text on one line, without blanks at its ends or signs that cannot be seen."""
    spread = "".join(" " if sign in _BREAKS else sign for sign in text)
    return " ".join(
        "".join(sign for sign in spread if sign.isprintable() or sign in _JOINERS or sign == " ")
        .replace("\u00a0", " ")
        .split()
    )
