from __future__ import annotations

from hypothesis import given

from app.domain.correspondence.body import (
    Body,
    Cell,
    Condition,
    Item,
    Listing,
    Marks,
    Paragraph,
    Passage,
    Table,
    Words,
)
from app.domain.correspondence.tidying import is_blank, tidied, words_of
from tests.domain.correspondence.bodies import BODIES

BOLD = Marks(is_bold=True)


@given(BODIES)
def test_a_tidy_body_is_not_changed_again(body: Body) -> None:
    once = tidied(body)

    assert tidied(once) == once


@given(BODIES)
def test_tidying_loses_no_field_and_no_picture(body: Body) -> None:
    tidy = tidied(body)

    assert tidy.fields() == body.fields()
    assert tidy.images() == body.images()


def test_neighbouring_words_of_one_look_are_one() -> None:
    parts = (Words("We "), Words("thank "), Words(""), Words("you", BOLD))

    tidy = tidied(Body((Paragraph(parts),)))

    assert tidy == Body((Paragraph((Words("We thank "), Words("you", BOLD))),))


def test_neighbouring_lists_of_one_kind_are_one() -> None:
    one, other = Listing((Item((Words("a"),)),)), Listing((Item((Words("b"),), 7),))

    tidy = tidied(Body((one, Listing(()), other)))

    assert tidy == Body((Listing((Item((Words("a"),)), Item((Words("b"),), 2))),))


def test_passages_under_one_condition_are_one() -> None:
    when = Condition("contact.email")
    line = Paragraph((Words("a"),))

    tidy = tidied(Body((Passage(when, (line,)), Passage(when, (line,)))))

    assert tidy == Body((Passage(when, (line, line)),))


def test_short_rows_of_a_table_are_filled_up() -> None:
    table = Table(((Cell((Words("a"),)), Cell(())), (Cell(()),)), weights=(1,))

    tidy = tidied(Body((table,)))

    assert tidy == Body((Table(((Cell((Words("a"),)), Cell(())), (Cell(()), Cell(())))),))


def test_every_kind_of_line_break_becomes_one_and_control_signs_go() -> None:
    assert words_of("a\r\nb\rc\u2028d\x07\ufffce\tf") == "a\nb\nc\nde\tf"


def test_empty_lines_say_nothing() -> None:
    assert is_blank(Body((Paragraph(()), Paragraph((Words(""),)))))
    assert not is_blank(Body((Paragraph((Words("x"),)),)))
