"""Files of our own press, taken apart: their objects by number, their pages, their tags.

Only these are read here, so nothing of a general reader is needed: streams tell their length, and
objects stand where the table of the file says – alone, or in packets since files are tagged.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from app.documents.pdf.binding import ENTRY, PACKED, PLAIN

_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_LENGTH = re.compile(rb"/Length (\d+)\b(?! \d+ R)")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_NUMS = re.compile(rb"(\d+) (\d+) 0 R")
_LANGUAGE = re.compile(rb"/Lang <FEFF([0-9A-F]*)>")
_TITLE = re.compile(rb"/Title <FEFF([0-9A-F]*)>")
_FIRST = re.compile(rb"/First (\d+)")
_CLAIMS = (b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<")


class Paper:
    """One PDF of ours."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._unpacked: dict[int, dict[int, bytes]] = {}
        start = int(content[content.rindex(b"startxref") + 9 :].split()[0])
        table = _TABLE.match(content, start)
        self._places, said = self._plain(table) if table else self._packed(start)
        self.root = self.head(named(b"Root", said))
        self.facts = self.head(named(b"Info", said))
        self.pages = tuple(self._leaves(named(b"Pages", self.root)))

    @property
    def language(self) -> str:
        """The language of the paper."""
        return _text(_LANGUAGE.search(self.root))

    @property
    def title(self) -> str:
        """What the file calls itself."""
        return _text(_TITLE.search(self.facts))

    @property
    def is_tagged(self) -> bool:
        """Say whether the file tells what its parts are; files of earlier years do not."""
        return b"/StructTreeRoot" in self.root

    @property
    def keeps_rules(self) -> bool:
        """Say whether the file claims to keep the rules of PDF/A-3a and PDF/UA-1."""
        if b"/Metadata" not in self.root:
            return False
        metadata = self.parts(named(b"Metadata", self.root))[1]
        return all(claim in metadata for claim in _CLAIMS)

    def head(self, number: int) -> bytes:
        """Return what an object says, without its stream."""
        return self.parts(number)[0]

    def parts(self, number: int) -> tuple[bytes, bytes]:
        """Return what an object says, and its stream or nothing."""
        kind, place, _ = self._places[number]
        if kind == PACKED:
            return self._packet(place)[number], b""
        return self._alone(place)

    def packed(self) -> Iterator[tuple[int, bytes]]:
        """Yield the objects that lie in packets: those are the tags."""
        for packet in sorted({place for kind, place, _ in self._places if kind == PACKED}):
            yield from self._packet(packet).items()

    def marked(self) -> dict[int, int]:
        """Return for every page, counted from 0, the number of the list of what it draws."""
        tree = self.head(named(b"StructTreeRoot", self.root))
        parents = self.head(named(b"ParentTree", tree))
        return {int(page): int(number) for page, number in _NUMS.findall(parents)}

    def _plain(self, table: re.Match[bytes]) -> tuple[list[tuple[int, int, int]], bytes]:
        """Return where objects stand by a table of lines, and what the file says at its end."""
        end = table.end() + 20 * int(table[1])
        lines = self._content[table.end() : end]
        places = [(PLAIN, int(lines[at : at + 10]), 0) for at in range(0, len(lines), 20)]
        return places, self._content[end:]

    def _packed(self, start: int) -> tuple[list[tuple[int, int, int]], bytes]:
        """Return where objects stand by a packed table, and what it says besides."""
        said, table = self._alone(start)
        if b"/XRef" not in said:
            raise ValueError(self._content[start : start + 20])
        return list(ENTRY.iter_unpack(zlib.decompress(table))), said

    def _alone(self, place: int) -> tuple[bytes, bytes]:
        start = self._content.index(b"obj", place) + 3
        end = self._content.index(b"endobj", start)
        stream = _STREAM.search(self._content, start, end)
        if stream is None:
            return self._content[start:end].strip(), b""
        head = self._content[start : stream.start() + 2].strip()
        length = _LENGTH.search(head)
        if length is None:
            raise ValueError(head)
        return head, self._content[stream.end() : stream.end() + int(length[1])]

    def _packet(self, number: int) -> dict[int, bytes]:
        """Return the objects of a packet, unpacked once."""
        if number not in self._unpacked:
            head, stream = self.parts(number)
            content, first = zlib.decompress(stream), _FIRST.search(head)
            end = int(first[1]) if first else 0
            numbers = map(int, content[:end].split()[::2])
            self._unpacked[number] = dict(zip(numbers, content[end:].split(b"\n"), strict=True))
        return self._unpacked[number]

    def _leaves(self, number: int) -> Iterator[int]:
        kids = _KIDS.search(self.head(number))
        if kids is None:
            yield number
            return
        for one in re.findall(rb"(\d+) 0 R", kids[1]):
            yield from self._leaves(int(one))


def named(name: bytes, said: bytes) -> int:
    """Return the number of the object to which a name points."""
    found = re.search(rb"/" + name + rb" (\d+) 0 R", said)
    if found is None:
        raise ValueError(name)
    return int(found[1])


def _text(found: re.Match[bytes] | None) -> str:
    return bytes.fromhex(found[1].decode("ascii")).decode("utf-16-be") if found else ""
