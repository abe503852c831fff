"""Packing: small objects lie together in compressed streams, as PDF has known since 1.5.

A structure tree has an object for every cell of every table: alone they would be larger than all
the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.documents.pdf.tight import tight

MOST = 200
"""So many objects lie in one stream: a reader that wants one unpacks them all."""


@dataclass(frozen=True, slots=True)
class Packet:
    """A stream and the numbers of the objects in it."""

    number: int
    inside: tuple[int, ...]
    content: bytes


class Pack:
    """The small objects of one of reportlab's files."""

    def __init__(self, file: Any) -> None:
        self.packets: list[Packet] = []
        self._file = file
        self._waiting: dict[int, str] = {}

    def next(self) -> int:
        """Return a number that no other object of the file has."""
        self._file.objectcounter += 1
        return int(self._file.objectcounter)

    def add(self, number: int, text: str) -> None:
        """Put an object in; its text has no line break."""
        self._waiting[number] = text
        if len(self._waiting) == MOST:
            self.close()

    def close(self) -> None:
        """Pack what waits."""
        if self._waiting:
            content = together(self._waiting)
            self.packets.append(Packet(self.next(), tuple(self._waiting), content))
            self._waiting.clear()


def together(objects: Mapping[int, str]) -> bytes:
    """Return objects as a stream with its dictionary."""
    head = " ".join(f"{number} {at}" for number, at in _places(objects)) + "\n"
    packed, _ = tight((head + "\n".join(objects.values())).encode("ascii"), b" ")
    entries = f"/Type/ObjStm/N {len(objects)}/First {len(head)}/Filter/FlateDecode"
    return stream(entries, packed)


def stream(entries: str, packed: bytes) -> bytes:
    """Return a stream as the file holds it."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (
        entries.encode("ascii"),
        len(packed),
        packed,
    )


def _places(objects: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    at = 0
    for number, text in objects.items():
        yield number, at
        at += len(text) + 1
