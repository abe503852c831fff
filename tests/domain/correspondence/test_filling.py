from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.correspondence.body import (
    Asked,
    Body,
    Chip,
    Condition,
    Item,
    Listing,
    Marks,
    Paragraph,
    Passage,
    Words,
)
from app.domain.correspondence.fields import FIELDS
from app.domain.correspondence.filling import (
    check_fields,
    empty_problems,
    fill,
    holds,
)
from app.domain.correspondence.plain_text import plain_text
from tests.domain.correspondence.bodies import BODIES

VALUES = st.dictionaries(st.sampled_from((*FIELDS, "unknown.field")), st.text(max_size=8))
OPENINGS = (
    *("{}", "{{{{ {} }}}}", "${{{}}}", "#{{{}}}", "<%= {} %>", "{{% {} %}}", "%({})s", "[[{}]]"),
    *("::{}", "</w:t>{}", "<b>{}</b>", "$({})", "`{}`", "@({})", "*{{{}}}", "{{{}!r:>99}}"),
    *("\u202e{}", "$[{}]", "&lt;{}&gt;", "\\{}"),
)
DEEDS = (
    *("contact.name", "company.account", "7*7", "0.__class__", "self.__init__.__globals__"),
    *("import os", "config.items()", "'a'.__class__.__mro__", "constructor.constructor('x')()"),
    "cycler.__init__.__globals__.os.popen('id').read()",
)
HOSTILE = tuple(opening.format(deed) for opening in OPENINGS for deed in DEEDS)
"""Two hundred ways of asking a template for more than words."""


@given(BODIES, VALUES)
def test_nothing_that_is_filled_has_fields_or_conditions_left(
    body: Body, values: dict[str, str]
) -> None:
    filled = fill(body, values).body

    assert filled.fields() == frozenset()
    assert not any(isinstance(block, Passage) for block in filled.blocks)


@given(BODIES, VALUES)
def test_what_is_filled_twice_says_the_same(body: Body, values: dict[str, str]) -> None:
    once = fill(body, values).body

    assert fill(once, values).body == once


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_that_looks_like_a_field_stays_the_words_it_is(value: str) -> None:
    body = Body((Paragraph((Chip("contact.name"),)),))

    filled = fill(body, {"contact.name": value, "company.account": "secret"})

    assert plain_text(filled.body) == value


@pytest.mark.parametrize("text", HOSTILE)
def test_words_that_look_like_a_field_are_the_words_they_are(text: str) -> None:
    body = Body((Paragraph((Words(text),)),))

    filled = fill(body, {"contact.name": "Aino", "company.account": "secret"})

    assert body.fields() == frozenset()
    assert plain_text(filled.body) == text


def test_fields_keep_their_marks_and_tell_when_they_are_empty() -> None:
    bold = Marks(is_bold=True)
    body = Body((Paragraph((Words("Dear "), Chip("contact.name", bold), Chip("contact.person"))),))

    filled = fill(body, {"contact.name": "Aino"})

    assert filled.body == Body((Paragraph((Words("Dear "), Words("Aino", bold))),))
    assert filled.empty == ("contact.person",)
    assert [one.is_warning for one in empty_problems(filled)] == [True]


def test_a_line_of_nothing_but_empty_fields_goes_but_an_empty_line_stays() -> None:
    body = Body((Paragraph((Chip("contact.extra"), Words(" "))), Paragraph(())))

    assert fill(body, {}).body == Body((Paragraph(()),))


def test_an_item_of_nothing_but_empty_fields_goes_with_its_bullet() -> None:
    items = (Item((Chip("contact.email"),)), Item((Words("x"),)))

    assert fill(Body((Listing(items),)), {}).body == Body((Listing((items[1],)),))


@pytest.mark.parametrize(
    ("asked", "value", "expected"),
    [
        (Asked.FILLED, " ", False),
        (Asked.FILLED, "x", True),
        (Asked.EMPTY, "", True),
        (Asked.EMPTY, "x", False),
        (Asked.IS, " TAMPERE", True),
        (Asked.IS, "Turku", False),
        (Asked.IS_NOT, "tampere", False),
        (Asked.IS_NOT, "", True),
    ],
)
def test_a_condition_asks_without_regard_to_case_and_blanks(
    asked: Asked, value: str, *, expected: bool
) -> None:
    when = Condition("contact.town", asked, "Tampere ")

    assert holds(when, {"contact.town": value}) is expected


def test_a_field_that_no_letter_has_is_a_problem_even_in_a_condition() -> None:
    body = Body((Passage(Condition("contact.shoe-size"), (Paragraph((Chip("letter.date"),)),)),))

    problems = check_fields(body)

    assert [one.facts for one in problems] == [{"name": "contact.shoe-size"}]
