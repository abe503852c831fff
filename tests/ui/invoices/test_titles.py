"""Every cell of a line has its title, and the total one more."""

from __future__ import annotations

from app.ui.invoices.rows import Field
from app.ui.invoices.titles import TITLES, TOTAL


def test_each_cell_has_a_title_of_its_own() -> None:
    assert len(TITLES) == len(Field) + 1
    assert len(set(TITLES)) == len(TITLES)
    assert TITLES[TOTAL] == "Total"
