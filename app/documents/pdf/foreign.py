"""Pages of other PDFs, taken over as plain parts of their objects, once per process.

Each document that shows such a page writes these parts with numbers of its own.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
)

from app.documents.pdf.underlays import Leaf, Node, Parts

FITTED, RULES = "/BackdeskSheets", 2
WORDS = "/BackdeskWords"
LEFT_BEHIND = frozenset({"/Length", "/Parent", "/CIDSet", "/CharSet", "/StructParents"})
DAMAGED = (
    *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError),
    *(ArithmeticError, NotImplementedError),
)


def leaves_of(content: bytes, file: str) -> tuple[Leaf, ...]:
    """Return the pages of a PDF that is called ``file``; none if it cannot be read."""
    try:
        taken, reader = _Taken(), PdfReader(BytesIO(content))
        keeps = reader.root_object.get(FITTED) == RULES
        pages = [_Page(page, taken, keeps=keeps) for page in reader.pages]
        taken.rest()
        return tuple(page.leaf(file, at) for at, page in enumerate(pages))
    except DAMAGED:
        return ()


class _Page:
    """One page while the objects of its file are taken over."""

    def __init__(self, page: PageObject, taken: _Taken, *, keeps: bool) -> None:
        box, contents = page.cropbox, page.get_contents()
        self._box = (float(box.left), float(box.bottom), float(box.right), float(box.top))
        if box.width < 1 or box.height < 1:
            raise ValueError(self._box)
        self._content = contents.get_data() if contents is not None else b""
        self._resources = taken.parts(page.get("/Resources", DictionaryObject()))
        self._nodes = taken.nodes
        self._keeps = keeps
        self._words = str(page.get(WORDS, "")) or page.extract_text()

    def leaf(self, file: str, at: int) -> Leaf:
        """Return the page once everything was taken over."""
        return Leaf(
            file,
            at,
            self._box,
            self._content,
            self._resources,
            tuple(self._nodes),
            self._words,
            self._keeps,
        )


class _Taken:
    """The objects of one file as they are taken over, each one once."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._places: dict[int, int] = {}
        self._waiting: list[Any] = []

    def parts(self, one: Any) -> Parts:
        """Return an object as bytes and numbers of nodes."""
        if isinstance(one, IndirectObject):
            return self._reference(one)
        if isinstance(one, StreamObject):
            return (self._place(id(one), one),)
        if isinstance(one, DictionaryObject):
            return (b"<<", *self._entries(one), b">>")
        if isinstance(one, ArrayObject):
            inner = [part for item in one for part in (*self.parts(item), b" ")]
            return (b"[", *inner, b"]")
        out = BytesIO()
        one.write_to_stream(out)
        return (out.getvalue(),)

    def rest(self) -> None:
        """Take over what was only named so far."""
        while len(self.nodes) < len(self._waiting):
            one = self._waiting[len(self.nodes)]
            at = len(self.nodes)
            self.nodes.append(Node(()))
            if isinstance(one, StreamObject):
                parts = (b"<<", *self._entries(one), b">>")
                self.nodes[at] = Node(parts, one._data)  # noqa: SLF001  as it is packed
            else:
                self.nodes[at] = Node(self.parts(one))

    def _entries(self, one: DictionaryObject) -> Parts:
        """Return keys and values; the length of a stream is said by whoever writes it."""
        made: list[bytes | int] = []
        for key, value in one.items():
            if not isinstance(value, NullObject) and key not in LEFT_BEHIND:
                out = BytesIO()
                NameObject(key).write_to_stream(out)
                made += [out.getvalue(), b" ", *self.parts(value), b"\n"]
        return tuple(made)

    def _reference(self, one: IndirectObject) -> Parts:
        found = one.get_object()
        if isinstance(found, DictionaryObject | ArrayObject):
            return (self._place(one.idnum, found),)
        return self.parts(found) if found is not None else (b"null",)

    def _place(self, name: int, one: Any) -> int:
        if name not in self._places:
            self._places[name] = len(self._waiting)
            self._waiting.append(one)
        return self._places[name]
