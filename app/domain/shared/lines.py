"""Lines of text as people type them, and as they are kept."""

from __future__ import annotations

_JOINERS = frozenset("\u200b\u200c\u200d\u200e\u200f")
"""Signs that cannot be seen but mean something: emoji, Thai word breaks, right-to-left marks."""
_ENDS = "".join(_JOINERS) + " "


def one_line(text: str) -> str:
    """Return a text on one line, without blanks at its ends or signs that cannot be seen."""
    spaced = "".join(" " if sign.isspace() else sign for sign in text)
    seen = "".join(sign for sign in spaced if sign.isprintable() or sign in _JOINERS)
    return " ".join(seen.split()).strip(_ENDS)


def some_lines(text: str) -> str:
    """Return a text as it may stand on several lines, each of them tidy, none empty at its ends."""
    return "\n".join(one_line(line) for line in text.splitlines()).strip("\n")
