"""The real Tesseract reads scans in English, Finnish and Thai, bit by bit, and they are found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from app import RESOURCES
from app.domain.archive.texts import How, ReadingState
from app.domain.shared.ids import DocumentId
from app.outside.tesseract import PROGRAM, languages_of
from app.services import archive, finding, reading
from app.services.office import Cancelled, Office
from tests import foreign
from tests.databases import on_sqlite

FONT = RESOURCES / "fonts" / "Sarabun-Regular.ttf"
LINES = {
    "eng": ("Please find enclosed the invoice", "for the repair of the harbour crane."),
    "fin": ("Oheisena lasku sataman nosturin", "korjauksesta ja toimitusehdot."),
    "tha": ("กรุณาชำระเงินภายในสิบสี่วัน", "สินค้าได้จัดส่งจากคลังสินค้าของเรา"),
}
FOUND = {"eng": "crane", "fin": "nosturi", "tha": "คลังสินค้า"}


def is_here(language: str) -> bool:
    program = shutil.which(PROGRAM)
    return program is not None and language in languages_of(program)


def a_scan(*lines: str) -> Image.Image:
    """Return a page at 200 dots an inch as a scanner makes it."""
    image = Image.new("L", (1654, 2339), 255)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(str(FONT), 40)
    for place, line in enumerate(lines):
        draw.text((150, 200 + 80 * place), line, fill=20, font=font)
    return image


def taken(office: Office, *pages: Image.Image) -> DocumentId:
    raw = foreign.a_scanned_pdf(*pages)
    return DocumentId(office.do(archive.file, "scan.pdf", "application/pdf", raw).result.id)


@on_sqlite
@pytest.mark.parametrize(
    "language",
    [
        pytest.param(
            one,
            marks=pytest.mark.skipif(
                not is_here(one), reason=f"Tesseract with {one} is not installed here."
            ),
        )
        for one in LINES
    ],
)
def test_a_scan_is_read_in_its_language_and_found(office: Office, language: str) -> None:
    one = taken(office, a_scan(*LINES[language]))

    told = office.run(reading.read_some, 60)
    reading.rest(office)

    about = office.ask(reading.about, one)
    assert (about.state, about.how, about.pictures) == (ReadingState.READ, How.SCAN, 0)
    assert told.waiting == 0
    assert office.ask(finding.find, FOUND[language]).total == 1


@on_sqlite
@pytest.mark.skipif(not is_here("eng"), reason="Tesseract with eng is not installed here.")
def test_reading_is_stopped_between_pages_and_goes_on_where_it_was(
    office: Office, tmp_path: Path
) -> None:
    pages = [a_scan(f"Page of the harbour number {number}") for number in range(3)]
    one = taken(office, *pages)

    first = office.run(reading.read_some, 0)
    while not first.page:
        first = office.run(reading.read_some, 0)
    known = office.ask(reading.pages, one)
    with pytest.raises(Cancelled):
        office.run_watched(stop, reading.read_some, 60)
    told = office.run(reading.read_some, 60)
    reading.rest(office)

    assert (first.page, first.of) == (1, 3)
    assert "harbour" in known[0] and not known[1]
    assert told.waiting == 0
    assert all("harbour" in page for page in office.ask(reading.pages, one))


def stop(_done: int, _of: int) -> None:
    raise Cancelled
