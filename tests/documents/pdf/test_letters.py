from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from app.documents.model import (
    Align,
    Fact,
    Figure,
    Level,
    Listing,
    Notes,
    Picture,
    Point,
    Run,
    Signed,
    Subject,
    Written,
)
from app.documents.pdf.letters import fitted, letter_pieces
from app.documents.pdf.pictures import picture
from app.documents.pdf.place import Place
from app.documents.pdf.render import render
from tests.documents.correspondence import SIGNATORIES, a_document, a_letter, long_body
from tests.documents.drawing import drawn, said_on
from tests.documents.reading import letters, page_texts

PLACE = Place(150, 300, hang=100)
WISHES = {
    "fi": "Ystävällisin",
    "de": "Mit freundlichen",
    "en": "Sincerely",
    "th": "ขอแสดงความนับถือ",
}


def a_picture(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), (40, 90, 60)).save(out, "PNG")
    return out.getvalue()


def test_text_stands_in_its_column_and_headings_at_the_edge() -> None:
    text = letters(drawn(letter_pieces(Written((Run("Text"),)), PLACE)))
    heading = letters(drawn(letter_pieces(Written((Run("Text"),), Level.HEADING), PLACE)))

    assert text[0].left - heading[0].left == pytest.approx(100 * 25.4 / 72, abs=0.3)


def test_a_heading_stays_with_what_it_heads() -> None:
    pieces = letter_pieces(Written((Run("Why"),), Level.HEADING), PLACE)

    assert all(piece.keep for piece in pieces)


@pytest.mark.parametrize("align", Align)
def test_a_paragraph_keeps_to_its_edge(align: Align) -> None:
    found = letters(drawn(letter_pieces(Written((Run("Xx"),), align=align), PLACE)))

    left, right = found[0].left * 72 / 25.4, found[-1].right * 72 / 25.4
    distance = {
        Align.LEFT: left - PLACE.x,
        Align.CENTRE: (left + right) / 2 - (PLACE.x + PLACE.width / 2),
        Align.RIGHT: PLACE.right - right,
    }
    assert distance[align] == pytest.approx(0, abs=1)


def test_two_lines_of_a_paragraph_stay_on_either_side_of_a_page_turn() -> None:
    pieces = letter_pieces(Written((Run("word " * 200),)), PLACE)

    assert len(pieces) > 4
    assert [piece.keep for piece in pieces] == [True, *[False] * (len(pieces) - 3), True, False]


def test_an_empty_paragraph_is_only_room() -> None:
    (piece,) = letter_pieces(Written(()), PLACE)

    assert piece.height > 0
    assert said_on([piece]).strip() == ""


def test_items_stand_under_their_text_not_under_their_bullets() -> None:
    listing = Listing((Point((Run("word " * 30),)),))
    found = letters(drawn(letter_pieces(listing, PLACE)))

    words = [letter for letter in found if letter.text == "w"]

    assert found[0].text == "•"
    assert min(letter.left for letter in words) > found[0].right


def test_deeper_items_stand_further_in() -> None:
    listing = Listing(tuple(Point((Run("item"),), level) for level in (0, 1, 2)))

    lefts = [one.left for one in letters(drawn(letter_pieces(listing, PLACE))) if one.text == "i"]

    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 3


def test_an_item_without_words_has_its_bullet() -> None:
    assert "•" in said_on(letter_pieces(Listing((Point(()),)), PLACE))


def test_a_picture_is_as_wide_as_said_or_as_there_is_room() -> None:
    bitmap = picture(a_picture(400, 100))
    assert bitmap is not None

    assert fitted(bitmap, 200, (300, 700)) == (200, 50)
    assert fitted(bitmap, 900, (300, 700)) == (300, 75)


def test_a_picture_taller_than_the_page_shrinks() -> None:
    tall = Figure(Picture(a_picture(100, 900), "A tower"), 170)
    document = replace(a_document("en"), blocks=(tall,))

    content = render(document)

    (piece,) = letter_pieces(tall, replace(PLACE, tall=400))
    assert piece.height == pytest.approx(400)
    assert len(page_texts(content)) == 2


