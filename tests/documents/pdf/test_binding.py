from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from app.documents.pdf.binding import Binding
from app.documents.pdf.packing import Packet, together
from app.documents.pdf.render import render
from tests.documents import papers

PAGES = "<</Type/Pages/Count 0/Kids[]>>"


def bound() -> bytes:
    out = BytesIO()
    binding = Binding(out)
    binding.add(1, b"<</Type/Catalog/Pages 5 0 R>>")
    binding.packet(Packet(2, (5,), together({5: PAGES})))
    binding.end("/Root 1 0 R")
    return out.getvalue()


def test_objects_are_found_whether_they_stand_alone_or_in_a_packet() -> None:
    reader: Any = PdfReader(BytesIO(bound()), strict=True)

    assert reader.root_object["/Type"] == "/Catalog" and len(reader.pages) == 0


def test_a_file_ends_with_the_place_of_its_table() -> None:
    content = render(papers.finnish())

    place = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert content[place:].split(b"\n")[0].endswith(b" 0 obj") and content.endswith(b"%%EOF\n")
    assert content.startswith(b"%PDF-1.7\n%")
