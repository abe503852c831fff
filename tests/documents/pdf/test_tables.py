from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.model import Align, Cell, Run, Table
from app.documents.pdf.pens import Pen
from app.documents.pdf.place import Place
from app.documents.pdf.render import render
from app.documents.pdf.tables import spans, table_pieces
from tests.documents.correspondence import a_document
from tests.documents.drawing import said_on
from tests.documents.reading import page_texts

PLACE = Place(50, 400, hang=100)


def a_table(rows: int = 2, columns: int = 2, **parts: object) -> Table:
    head = tuple(Cell((Run(f"Head{at}"),)) for at in range(columns))
    body = tuple(
        tuple(Cell((Run(f"r{row}c{at}"),), Align.RIGHT) for at in range(columns))
        for row in range(rows)
    )
    return replace(Table((head, *body)), **parts)  # type: ignore[arg-type]  # parts of any kind


def test_weights_share_out_the_width() -> None:
    found = spans(a_table(weights=(3, 1)), PLACE, Pen())

    assert found[0].width == pytest.approx(3 * found[1].width)
    assert found[1].x + found[1].width == pytest.approx(PLACE.right)


def test_without_weights_a_column_is_as_wide_as_it_needs() -> None:
    long = Cell((Run("a long text that needs much more room than the other one"),))
    table = Table(((long, Cell((Run("1"),))),), has_head=False)

    first, second = spans(table, PLACE, Pen())

    assert first.width > second.width


def test_a_table_of_many_columns_takes_the_whole_width() -> None:
    pieces = table_pieces(a_table(columns=6), PLACE)

    assert "Head5" in said_on(pieces)
    assert pieces[0].paint.spans[0].x == PLACE.edge  # type: ignore[attr-defined]  # it is Cells


def test_the_head_stands_on_every_page() -> None:
    document = replace(a_document("en"), blocks=(a_table(80),))

    texts = page_texts(render(document))

    assert len(texts) > 2
    assert all(text.count("Head0") == 1 for text in texts)
    assert sum(text.count("r79c0") for text in texts) == 1


def test_a_table_without_a_head_repeats_nothing() -> None:
    document = replace(a_document("en"), blocks=(a_table(80, has_head=False),))

    texts = page_texts(render(document))

    assert [text.count("Head0") for text in texts] == [1] + [0] * (len(texts) - 1)


def test_a_row_taller_than_a_page_is_divided() -> None:
    tall = Cell((Run("\n".join(f"line {at}" for at in range(150))),))
    document = replace(a_document("en"), blocks=(Table(((tall,),), has_head=False),))

    texts = page_texts(render(document))

    said = "".join(texts)
    assert len(texts) > 1
    assert all(f"line {at}" in said for at in range(150))


def test_short_rows_end_in_empty_cells() -> None:
    table = Table(((Cell((Run("a"),)), Cell((Run("b"),))), (Cell((Run("c"),)),)))

    assert {"a", "b", "c"} <= set(said_on(table_pieces(table, PLACE)).split())


@pytest.mark.parametrize("table", [Table(()), Table(((),))])
def test_a_table_of_nothing_is_nothing(table: Table) -> None:
    assert table_pieces(table, PLACE) == []
