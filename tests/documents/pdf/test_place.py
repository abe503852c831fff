from __future__ import annotations

from app.documents.pdf.place import Place


def test_headings_begin_left_of_the_text_by_its_hang() -> None:
    place = Place(100, 300, hang=40)

    assert (place.edge, place.right) == (60, 400)
