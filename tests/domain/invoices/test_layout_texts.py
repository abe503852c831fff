from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.layout_texts import (
    TEXT_LENGTH,
    LayoutText,
    TextField,
    check_texts,
    filled,
)

VALUES = {TextField.TOTAL: "12,00 €", TextField.DUE: "24.3.2026", TextField.ORDER: ""}


def codes(*texts: LayoutText) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in check_texts(texts)]


def test_fields_are_filled_and_blanks_in_braces_do_not_matter() -> None:
    assert filled("Pay {invoice.total} by { invoice.due }.", VALUES) == "Pay 12,00 € by 24.3.2026."


def test_a_line_of_which_nothing_is_left_goes() -> None:
    assert filled("Thank you.\n{invoice.order}\n\nYours", VALUES) == "Thank you.\n\nYours"


def test_no_gap_is_left_where_a_field_says_nothing() -> None:
    assert filled("Order {invoice.order} was sent", VALUES) == "Order was sent"


@given(st.text())
def test_a_text_without_braces_says_what_was_written(text: str) -> None:
    written = text.replace("{", "").replace("}", "")

    assert "".join(filled(written, VALUES).split()) == "".join(written.split())


def test_every_known_field_may_be_written() -> None:
    text = " ".join(f"{{{one.value}}}" for one in TextField)

    assert codes(LayoutText("en", text, text)) == []


def test_an_unknown_field_is_told_at_its_text() -> None:
    (found,) = check_texts((LayoutText("en", "", "Pay {invoice.sum}"),))

    assert (found.field, found.code) == ("texts.0.closing", "layouts.unknown-field")
    assert found.facts == {"name": "invoice.sum"}


def test_a_language_is_written_in_once_and_known() -> None:
    assert codes(LayoutText("en", "A"), LayoutText("en", "B"), LayoutText("xx", "C")) == [
        ("texts.1.language", "layouts.twice-in-language"),
        ("texts.2.language", "language.unknown"),
    ]


def test_a_book_is_too_long() -> None:
    assert codes(LayoutText("en", "x" * (TEXT_LENGTH + 1))) == [
        ("texts.0.opening", "layouts.text-too-long")
    ]
