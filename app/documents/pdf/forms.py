"""Pictures, and pages of other files, as objects that pages draw by a name."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from app.documents.pdf.objects import END, Stream, flate, packed
from app.documents.pdf.pictures import Bitmap, Kind
from app.documents.pdf.underlays import Leaf, Node, Parts

SPACES = {Kind.COLOUR: "/DeviceRGB", Kind.GREY: "/DeviceGray"}


class Forms:
    """What the pages of one file draw by name, each thing once."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._known: set[str] = set()
        self._foreign: dict[str, list[Any]] = {}

    def name(self, picture: Bitmap | Leaf) -> str:
        """Take a picture, or a page of another file, in once; return the name pages draw it by."""
        if picture.key not in self._known:
            self._known.add(picture.key)
            form = self._form(picture) if isinstance(picture, Leaf) else _image(picture, self._file)
            self._file.addForm(picture.key, form)
        return picture.key

    def _form(self, leaf: Leaf) -> Stream:
        return packed(
            leaf.content,
            Type="/XObject",
            Subtype="/Form",
            BBox=pdfdoc.PDFArray(leaf.box),
            Resources=_Parts(leaf.resources, self._taken(leaf)),
        )

    def _taken(self, leaf: Leaf) -> list[Any]:
        """Take the objects of another file into this one, once, and return their names."""
        if leaf.file not in self._foreign:
            names = self._foreign[leaf.file] = list[Any]()
            names += [self._file.Reference(_Foreign(node, names)) for node in leaf.nodes]
        return self._foreign[leaf.file]


class _Parts(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """Bytes of another file between which numbers stand for objects that come along."""

    def __init__(self, parts: Parts, names: list[Any]) -> None:
        self._parts = parts
        self._names = names

    def format(self, document: Any) -> bytes:
        """Return the bytes, with the numbers that the objects have in this file."""
        return b"".join(
            part if isinstance(part, bytes) else self._names[part].format(document)
            for part in self._parts
        )


class _Foreign(_Parts):
    """An object of another file; one with content is a stream."""

    def __init__(self, node: Node, names: list[Any]) -> None:
        super().__init__(node.parts, names)
        self._content = node.content

    def format(self, document: Any) -> bytes:
        """Return the object as the file holds it."""
        written = super().format(document)
        if self._content is None:
            return written
        length = b"/Length %d>>" % len(self._content)
        return written.removesuffix(b">>") + length + b"\nstream\n" + self._content + b"\n" + END


def _image(bitmap: Bitmap, file: Any) -> Stream:
    """Return a picture as a stream, what shows of it as a second one."""
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": bitmap.width,
        "Height": bitmap.height,
        "BitsPerComponent": bitmap.kind.bits,
    }
    if bitmap.kind is Kind.MASK:
        entries["ImageMask"] = "true"
    else:
        entries["ColorSpace"] = SPACES[bitmap.kind]
    if bitmap.alpha:
        entries["SMask"] = file.Reference(_image(bitmap.alpha, file))
    return flate(bitmap.packed, **entries)
