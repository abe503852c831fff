"""Joining: papers that we printed become one file, written while they are read.

Only papers of our own press are joined. What is the same in many (fonts, the logo) is written once;
the tags of each paper become a part of the whole. The file claims to keep the rules of PDF/A and
PDF/UA only where every paper in it does.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterable, Iterator
from typing import Protocol

from app.documents.pdf.binding import Binding
from app.documents.pdf.metadata import PRODUCER, Claim, Facts, packet, said
from app.documents.pdf.objects import text_string
from app.documents.pdf.own import Paper, named
from app.documents.pdf.packing import Packet, together
from app.documents.pdf.tags import spoken

_REFERENCE = re.compile(rb"\((?:\\.|[^\\()])*\)|\b(\d+) 0 R\b")
_PARENT = re.compile(rb"/Parent \d+ 0 R")
_KEY = re.compile(rb"/StructParents (\d+)")
_INTENT = re.compile(rb"/OutputIntents \[ (\d+) 0 R \]")
_ROOT = "<</S/Document/"
_CATALOG, _PAGES, _TREE, _PARENTS, _WHOLE = range(1, 6)


def joined(papers: Iterable[bytes], title: str = "") -> Iterator[bytes]:
    """Yield the pieces of one PDF with the pages of all papers, in their order."""
    book = _Book(title)
    for paper in papers:
        book.add(Paper(paper))
        yield book.out.taken()
    book.end()
    yield book.out.taken()


class _Digest(Protocol):
    def update(self, content: bytes, /) -> None: ...

    def hexdigest(self) -> str: ...


class _Out:
    """Where a file is written to, to be taken away piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.identity: _Digest = hashlib.sha256()

    def write(self, content: bytes, /) -> None:
        """Take a piece in."""
        self._pieces.append(content)
        self.identity.update(content)

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        content = b"".join(self._pieces)
        self._pieces.clear()
        return content


class _Tags:
    """The tags of all papers: each paper is a part of the whole."""

    def __init__(self, binding: Binding, numbers: _Numbers) -> None:
        self._binding = binding
        self._numbers = numbers
        self._parts = array("q")
        self._marked = array("q")

    @property
    def key(self) -> int:
        """The key under which the next page finds what it draws."""
        return len(self._marked)

    def add(self, paper: Paper, numbers: dict[int, int]) -> None:
        """Write the tags of a paper; ``numbers`` are those of its other objects here."""
        tree = named(b"StructTreeRoot", paper.root)
        head = paper.head(tree)
        others = {tree, named(b"ParentTree", head)}
        packed = [(number, text) for number, text in paper.packed() if number not in others]
        numbers |= {number: self._numbers.next() for number, _ in packed} | {tree: _WHOLE}

        def renumbered(found: re.Match[bytes]) -> bytes:
            return b"%d 0 R" % numbers[int(found[1])] if found[1] else found[0]

        texts = {
            numbers[number]: _REFERENCE.sub(renumbered, text).decode("ascii")
            for number, text in packed
        }
        root = numbers[named(b"K", head)]
        texts[root] = texts[root].replace(_ROOT, f"<<{spoken(paper.language)}/S/Part/", 1)
        self._binding.packet(Packet(self._numbers.next(), tuple(texts), together(texts)))
        self._parts.append(root)
        self._marked.extend(numbers[one] for _, one in sorted(paper.marked().items()))

    def end(self) -> str:
        """Write the whole and return what the catalogue says of it."""
        if not self._parts:
            return ""
        parts = " ".join(f"{number} 0 R" for number in self._parts)
        marked = " ".join(f"{page} {number} 0 R" for page, number in enumerate(self._marked))
        tree = f"/K {_WHOLE} 0 R/ParentTree {_PARENTS} 0 R/ParentTreeNextKey {self.key}"
        told = {
            _WHOLE: f"{_ROOT}P {_TREE} 0 R/K[{parts}]>>",
            _PARENTS: f"<</Nums[{marked}]>>",
            _TREE: f"<</Type/StructTreeRoot{tree}>>",
        }
        for number, text in told.items():
            self._binding.add(number, text.encode("ascii"))
        return f"/StructTreeRoot {_TREE} 0 R"


