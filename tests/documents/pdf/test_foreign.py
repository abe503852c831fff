from __future__ import annotations

from app.documents.pdf.foreign import leaves_of
from app.formats.stationery import fit
from tests.formats import stationery


def test_an_object_that_is_named_twice_is_taken_once() -> None:
    (sheet, *_) = leaves_of(fit(stationery.embedded(), 4), "x")

    assert len(sheet.nodes) == len({(*node.parts, node.content or b"") for node in sheet.nodes})


def test_pages_of_one_file_share_its_objects() -> None:
    first, second = leaves_of(fit(stationery.embedded("x", 40), 4), "x")

    assert first.nodes == second.nodes
    assert first.key != second.key


def test_what_is_no_pdf_has_no_pages() -> None:
    assert leaves_of(b"%PDF-1.7 no", "x") == ()
