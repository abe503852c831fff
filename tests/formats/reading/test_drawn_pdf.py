from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.formats.reading.drawn_pdf import MOST_DOTS, DrawnPdf, Sheet
from app.formats.reading.refusals import DamagedFile, LockedFile
from tests import foreign
from tests.ui.pdfs import a_pdf

WHOLE = (595, 842)


def drawn(file: DrawnPdf, clip: tuple[int, int, int, int], whole: tuple[int, int] = WHOLE) -> bytes:
    return bytes(file.draw(0, whole, clip, Sheet()))


def ink(dots: bytes) -> int:
    """Return how many dots are darker than grey."""
    return sum(dots[at] < 128 for at in range(0, len(dots), 4))


def test_a_file_tells_its_pages_and_their_sizes_in_points() -> None:
    sizes = DrawnPdf(a_pdf(("one",), ("two",))).sizes

    assert [(round(wide), round(high)) for wide, high in sizes] == [WHOLE] * 2


def test_a_part_is_drawn_in_four_bytes_for_each_dot_on_white() -> None:
    file = DrawnPdf(a_pdf(("HELLO",)))

    assert len(drawn(file, (60, 50, 100, 40))) == 100 * 40 * 4
    assert ink(drawn(file, (60, 50, 100, 40))) > 20
    assert set(drawn(file, (300, 300, 9, 9))) == {255}


@pytest.mark.parametrize("clip", [(0, 0, 0, 5), (0, 0, MOST_DOTS, 2), (0, 0, -4, -4)])
def test_no_more_dots_are_drawn_than_are_allowed(clip: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match=str(clip[2])):
        drawn(DrawnPdf(a_pdf()), clip)


def test_a_sheet_is_used_again_and_shows_nothing_of_what_it_held() -> None:
    file, sheet = DrawnPdf(a_pdf(("HELLO",))), Sheet()
    file.draw(0, WHOLE, (0, 0, 595, 842), sheet)

    again = file.draw(0, WHOLE, (60, 50, 100, 40), sheet)

    assert bytes(again) == drawn(file, (60, 50, 100, 40))


def test_every_character_is_told_with_its_box() -> None:
    text, edges = DrawnPdf(a_pdf(("Hello", "Moi"))).read(0)

    assert text == "Hello\r\nMoi"
    assert len(edges) == 4 * len(text)


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (b"not a PDF", DamagedFile),
        (foreign.a_pdf("Lasku")[:300], DamagedFile),
        (foreign.a_locked_pdf("Lasku"), LockedFile),
    ],
)
def test_what_cannot_be_opened_is_refused(
    raw: bytes, refusal: type[DamagedFile | LockedFile]
) -> None:
    with pytest.raises(refusal):
        DrawnPdf(raw)


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(DamagedFile):
        DrawnPdf(a_pdf()).read(7)


def test_what_was_filled_into_a_form_is_drawn() -> None:
    memory = BytesIO()
    canvas = Canvas(memory, pagesize=(300, 200))
    canvas.acroForm.textfield(value="FILLED", x=20, y=100, width=200, height=40, borderWidth=0)
    canvas.showPage()
    canvas.save()
    file = DrawnPdf(memory.getvalue())

    assert ink(drawn(file, (25, 60, 150, 40), (300, 200))) > 20
    file.close()


def test_a_script_in_a_file_is_not_run() -> None:
    file = DrawnPdf(foreign.a_pdf_with_a_script("Lasku"))

    assert file.read(0)[0].strip() == "Lasku"
