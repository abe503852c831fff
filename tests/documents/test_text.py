from __future__ import annotations

from app.documents.model import (
    Align,
    Column,
    Document,
    Fact,
    Grid,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Totals,
)
from app.documents.text import plain


def a_document(*blocks: Heading | Paragraph | Grid | Totals | PageBreak) -> Document:
    return Document("en", "Report", "Report", Letterhead("Us"), blocks=blocks)


def test_columns_are_as_wide_as_their_widest_text() -> None:
    columns = (Column("Name", weight=1), Column("Sum", Align.RIGHT))
    grid = Grid(columns, (Row(("Bench", "1 200,00")), Row(("A long name", "5,00"))))

    text = plain(a_document(grid))

    assert text.splitlines()[4:] == [
        "Name              Sum",
        "---------------------",
        "Bench        1 200,00",
        "A long name      5,00",
    ]


def test_a_line_break_in_a_cell_stays_in_its_column() -> None:
    columns = (Column("Name", weight=1), Column("Sum", Align.RIGHT))

    text = plain(a_document(Grid(columns, (Row(("Bench\noak", "7,00")),))))

    assert text.splitlines()[-2:] == ["Bench  7,00", "oak"]


def test_a_heading_row_has_no_columns() -> None:
    columns = (Column("Name"), Column("Sum"))
    rows = (Row(("Spring", ""), RowKind.HEADING), Row(("Bench", "7")))

    text = plain(a_document(Grid(columns, rows)))

    assert "Spring\nBench  7" in text


def test_thai_marks_take_no_room_of_their_own() -> None:
    grid = Grid((Column("A"), Column("B")), (Row(("น้ำ", "x")), Row(("ab", "y"))))

    text = plain(a_document(grid))

    assert "น้ำ  x\nab  y" in text


def test_sums_are_aligned_at_the_right() -> None:
    totals = Totals((Fact("Net", "5,00"), Fact("Total", "1 000,00")))

    text = plain(a_document(totals))

    assert text.endswith("Net        5,00\nTotal  1 000,00\n")


def test_a_page_break_says_nothing() -> None:
    with_break = a_document(Paragraph("one"), PageBreak(), Paragraph("two"))

    assert plain(with_break) == plain(a_document(Paragraph("one"), Paragraph("two")))