def test_a_picture_that_cannot_be_read_leaves_its_words() -> None:
    assert "A tower" in said_on(letter_pieces(Figure(Picture(b"no", "A tower"), 50), PLACE))
    assert letter_pieces(Figure(Picture(b"no"), 50), PLACE) == []


def test_notes_hang_at_the_edge() -> None:
    found = letters(drawn(letter_pieces(Notes((Fact("Encl", "Bill\nTerms"),)), PLACE)))

    assert found[0].left * 72 / 25.4 == pytest.approx(PLACE.edge, abs=1)
    terms = next(letter for letter in found if letter.text == "T")
    assert terms.left * 72 / 25.4 == pytest.approx(PLACE.x, abs=1)


def test_a_subject_stands_at_the_edge_and_keeps_what_follows() -> None:
    (piece,) = letter_pieces(Subject("Our benches"), PLACE)

    assert piece.keep


def test_a_signature_stands_between_wishes_and_name() -> None:
    signed = Signed((Run("Yours"),), "Oak", Picture(a_picture(300, 100)), ("Ann",))
    bare = Signed((Run("Yours"),), "Oak", None, ("Ann",))

    (with_picture,) = letter_pieces(signed, PLACE)
    (without,) = letter_pieces(bare, PLACE)

    assert said_on([with_picture]).split() == ["Yours", "Oak", "Ann"]
    assert with_picture.height != without.height


def test_a_closing_at_the_right_is_centred() -> None:
    place = Place(50, 450, closing=200)
    found = letters(drawn(letter_pieces(Signed((Run("Wishes"),), lines=("(Somchai)",)), place)))

    rows = {round(letter.top / 10) for letter in found}
    assert len(rows) > 1
    first = [one for one in found if one.top < min(x.top for x in found) + 4]
    last = [one for one in found if one.top > max(x.top for x in found) - 4]
    middles = [(row[0].left + row[-1].right) / 2 for row in (first, last)]
    assert middles[0] == pytest.approx(middles[1], abs=0.6)


@pytest.mark.parametrize("language", ["fi", "de", "en", "th"])
@pytest.mark.parametrize("times", range(1, 8))
def test_the_signature_is_never_alone_on_its_page(language: str, times: int) -> None:
    document = a_document(language, body=long_body(language, times), copies_to=())

    *_, last = page_texts(render(document))

    letter, signatory = a_letter(language), SIGNATORIES[language]
    before = last[: last.index(signatory.name)]
    assert WISHES[language] in before
    middle = "".join(before[: before.index(WISHES[language])].split())
    assert len(middle) > len(letter.number) + 20


@pytest.mark.parametrize("times", range(1, 12))
def test_the_end_has_two_lines_of_the_letter_on_its_page(times: int) -> None:
    document = a_document("en", body=long_body("en", times))

    *_, last = page_texts(render(document))

    before = last[: last.index("Sincerely")]
    assert "Thank you for your patience." in before
    assert "card" in before


@pytest.mark.parametrize("times", range(1, 16))
def test_words_that_announce_a_listing_stand_above_it(times: int) -> None:
    document = a_document("de", body=long_body("de", times))

    texts = page_texts(render(document))

    bodies = [text[: text.find("Seite ")] for text in texts]
    assert [body for body in bodies if body.rstrip().endswith("vor:")] == []


@pytest.mark.parametrize("figures", ["+358 40 123 4567", "12 500 €", "8.00–12.00 น."])
@pytest.mark.parametrize("before", range(4))
def test_groups_of_figures_are_not_divided(figures: str, before: int) -> None:
    text = "w " * before + f"word {figures} " * 30

    said = said_on(letter_pieces(Written((Run(text),)), PLACE))

    assert said.count(figures) == 30
