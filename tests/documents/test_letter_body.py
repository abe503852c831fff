from __future__ import annotations

import pytest
from hypothesis import given

from app.documents import model
from app.documents.letter_body import ended, letter_blocks, salutation_of
from app.domain.correspondence.body import Body, Chip, PageTurn, Paragraph, Style, Words
from tests.documents import correspondence
from tests.documents.correspondence import text
from tests.domain.correspondence.bodies import BODIES


@pytest.mark.parametrize("language", correspondence.BODIES)
def test_the_wishes_of_a_letter_stand_with_its_signature(language: str) -> None:
    body = Body(correspondence.BODIES[language])

    parts = ended(body)

    assert [run.text for run in parts.wishes] == [last_words(body)]
    assert len(parts.blocks) == len(body.blocks) - 1


def last_words(body: Body) -> str:
    last = body.blocks[-1]
    assert isinstance(last, Paragraph)
    assert isinstance(last.inlines[0], Words)
    return last.inlines[0].text


def test_a_sentence_at_the_end_is_no_wish() -> None:
    body = Body((text("Dear all,"), text("We close at noon.")))

    assert ended(body).wishes == ()


def test_empty_lines_under_the_wishes_are_left_out() -> None:
    body = Body((text("Dear all,"), text("Yours"), Paragraph(()), Paragraph(())))

    assert [run.text for run in ended(body).wishes] == ["Yours"]


def test_a_letter_of_one_line_has_no_wishes() -> None:
    assert ended(Body((text("Noted"),))).wishes == ()


def test_a_thai_salutation_says_whom_the_letter_is_for() -> None:
    found = salutation_of((text("เรียน ผู้จัดการ"), text("ตามที่")), "th")

    assert found == ("ผู้จัดการ", (text("ตามที่"),))


def test_an_english_salutation_stays_where_it_is() -> None:
    blocks = (text("Dear Sir,"), text("We"))

    assert salutation_of(blocks, "en") == ("", blocks)


def test_a_field_that_nobody_filled_shows_its_name() -> None:
    (block,) = letter_blocks((Paragraph((Chip("contact.name"),)),), {})

    assert block == model.Written((model.Run("{contact.name}"),))


def test_only_running_text_is_indented() -> None:
    blocks = (text("a"), text("b", style=Style.HEADING))

    made = list(letter_blocks(blocks, {}, is_indented=True))

    assert [isinstance(one, model.Written) and one.is_indented for one in made] == [True, False]


@given(BODIES)
def test_every_block_of_a_body_comes_to_paper(body: Body) -> None:
    blocks = tuple(body.simple())

    made = list(letter_blocks(blocks, {}))

    assert len(made) == len(blocks)
    turns = [isinstance(one, PageTurn) for one in blocks]
    assert [isinstance(one, model.PageBreak) for one in made] == turns
