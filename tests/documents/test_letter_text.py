from __future__ import annotations

from app.documents.letter_text import part
from app.documents.model import (
    Align,
    Cell,
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
    Table,
    Written,
)


def test_a_paragraph_says_its_words_without_their_looks() -> None:
    block = Written((Run("We "), Run("do", is_bold=True), Run(" care.")))

    assert part(block) == "We do care."


def test_headings_and_subjects_are_underlined() -> None:
    assert part(Written((Run("Why"),), Level.HEADING)) == "Why\n---"
    assert part(Subject("Why")) == "Why\n---"


def test_the_lines_of_an_item_stand_under_each_other() -> None:
    listing = Listing((Point((Run("one\ntwo"),)), Point((Run("three"),), 1)), is_numbered=True)

    assert part(listing) == "1. one\n   two\n  a) three"


def test_columns_of_a_table_are_as_wide_as_their_texts() -> None:
    table = Table(
        (
            (Cell((Run("Name"),)), Cell((Run("Sum"),), Align.RIGHT)),
            (Cell((Run("Bench"),)), Cell((Run("1"),), Align.RIGHT)),
        )
    )

    assert part(table) == "Name   Sum\n----------\nBench    1"


def test_a_table_may_have_rows_of_different_length() -> None:
    table = Table(((Cell((Run("a"),)), Cell((Run("b"),))), (Cell((Run("c"),)),)), has_head=False)

    assert part(table) == "a  b\nc"


def test_a_picture_is_told_by_its_words() -> None:
    assert part(Figure(Picture(b"", "Our new shop"), 80)) == "[Our new shop]"


def test_the_end_says_wishes_firm_name_and_title() -> None:
    block = Signed((Run("Yours"),), "Oak Ltd", None, ("Ann Oak", "Director"))

    assert part(block) == "Yours\nOak Ltd\nAnn Oak\nDirector"


def test_enclosures_stand_under_each_other() -> None:
    assert part(Notes((Fact("Enclosures", "a\nb"),))) == "Enclosures  a\n            b"