class _Numbers:
    """The numbers of objects in the one file."""

    def __init__(self) -> None:
        self._last = _WHOLE

    def next(self) -> int:
        """Return a number that no object has yet."""
        self._last += 1
        return self._last


class _Book:
    """The one file: its pages, and which objects are the same as one before."""

    def __init__(self, title: str) -> None:
        self.out = _Out()
        self._title = title
        self._language = ""
        self._binding = Binding(self.out)
        self._numbers = _Numbers()
        self._tags = _Tags(self._binding, self._numbers)
        self._pages = array("q")
        self._known: dict[bytes, int] = {}
        self._intent = 0
        self._is_tagged = self._keeps_rules = True

    def add(self, paper: Paper) -> None:
        """Write the pages of a paper with all that they show, and its tags."""
        self._title, self._language = self._title or paper.title, self._language or paper.language
        numbers = {page: self._numbers.next() for page in paper.pages}
        key = self._tags.key
        self._pages.extend(numbers.values())
        for page in paper.pages:
            head = _PARENT.sub(b"/Parent", paper.head(page))
            head = _KEY.sub(lambda found: b"/StructParents %d" % (key + int(found[1])), head)
            told = self._told(paper, head, numbers)
            whole = told.replace(b"/Parent", b"/Parent %d 0 R" % _PAGES, 1)
            self._binding.add(numbers[page], whole)
        if paper.is_tagged:
            self._tags.add(paper, numbers)
        self._is_tagged = self._is_tagged and paper.is_tagged
        self._keeps_rules = self._keeps_rules and paper.keeps_rules
        if not self._intent and (found := _INTENT.search(paper.root)):
            self._intent = self._take(paper, int(found[1]), numbers)

    def end(self) -> None:
        """Write what leads to all pages, what the file is, and the table of all objects."""
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        tree = b"<< /Type /Pages /Count %d /Kids [ %b ] >>"
        self._binding.add(_PAGES, tree % (len(self._pages), kids))
        facts = Facts(said(self._title) or PRODUCER, "", "", self._language or "en")
        entries = f"/Pages {_PAGES} 0 R{self._tags.end()}{self._about(facts)}"
        self._binding.add(_CATALOG, f"<</Type/Catalog{entries}>>".encode("ascii"))
        info = self._numbers.next()
        told = f"<</Title {text_string(facts.title)}/Producer({PRODUCER})>>"
        self._binding.add(info, told.encode("ascii"))
        name = self.out.identity.hexdigest()
        self._binding.end(f"/Root {_CATALOG} 0 R/Info {info} 0 R/ID[<{name}><{name}>]")

    def _about(self, facts: Facts) -> str:
        """Write what the file says of itself and return how the catalogue names it."""
        keeps = self._keeps_rules and bool(self._pages)
        content, number = packet(facts, Claim.TAGGED if keeps else None), self._numbers.next()
        head = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n" % len(content)
        self._binding.add(number, head + content + b"\nendstream")
        intent = f"/OutputIntents[{self._intent} 0 R]" if self._intent else ""
        marked = "/MarkInfo<</Marked true>>" if self._is_tagged and self._pages else ""
        shown = "/ViewerPreferences<</DisplayDocTitle true>>"
        return f"{spoken(facts.language)}/Metadata {number} 0 R{intent}{marked}{shown}"

    def _told(self, paper: Paper, said: bytes, numbers: dict[int, int]) -> bytes:
        """Return what an object says with the numbers of this file; what it names is written."""

        def renumbered(found: re.Match[bytes]) -> bytes:
            if found[1] is None:
                return found[0]
            old = int(found[1])
            if old not in numbers:
                numbers[old] = self._take(paper, old, numbers)
            return b"%d 0 R" % numbers[old]

        return _REFERENCE.sub(renumbered, said)

    def _take(self, paper: Paper, old: int, numbers: dict[int, int]) -> int:
        """Return the number of an object here; one that is not here yet is written."""
        head, stream = paper.parts(old)
        told = self._told(paper, head, numbers)
        if stream:
            told = b"%b\nstream\n%b\nendstream" % (told, stream)
        print_of_it = hashlib.sha256(told).digest()
        if print_of_it not in self._known:
            self._known[print_of_it] = self._numbers.next()
            self._binding.add(self._known[print_of_it], told)
        return self._known[print_of_it]
