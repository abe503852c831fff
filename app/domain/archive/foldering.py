"""Folders and names of an export: words that people understand and every system keeps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from app.domain.archive.record import Record

LONGEST_FOLDER, LONGEST_NAME = 40, 72
"""In bytes, so that a Thai name, too, fits into every system's 255."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]", re.IGNORECASE)
_LONGEST_SUFFIX = 8


def part(text: str, most: int = LONGEST_FOLDER) -> str:
    """Return a text as one part of a path: nothing in it leads elsewhere or hides its end."""
    plain = unicodedata.normalize("NFC", text)
    seen = "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in plain)
    legal = " ".join(_FORBIDDEN.sub(" ", seen).split())
    cut = legal.encode("utf-8", "replace")[:most].decode(errors="ignore").strip(". ")
    stem, dot, rest = cut.partition(".")
    return f"{stem.rstrip()}_{dot}{rest}" if _RESERVED.fullmatch(stem.rstrip()) else cut


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def suffix_of(record: Record) -> str:
    """Return how the name of a file ends, with its dot, if that is an ending."""
    name = record.file_name()
    stem, dot, suffix = name.rpartition(".")
    is_ending = dot and stem and suffix.isascii() and suffix.isalnum()
    return f".{suffix}" if is_ending and len(suffix) <= _LONGEST_SUFFIX else ""


class Places:
    """Gives each file of an export a path of its own, also where case is not told apart.

    ``reserved`` are the names at the top that something else has.
    """

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._files = {name.casefold() for name in reserved}
        self._folders: dict[str, str] = {}

    def give(self, folders: tuple[str, ...], stem: str, suffix: str, tail: str = "") -> str:
        """Return a path that no other file or folder has, with slashes, relative to the export.

        The tail (``(version 1)``) follows the stem and is never cut.
        """
        path = self._folder(folders)
        name = f"{path}/" * bool(path) + (part(stem, LONGEST_NAME) or "_") + tail
        place, number = f"{name}{suffix}", 1
        while place.casefold() in self._files or place.casefold() in self._folders:
            number += 1
            place = f"{name} ({number}){suffix}"
        self._files.add(place.casefold())
        return place

    def _folder(self, folders: tuple[str, ...]) -> str:
        """Return a folder, spelt as the first file in it spelt it; none is named as a file."""
        path = ""
        for name in filter(None, map(part, folders)):
            path = f"{path}/{name}" if path else name
            while path.casefold() in self._files:
                path += "_"
            path = self._folders.setdefault(path.casefold(), path)
        return path


def is_inside(path: str) -> bool:
    """Say whether a path of a manifest stays in its folder on every system."""
    parts = path.split("/")
    return bool(path) and all(one and part(one, 255) == one for one in parts)
