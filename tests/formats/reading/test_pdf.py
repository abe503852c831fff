"""PDFs: text where there is a layer, a picture where there is none, and no script."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from app.formats.reading.pdf import LARGEST_PICTURE, Pdf, is_legible
from app.formats.reading.refusals import LockedFile, WrongPassword
from tests import foreign


def test_each_page_gives_its_text() -> None:
    opened = Pdf(foreign.a_pdf("Lasku 4711\nEräpäivä 1.4.2026", "Sivu 2"))

    assert opened.count == 2
    assert opened.page(0).text == "Lasku 4711\nEräpäivä 1.4.2026"
    assert opened.page(1) == ("Sivu 2", False)


def test_a_page_without_text_is_a_picture_and_a_blank_one_is_not() -> None:
    scanned = Pdf(foreign.a_scanned_pdf(foreign.a_scan("Lasku")))
    blank = Pdf(foreign.a_pdf("Lasku", ""))

    assert scanned.page(0) == ("", True)
    assert blank.page(1) == ("", False)


def test_a_stamp_on_a_scan_does_not_make_it_text() -> None:
    opened = Pdf(foreign.a_stamped_scan("Saapunut 10.3.2026"))

    assert opened.page(0) == ("Saapunut 10.3.2026", True)


def test_a_page_is_drawn_fit_for_reading_and_a_huge_one_smaller() -> None:
    picture = Image.open(io.BytesIO(Pdf(foreign.a_pdf("Lasku")).picture(0)))
    huge = Image.open(io.BytesIO(Pdf(foreign.a_pdf_of_size(14_000, 14_000)).picture(0)))

    assert (picture.mode, picture.size) == ("L", (2481, 3508))
    assert huge.width * huge.height <= LARGEST_PICTURE * 1.01


def test_a_locked_file_opens_with_its_password_only() -> None:
    raw = foreign.a_locked_pdf("Salainen")

    assert Pdf(raw, foreign.SECRET).page(0).text == "Salainen"
    with pytest.raises(LockedFile):
        Pdf(raw)
    with pytest.raises(WrongPassword):
        Pdf(raw, "väärä")


def test_a_script_is_never_run() -> None:
    raw = foreign.a_pdf_with_a_script("Lasku")

    assert b"JavaScript" in raw
    assert Pdf(raw).page(0).text == "Lasku"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lasku", True),
        ("ใบกำกับภาษี", True),
        ("", True),
        ("\ue001\ue002\ue003", False),
        ("\ufffd", False),
    ],
)
def test_letters_are_told_from_shapes_without_a_name(text: str, *, expected: bool) -> None:
    assert is_legible(text) is expected
