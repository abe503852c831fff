"""What a PDF tells who hears it: its tags, and the text that pages draw of each, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

_PAIR = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]*)>")


@dataclass
class Told:
    """A part of the paper as a reader hears it: its role, its words and its parts."""

    role: str
    entries: dict[str, Any]
    kids: list[Told | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words of it, in order."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, *roles: str) -> list[Told]:
        """Return every part of it that has one of these roles, in order."""
        found = [self] if self.role in roles else []
        for kid in self.kids:
            found += kid.all(*roles) if isinstance(kid, Told) else []
        return found

    def table(self) -> list[list[str]]:
        """Return the texts of a table by rows."""
        return [[cell.text for cell in row.kids if isinstance(cell, Told)] for row in self.rows]

    @property
    def rows(self) -> list[Told]:
        """The rows of a table."""
        return [kid for kid in self.kids if isinstance(kid, Told) and kid.role == "TR"]


def told(content: bytes) -> Told:
    """Return the paper as its tags tell it."""
    reader: Any = PdfReader(BytesIO(content), strict=True)
    drawn = {page.indirect_reference.idnum: dict(_drawn(reader, page)) for page in reader.pages}
    root = reader.root_object["/StructTreeRoot"]["/K"].get_object()
    return _told(root, drawn, None)


def drawn_marks(content: bytes) -> list[list[int]]:
    """Return for every page its marks in the order in which they are drawn."""
    reader: Any = PdfReader(BytesIO(content), strict=True)
    return [list(dict(_drawn(reader, page))) for page in reader.pages]


def told_marks(content: bytes) -> list[list[int]]:
    """Return for every page its marks in the order in which they are told."""
    reader: Any = PdfReader(BytesIO(content), strict=True)
    places = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    found: list[list[int]] = [[] for _ in places]
    for page, mark in _marks(reader.root_object["/StructTreeRoot"]["/K"].get_object(), None):
        found[places[page]].append(mark)
    return found


def _marks(part: Any, page: Any) -> Iterator[tuple[int, int]]:
    page = part.raw_get("/Pg").idnum if "/Pg" in part else page
    for kid in _kids(part):
        if isinstance(kid, int):
            yield page, int(kid)
        elif "/MCID" in kid:
            yield kid.raw_get("/Pg").idnum, int(kid["/MCID"])
        else:
            yield from _marks(kid, page)


def _kids(part: Any) -> list[Any]:
    kids = part.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    return [kid.get_object() for kid in kids]


def _told(part: Any, drawn: dict[int, dict[int, str]], page: Any) -> Told:
    page = part.raw_get("/Pg").idnum if "/Pg" in part else page
    made = Told(str(part["/S"])[1:], dict(part))
    for kid in _kids(part):
        if isinstance(kid, int):
            made.kids.append(drawn[page][int(kid)])
        elif "/MCID" in kid:
            made.kids.append(drawn[kid.raw_get("/Pg").idnum][int(kid["/MCID"])])
        else:
            made.kids.append(_told(kid, drawn, page))
    return made


def _drawn(reader: PdfReader, page: Any) -> Iterator[tuple[int, str]]:
    """Yield the marks of a page and the text under each, as a reader copies it."""
    fonts = {name: _map(font) for name, font in page["/Resources"].get("/Font", {}).items()}
    open_parts: list[Any] = []
    known: dict[str, str] = {}
    said: list[str] = []
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        if operator in {b"BDC", b"BMC"}:
            open_parts.append(operands[1] if len(operands) > 1 else {})
            said.append(str(open_parts[-1].get("/ActualText", "")))
        elif operator == b"EMC":
            if "/MCID" in (entries := open_parts.pop()):
                yield int(entries["/MCID"]), "".join(said)
            said = said if open_parts else []
        elif operator == b"Tf":
            known = fonts[operands[0]]
        elif operator == b"TJ" and not any("/ActualText" in one for one in open_parts):
            said += [_text(part, known) for part in operands[0] if isinstance(part, bytes | str)]


def _text(part: bytes | str, known: dict[str, str]) -> str:
    raw = getattr(part, "original_bytes", part)
    assert isinstance(raw, bytes)
    codes = raw.hex().upper()
    return "".join(known[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _map(font: Any) -> dict[str, str]:
    said = font["/ToUnicode"].get_data().decode("ascii")
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in _PAIR.findall(said)}
