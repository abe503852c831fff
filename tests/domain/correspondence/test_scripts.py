"""Bodies are written as plain lines: fields, conditions, headings and tables."""

from __future__ import annotations

from app.domain.correspondence.body import (
    Asked,
    Cell,
    Chip,
    Condition,
    Paragraph,
    Passage,
    Style,
    Table,
    Words,
)
from app.domain.correspondence.scripts import body_of


def test_fields_and_conditions_are_read_from_a_line() -> None:
    body = body_of(("Dear {contact.name},", "", "?contact.email Mail.", "!contact.email Post."))

    assert body.blocks == (
        Paragraph((Words("Dear "), Chip("contact.name"), Words(","))),
        Paragraph(()),
        Passage(Condition("contact.email", Asked.FILLED), (Paragraph((Words("Mail."),)),)),
        Passage(Condition("contact.email", Asked.EMPTY), (Paragraph((Words("Post."),)),)),
    )


def test_headings_and_rows_of_a_table_are_read() -> None:
    body = body_of(("# Pay", "?contract.grade # Grade", "| a | {person.name} |", "|  |  |"))

    heading, passage, table = body.blocks
    assert heading == Paragraph((Words("Pay"),), Style.SUBHEADING)
    assert isinstance(passage, Passage)
    assert passage.blocks == (Paragraph((Words("Grade"),), Style.SUBHEADING),)
    assert table == Table(
        (
            (Cell((Words("a"),)), Cell((Chip("person.name"),))),
            (Cell(()), Cell(())),
        ),
        has_head=False,
    )
