"""The window and the marks of every letter custom, measured on the rendered page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.model import Document
from app.documents.pdf.render import render
from app.domain.contacts.address import Address
from app.domain.correspondence.letter import Addressee, Channel
from tests.documents.correspondence import a_document
from tests.documents.reading import Letter, letters, picture_of

RESOLUTION = 254.0
LONGEST = Addressee(
    "Verwaltungsgesellschaft für Bürobedarf mbH",
    "Frau Dr. Alexandra Freifrau von Hohenstein",
    Address("Ludwig-van-Beethoven-Straße 128 a", "Hinterhaus", "10117", "Berlin", "", "DE"),
)


def written(text: str, document: Document, page: int = 0) -> list[Letter]:
    """Return the letters of a text on a page."""
    found = letters(render(document), page)
    said = "".join(letter.text for letter in found)
    at = said.index(text.replace(" ", ""))
    return found[at : at + len(text.replace(" ", ""))]


def marks_of(document: Document) -> list[float]:
    """Return the heights (mm) at which there is ink at the left edge of the first page."""
    page = picture_of(render(document), resolution=RESOLUTION)
    strip = page.crop((60, 0, 80, page.height))
    shades = strip.resize((1, strip.height)).tobytes()
    rows = [y for y, shade in enumerate(shades) if shade < 200]
    firsts = [y for y in rows if y - 1 not in rows]
    return [round((y + 0.5) * 25.4 / RESOLUTION, 1) for y in firsts]


@pytest.mark.parametrize(
    ("layout", "heights"),
    [("din5008", [105, 148.5, 210]), ("din5008a", [87, 148.5, 192])],
)
def test_a_german_letter_is_folded_and_punched_at_its_marks(
    layout: str, heights: list[float]
) -> None:
    assert marks_of(a_document("de", layout=layout)) == pytest.approx(heights, abs=0.2)


@pytest.mark.parametrize("layout", ["sfs2487", "us", "th"])
def test_other_letters_bear_no_marks(layout: str) -> None:
    assert marks_of(a_document("en", layout=layout)) == []


@pytest.mark.parametrize(("layout", "top"), [("din5008", 45), ("din5008a", 27)])
def test_a_german_address_stands_in_its_field_of_85_by_45(layout: str, top: float) -> None:
    document = a_document("de", layout=layout, addressee=LONGEST, channel=Channel.REGISTERED)
    assert document.address is not None

    back = written(document.address.sender, document)
    notes = written(document.address.notes[0], document)
    lines = [written(line, document) for line in document.address.lines]

    assert inside([*back, *notes, *(one for line in lines for one in line)], (20, top, 85, 45))
    assert inside(back, (25, top, 75, 5))
    assert inside(notes, (25, top + 5, 75, 12.7))
    assert inside([one for line in lines for one in line], (25, top + 17.7, 75, 27.3))


@pytest.mark.parametrize(("layout", "top"), [("din5008", 98.46), ("din5008a", 80.46)])
def test_a_german_subject_begins_under_the_field(layout: str, top: float) -> None:
    found = written("Lieferverzug", a_document("de", layout=layout))

    assert found[0].left == pytest.approx(25, abs=0.5)
    assert top <= found[0].top <= top + 3


@pytest.mark.parametrize(("layout", "top"), [("din5008", 50), ("din5008a", 32)])
def test_a_german_information_block_begins_125_in(layout: str, top: float) -> None:
    found = written("MM 14.11.", a_document("de", layout=layout))

    assert found[0].left >= 125
    assert top <= found[0].top <= top + 4


@pytest.mark.parametrize("lines", [3, 4, 5])
def test_a_number_ten_window_shows_an_american_address(lines: int) -> None:
    address = Address("1 Elm Street", "Suite 400", "60601", "Chicago", "IL", "US")
    if lines == 3:
        address = replace(address, extra="")
    person = "Ms. June Harper" if lines == 5 else ""
    document = a_document("en", addressee=Addressee("Corner Café LLC", person, address))
    assert document.address is not None
    assert len(document.address.lines) == lines

    found = [one for line in document.address.lines for one in written(line, document)]

    assert inside(found, (22.2, 51.8, 88.9, 28.6))
    if lines == 3:
        assert inside(found, (22.2, 63.5, 88.9, 16.9))


def test_a_finnish_letter_keeps_to_columns_of_23_millimetres() -> None:
    document = a_document("fi")
    lefts = {
        word: written(word, document)[0].left
        for word in ("Kahvila", "Kirje", "OUT-2026", "22.11.2026", "Hyvä", "Penkkien")
    }

    columns = {word: (left - 20) / 23 for word, left in lefts.items()}

    wanted = {
        "Kahvila": 0,
        "Penkkien": 0,
        "Hyvä": 2,
        "Kirje": 4,
        "22.11.2026": 4,
        "OUT-2026": 6,
    }
    assert columns == pytest.approx(wanted, abs=0.04)


def test_a_finnish_address_stands_in_the_window_of_its_envelope() -> None:
    document = a_document("fi")
    assert document.address is not None

    found = [one for line in document.address.lines for one in written(line, document)]

    assert inside(found, (18, 47, 90, 35))


def test_a_thai_day_begins_in_the_middle_and_the_end_stands_right_of_it() -> None:
    document = a_document("th")

    day = written("22 พฤศจิกายน", document)
    end = written("ขอแสดง", document)
    number = written("OUT", document)

    assert day[0].left == pytest.approx(105, abs=0.6)
    assert end[0].left > 105
    assert number[0].left < 60


def inside(found: list[Letter], box: tuple[float, float, float, float]) -> bool:
    """Tell whether all letters stand in a box: left, top, width and height in millimetres."""
    left, top, width, height = box
    return all(
        left <= one.left + 0.05
        and one.right <= left + width
        and top <= one.top
        and one.bottom <= top + height
        for one in found
    )
