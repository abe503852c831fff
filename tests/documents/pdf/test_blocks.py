from __future__ import annotations

import pytest

from app.documents.model import (
    Beside,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    Paragraph,
    QrCode,
    Row,
    Tone,
    Totals,
)
from app.documents.pdf.blocks import label_width, pieces
from app.documents.pdf.place import Place
from tests.documents.drawing import said_on

PLACE = Place(50, 400)


def test_a_paragraph_is_one_piece_a_line() -> None:
    made = pieces(Paragraph("word " * 60), PLACE)

    assert len(made) > 2
    assert made[0].keep and made[-2].keep


def test_a_heading_stays_with_what_follows() -> None:
    assert all(piece.keep for piece in pieces(Heading("word " * 60), PLACE))


def test_the_rows_of_sums_stay_together() -> None:
    made = pieces(Totals((Fact("Net", "1"), Fact("VAT", "2"), Fact("Total", "3"))), PLACE)

    assert [piece.keep for piece in made] == [True, True, False]


@pytest.mark.parametrize(
    "block",
    [
        Facts((Fact("Account", "FI49"), Fact("Reference", "2026 00017")), "Payment"),
        Totals((Fact("Net", "FI49"), Fact("2026 00017", "Payment Account Reference"))),
        QrCode("content", "Payment Account FI49", ("Reference", "2026 00017")),
        Beside((Paragraph("Payment Account FI49"),), (Paragraph("Reference 2026 00017"),)),
    ],
)
def test_a_block_says_all_it_holds(block: Facts | Totals | QrCode | Beside) -> None:
    said = said_on(pieces(block, PLACE))

    words = ("Payment", "Account", "FI49", "Reference", "2026", "00017")
    assert [word for word in words if word not in said] == []


def test_a_code_too_full_is_written_out() -> None:
    said = said_on(pieces(QrCode("x" * 3000, "Scan"), PLACE))

    assert said.count("x") == 3000


def test_two_stacks_take_the_height_of_the_taller() -> None:
    short, tall = (Paragraph("a"),), (Paragraph("a"), Paragraph("b"), Paragraph("c"))

    together, alone = pieces(Beside(short, tall), PLACE), pieces(Beside((), tall), PLACE)

    assert len(together) == 1 and together[0].height == alone[0].height


def test_stacks_too_tall_for_one_piece_follow_each_other() -> None:
    rows = tuple(Row((str(at),)) for at in range(60))
    grid = Grid((Column("A"),), rows)

    made = pieces(Beside((grid,), (Totals((Fact("Total", "3"),)),)), PLACE)

    assert len(made) == 62


def test_figures_that_would_be_broken_in_half_a_page_get_the_whole() -> None:
    figures = ("999 999 999 999 999,99",) * 4
    grid = Grid(tuple(Column(name) for name in "ABCD"), (Row(figures),))

    made = pieces(Beside((grid,), (Totals((Fact("Total", "3"),)),)), Place(50, 480))

    assert len(made) == 3


def test_labels_take_half_the_width_at_most() -> None:
    assert label_width((Fact("label " * 30, ""),), Place(0, 300)) == 150


def test_a_strong_value_is_taller_written_than_a_plain_one() -> None:
    plain, strong = (
        pieces(Totals((Fact("T", "1", tone),)), PLACE)[0] for tone in (Tone.NORMAL, Tone.STRONG)
    )

    assert strong.height > plain.height
