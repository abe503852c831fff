"""Names of files that come from outside: which are not yet files, and how a name is shown."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
_LONGEST_SUFFIX = 12
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Control signs, and signs that turn the direction of what is read: ``exe.pdf`` for ``fdp.exe``."""
_SEPARATORS = re.compile(r"[\\/]")
_PASSING_STARTS = (".", "~$", "~wrd", "~wrl")
_PASSING_ENDS = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".opdownload")
_NEVER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})


def is_passing(name: str) -> bool:
    """Say whether a name is that of a file which is hidden, half written or somebody's notes."""
    folded = name.lower()
    return folded.startswith(_PASSING_STARTS) or folded.endswith(_PASSING_ENDS) or folded in _NEVER


def shown_name(name: str) -> str:
    """Return a name without path, unseen signs and excess, as it is kept and shown; never empty."""
    bare = _SEPARATORS.split(name.rstrip("\\/ "))[-1]
    whole = unicodedata.normalize("NFC", bare.encode("utf-8", "replace").decode())
    seen = " ".join(_UNSEEN.sub("", whole).split())
    if len(seen) <= LONGEST:
        return seen if seen.strip(". ") else "?"
    stem, dot, suffix = seen.rpartition(".")
    if not dot or len(suffix) > _LONGEST_SUFFIX:
        return f"{seen[: LONGEST - 1]}…"
    return f"{stem[: LONGEST - len(suffix) - 2]}….{suffix}"


def written_path(path: str) -> str:
    """Return a path as it can be kept: bytes in it that are no text are written out."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
