"""Binding: the objects of reportlab's file and our packed ones become one file with one table."""

from __future__ import annotations

from struct import Struct
from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import PDFIndirectObject

from app.documents.pdf.packing import Packet, stream
from app.documents.pdf.tight import tight

START = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
FREE, PLAIN, PACKED = 0, 1, 2
ENTRY = Struct(">BIH")
"""What the table says of an object: its kind, its place or its packet, its place in that."""


class Out(Protocol):
    """Where a file is written to."""

    def write(self, content: bytes, /) -> object: ...


class Binding:
    """One file as it is written: where each of its objects stands."""

    def __init__(self, out: Out) -> None:
        self._out = out
        self._at = 0
        self._table = bytearray(ENTRY.pack(FREE, 0, 0xFFFF))
        self._write(START)

    def add(self, number: int, content: bytes) -> None:
        """Write an object."""
        self.whole(number, b"%d 0 obj\n%b\nendobj\n" % (number, content))

    def whole(self, number: int, written: bytes) -> None:
        """Write an object that says its number itself."""
        self._note(number, PLAIN, self._at)
        self._write(written)

    def packet(self, packet: Packet) -> None:
        """Write objects that lie together in a stream."""
        self.add(packet.number, packet.content)
        for at, number in enumerate(packet.inside):
            self._note(number, PACKED, packet.number, at)

    def end(self, entries: str) -> None:
        """Write the table of all objects, which says what the file begins with."""
        own, start = len(self._table) // ENTRY.size, self._at
        self._note(own, PLAIN, start)
        packed, length = tight(bytes(self._table), ENTRY.pack(FREE, 0, 0xFFFF))
        said = f"/Type/XRef/Size {length // ENTRY.size}/W[1 4 2]{entries}/Filter/FlateDecode"
        self.add(own, stream(said, packed))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _note(self, number: int, kind: int, place: int, at: int = 0) -> None:
        """Note where an object is; numbers that nobody took stay free."""
        end = (number + 1) * ENTRY.size
        if len(self._table) < end:
            self._table += bytes(end - len(self._table))
        ENTRY.pack_into(self._table, end - ENTRY.size, kind, place, at)

    def _write(self, content: bytes) -> None:
        self._out.write(content)
        self._at += len(content)


def bind(file: Any, packets: list[Packet], out: Out) -> None:
    """Write reportlab's file, with the packed objects that have numbers between its own."""
    for font in file.delayedFonts:
        font.addObjects(file)
    file.Catalog.Outlines = None
    root, facts = file.Reference(file.Catalog), file.Reference(file.info)
    binding, number = Binding(out), 0
    # Objects that others name while they are written get higher numbers, and their turn.
    while number < file.objectcounter:
        number += 1
        if name := file.numberToId.get(number):
            written = PDFIndirectObject(name, file.idToObject[name]).format(file)
            binding.whole(number, written)
    for packet in packets:
        binding.packet(packet)
    known = {"Root": root, "Info": facts}
    named = "".join(f"/{key} {one.format(file).decode('ascii')}" for key, one in known.items())
    identity = file.signature.hexdigest()
    binding.end(f"{named}/ID[<{identity}><{identity}>]")
