"""Copying: what a spreadsheet takes."""

from __future__ import annotations

from typing import Any

from app.ui.kit.copying import copied
from app.ui.kit.table import Column

COLUMNS: tuple[Column[Any], ...] = (
    Column("Name", lambda row: row[0]),
    Column("Total", lambda row: row[1], right=True),
)


def test_text_has_a_tab_between_cells_and_a_line_for_each_row() -> None:
    mime = copied(COLUMNS, [("Aamu", "1,00"), ("Lumo", "2,00")])

    assert mime.text() == "Name\tTotal\nAamu\t1,00\nLumo\t2,00"


def test_a_tab_or_a_line_end_inside_a_cell_breaks_no_row() -> None:
    mime = copied(COLUMNS, [("Aa\tmu\nOy", "1")])

    assert mime.text().split("\n")[1] == "Aa mu Oy\t1"


def test_the_table_shows_text_and_never_obeys_it() -> None:
    mime = copied(COLUMNS, [("<b>Aamu</b>", "1")])

    assert "&lt;b&gt;Aamu" in mime.html()
    assert '<td align="right">1</td>' in mime.html()
