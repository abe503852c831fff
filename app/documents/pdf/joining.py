"""Joining: papers that we printed become one file, written while they are read.

Only papers of our own press are joined: each object stands at its place in one plain table, and
streams tell their length. What is the same in many (fonts, the logo) is written once.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterable, Iterator

_START = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_REFERENCE = re.compile(rb"\((?:\\.|[^\\()])*\)|\b(\d+) 0 R\b")
_PARENT = re.compile(rb"/Parent \d+ 0 R")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_LENGTH = re.compile(rb"/Length (\d+)\b(?! \d+ R)")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_CATALOG, _PAGES = 1, 2


def joined(papers: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of one PDF with the pages of all papers, in their order."""
    book = _Book()
    yield book.piece(_START)
    for paper in papers:
        yield from book.add(_Paper(paper))
    yield from book.end()


class _Paper:
    """One PDF of ours: its objects by number, and its pages in order."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        start = int(content[content.rindex(b"startxref") + 9 :].split()[0])
        table = _TABLE.match(content, start)
        if table is None:
            raise ValueError(content[start : start + 20])
        lines = content[table.end() : table.end() + 20 * int(table[1])]
        self._places = [int(lines[at : at + 10]) for at in range(0, len(lines), 20)]
        trailer = content[table.end() + len(lines) :]
        root = self.head(_named(b"Root", trailer))
        self.pages = tuple(self._leaves(_named(b"Pages", root)))

    def head(self, number: int) -> bytes:
        """Return what an object says, without its stream."""
        return self.parts(number)[0]

    def parts(self, number: int) -> tuple[bytes, bytes]:
        """Return what an object says, and its stream or nothing."""
        start = self._content.index(b"obj", self._places[number]) + 3
        end = self._content.index(b"endobj", start)
        stream = _STREAM.search(self._content, start, end)
        if stream is None:
            return self._content[start:end].strip(), b""
        head = self._content[start : stream.start() + 2].strip()
        length = _LENGTH.search(head)
        if length is None:
            raise ValueError(head)
        return head, self._content[stream.end() : stream.end() + int(length[1])]

    def _leaves(self, number: int) -> Iterator[int]:
        kids = _KIDS.search(self.head(number))
        if kids is None:
            yield number
            return
        for one in re.findall(rb"(\d+) 0 R", kids[1]):
            yield from self._leaves(int(one))


class _Book:
    """The one file: where each object stands, and which are the same as one before."""

    def __init__(self) -> None:
        self._written = 0
        self._places = array("q", [0, 0, 0])
        self._pages = array("q")
        self._known: dict[bytes, int] = {}

    def piece(self, content: bytes) -> bytes:
        """Return a piece, counted."""
        self._written += len(content)
        return content

    def add(self, paper: _Paper) -> Iterator[bytes]:
        """Yield the pages of a paper with all that they show."""
        numbers = {page: self._next() for page in paper.pages}
        self._pages.extend(numbers.values())
        for page in paper.pages:
            said = _PARENT.sub(b"", paper.head(page))
            told, pieces = self._told(paper, said, numbers)
            yield from pieces
            whole = told.removesuffix(b">>") + b"/Parent %d 0 R >>" % _PAGES
            yield self._object(numbers[page], whole)

    def end(self) -> Iterator[bytes]:
        """Yield what leads to all pages, and the table of all objects."""
        yield self._object(_CATALOG, b"<< /Type /Catalog /Pages %d 0 R >>" % _PAGES)
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        tree = b"<< /Type /Pages /Count %d /Kids [ %b ] >>"
        yield self._object(_PAGES, tree % (len(self._pages), kids))
        table, size = self._written, len(self._places)
        yield b"xref\n0 %d\n0000000000 65535 f \n" % size
        yield b"".join(b"%010d 00000 n \n" % place for place in self._places[1:])
        end = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        yield end % (size, _CATALOG, table)

    def _told(
        self, paper: _Paper, said: bytes, numbers: dict[int, int]
    ) -> tuple[bytes, list[bytes]]:
        """Return what an object says with the numbers of this file, and what it names first."""
        pieces: list[bytes] = []

        def renumbered(found: re.Match[bytes]) -> bytes:
            if found[1] is None:
                return found[0]
            old = int(found[1])
            if old not in numbers:
                numbers[old] = self._take(paper, old, numbers, pieces)
            return b"%d 0 R" % numbers[old]

        return _REFERENCE.sub(renumbered, said), pieces

    def _take(self, paper: _Paper, old: int, numbers: dict[int, int], pieces: list[bytes]) -> int:
        """Return the number of an object here; one that is not here yet is written."""
        head, stream = paper.parts(old)
        told, first = self._told(paper, head, numbers)
        pieces.extend(first)
        if stream:
            told = b"%b\nstream\n%b\nendstream" % (told, stream)
        print_of_it = hashlib.sha256(told).digest()
        if print_of_it not in self._known:
            self._known[print_of_it] = self._next()
            pieces.append(self._object(self._known[print_of_it], told))
        return self._known[print_of_it]

    def _object(self, number: int, said: bytes) -> bytes:
        self._places[number] = self._written
        return self.piece(b"%d 0 obj\n%b\nendobj\n" % (number, said))

    def _next(self) -> int:
        self._places.append(0)
        return len(self._places) - 1


def _named(name: bytes, said: bytes) -> int:
    """Return the number of the object to which a name points."""
    found = re.search(rb"/" + name + rb" (\d+) 0 R", said)
    if found is None:
        raise ValueError(name)
    return int(found[1])
