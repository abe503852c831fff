from __future__ import annotations

from app.documents.pdf.pictures import picture
from tests.documents import papers
from tests.documents.drawing import Drawing


def test_equal_pictures_are_in_the_file_once() -> None:
    drawing, bitmap = Drawing(), picture(papers.a_logo())
    assert bitmap is not None

    for _ in range(2):
        drawing.canvas.image(bitmap, 0, 0, (30, 10))

    assert drawing.printed().count(b"/Subtype /Image") == 2  # the colours and what shows of them
