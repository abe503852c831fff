"""Rows from a spreadsheet, as spreadsheets and people write them."""

from __future__ import annotations

import pytest

from app.ui.invoices.pasting import MOST, pasted_rows
from app.ui.invoices.rows import Field
from tests.ui.invoices.test_rows import a_reader

READER = a_reader("fi")


def pasted(text: str, column: int = 0) -> list[tuple[str, ...]]:
    return [row.texts for row, _read in pasted_rows(text, column, READER).rows.values()]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Lamppu\t2\tkpl\t129,90\n", ("Lamppu", "2", "kpl", "129,90")),
        ("Lamppu;2;kpl;129,90", ("Lamppu", "2", "kpl", "129,90")),
        ("Lamppu,2,kpl,129.90", ("Lamppu", "2", "kpl", "129,90")),
        ('"Lamppu, iso"\t"2"', ("Lamppu, iso", "2", "", "")),
        ('"Kaksi\nriviä"\t2', ("Kaksi\nriviä", "2", "", "")),
        ("Lamppu, iso", ("Lamppu, iso", "", "", "")),
    ],
)
def test_tabs_semicolons_and_commas_part_cells(text: str, cells: tuple[str, ...]) -> None:
    ((*found, _discount, _vat, _day, _choice),) = pasted(text)

    assert tuple(found) == cells


def test_the_first_cell_goes_where_the_cursor_stands() -> None:
    ((description, quantity, *_rest),) = pasted("5\tkpl", Field.QUANTITY)

    assert (description, quantity) == ("", "5")


def test_empty_lines_are_left_out_and_what_cannot_be_read_stays() -> None:
    rows = pasted("Lamppu\tmonta\n\n\nKaapeli\t2\n")

    assert [row[:2] for row in rows] == [("Lamppu", "monta"), ("Kaapeli", "2")]


def test_more_cells_than_columns_do_no_harm() -> None:
    assert pasted("a\t1\tb\t2\t3\t13\t\tmore\tand more")[0][:2] == ("a", "1")


def test_a_paste_has_an_end() -> None:
    assert len(pasted("x\t1\n" * (MOST + 5))) == MOST


def test_every_row_comes_read() -> None:
    ((row, read),) = pasted_rows("Lamppu\t2", 0, READER).rows.values()

    assert read == READER.read(row)


def test_headings_on_top_are_no_line_and_say_where_the_cells_go() -> None:
    found = pasted_rows("Qty\tDescription\tPrice\tTotal\n2\tLamppu\t129,90\t259,80", 3, READER)

    ((row, _read),) = found.rows.values()
    assert row.texts[:4] == ("Lamppu", "2", "", "129,90")
    assert found.had_headings


def test_lines_without_headings_are_all_lines() -> None:
    found = pasted_rows("Lamppu\t2\nKaapeli\t3", 0, READER)

    assert len(found.rows) == 2
    assert not found.had_headings
