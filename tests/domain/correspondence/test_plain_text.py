from __future__ import annotations

from hypothesis import given

from app.domain.correspondence.body import (
    Body,
    Cell,
    Chip,
    Image,
    Item,
    Listing,
    ListKind,
    Paragraph,
    Table,
    Words,
)
from app.domain.correspondence.plain_text import plain_text
from app.domain.correspondence.tidying import tidied
from tests.domain.correspondence.bodies import BODIES


def test_numbers_begin_again_under_each_item() -> None:
    levels = (0, 1, 1, 0, 1)
    items = tuple(Item((Words("x"),), level) for level in levels)

    text = plain_text(Body((Listing(items, ListKind.NUMBER),)))

    assert text == "1. x\n  1. x\n  2. x\n2. x\n  1. x"


def test_tables_fields_and_pictures_have_words() -> None:
    row = (Cell((Words("a"),)), Cell((Chip("contact.name"),)))
    body = Body((Paragraph((Words("Dear "), Chip("contact.name"))), Table((row,)), _LOGO))

    assert plain_text(body) == "Dear {contact.name}\na\t{contact.name}\n[Logo]"


@given(BODIES)
def test_every_word_of_a_body_is_in_its_text(body: Body) -> None:
    tidy = tidied(body)

    text = plain_text(tidy)

    assert all(one.text in text for one in tidy.inlines() if isinstance(one, Words))


_LOGO = Image("a" * 64, 30, "Logo")
