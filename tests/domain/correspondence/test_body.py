from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.correspondence.body import (
    Body,
    Cell,
    Chip,
    Condition,
    Image,
    Item,
    Listing,
    Marks,
    PageTurn,
    Paragraph,
    Passage,
    Table,
    Words,
    written,
)
from app.domain.shared.codec import parsed, plain
from tests.domain.correspondence.bodies import BODIES


@given(BODIES)
def test_a_body_is_read_back_as_it_was_written(body: Body) -> None:
    kept = plain(body)

    assert parsed(Body, kept) == body


def test_fields_are_those_of_words_lists_tables_passages_and_conditions() -> None:
    body = Body(
        (
            Paragraph((Words("Dear "), Chip("contact.name", Marks(is_bold=True)))),
            Listing((Item((Chip("letter.date"),)),)),
            Table(((Cell((Chip("company.name"),)),),)),
            PageTurn(is_page_turn=True),
            Passage(Condition("contact.email"), (Paragraph((Chip("contact.phone"),)),)),
        )
    )

    fields = body.fields()

    assert fields == {
        "contact.name",
        "letter.date",
        "company.name",
        "contact.email",
        "contact.phone",
    }


def test_pictures_are_found_inside_passages_too() -> None:
    hidden = Passage(Condition("contact.email"), (Image("b" * 64, 20),))

    images = Body((Image("a" * 64, 30), hidden)).images()

    assert images == {"a" * 64, "b" * 64}


@given(st.lists(st.text("abc \n", min_size=1).filter(str.strip), max_size=4))
def test_a_plain_text_keeps_all_its_words(parts: list[str]) -> None:
    body = written("\n\n".join(parts))

    words = " ".join(one.text for one in body.inlines() if isinstance(one, Words))
    assert words.split() == " ".join(parts).split()
