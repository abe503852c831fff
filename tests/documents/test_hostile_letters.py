"""Whatever a letter holds, it becomes pages, or it says in words what it could not show."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image as Pictures

from app.documents.letter_layouts import LETTER_LAYOUTS
from app.documents.letters import describe
from app.documents.model import Layout
from app.documents.pdf.render import render
from app.documents.text import plain
from app.domain.contacts.address import Address
from app.domain.correspondence.body import Body, Cell, Image, Item, Listing, Table, Words
from app.domain.correspondence.letter import Addressee
from tests.chances import few
from tests.documents.correspondence import a_letter, a_paper, text
from tests.documents.reading import letters, opened, page_texts
from tests.domain.correspondence.bodies import BODIES

SHA256 = "a" * 64
QUICK = settings(max_examples=few(25), deadline=None, suppress_health_check=list(HealthCheck))


def a_picture(size: tuple[int, int]) -> bytes:
    out = BytesIO()
    Pictures.new("RGB", size, (200, 30, 30)).save(out, "PNG")
    return out.getvalue()


PICTURE = a_picture((300, 200))


@QUICK
@given(BODIES, st.sampled_from(LETTER_LAYOUTS), st.sampled_from(["en", "fi", "de", "th"]))
def test_every_body_becomes_pages_and_plain_text(body: Body, layout: Layout, language: str) -> None:
    letter = a_letter(language, body=body, layout=layout.value)
    document = describe(a_paper(letter, pictures={SHA256: PICTURE}))

    content = render(document)

    assert content == render(document)
    assert plain(document)
    with opened(content) as pages:
        assert len(pages) >= 1


@pytest.mark.parametrize("layout", LETTER_LAYOUTS)
def test_a_receiver_without_anything_leaves_the_window_empty(layout: Layout) -> None:
    letter = a_letter("en", addressee=Addressee(), layout=layout.value)

    (page,) = page_texts(render(describe(a_paper(letter))))

    assert "Dear Ms. Harper" in page


@pytest.mark.parametrize("layout", LETTER_LAYOUTS)
def test_endless_words_stay_on_the_page(layout: Layout) -> None:
    endless = "Donaudampfschifffahrtsgesellschaft" * 40
    long = Addressee(endless, endless, Address(endless, endless, "1", endless, "", "DE"))
    letter = a_letter(
        "en",
        addressee=long,
        subject=endless,
        enclosures=(endless,),
        your_reference=endless[:200],
        body=Body((text(endless), Listing((Item((Words(endless),), 2),)), text("Yours"))),
        layout=layout.value,
    )

    content = render(describe(a_paper(letter)))

    with opened(content) as document:
        count, width = len(document), document[0].get_width() / 72 * 25.4
    found = [letter for page in range(count) for letter in letters(content, page)]
    assert max(letter.right for letter in found) <= width
    assert min(letter.left for letter in found) >= 0


def test_a_picture_of_a_hundred_megabytes_that_is_none_leaves_its_words() -> None:
    body = Body((Image(SHA256, 80, "The shop"), text("Yours")))
    paper = a_paper(a_letter("en", body=body), pictures={SHA256: b"\x89PNG" + bytes(100 << 20)})

    (page,) = page_texts(render(describe(paper)))

    assert "The shop" in page


def test_a_picture_of_endless_pixels_leaves_its_words() -> None:
    body = Body((Image(SHA256, 80, "The wall"), text("Yours")))
    bomb = a_picture((9000, 9000))

    (page,) = page_texts(
        render(describe(a_paper(a_letter("en", body=body), pictures={SHA256: bomb})))
    )

    assert "The wall" in page


def test_a_picture_that_nobody_kept_leaves_its_words() -> None:
    body = Body((Image(SHA256, 80, "The shop"), text("Yours")))

    (page,) = page_texts(render(describe(a_paper(a_letter("en", body=body)))))

    assert "The shop" in page


def test_rows_of_any_length_and_many_columns_are_a_table() -> None:
    paper = a_paper(a_letter("en"))
    cells = many_cells(30)
    body = Body((Table((cells, cells[:3], cells)), text("Yours")))

    content = render(describe(replace(paper, body=body)))

    assert "c29" in "".join(page_texts(content)).replace("\r\n", "")


def many_cells(count: int) -> tuple[Cell, ...]:
    return tuple(Cell((Words(f"c{at}"),)) for at in range(count))
