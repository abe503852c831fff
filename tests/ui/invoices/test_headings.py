"""A row of headings is known by its words, in all our languages; a line is never taken for one."""

from __future__ import annotations

import pytest

from app.ui.invoices.headings import columns_of
from app.ui.invoices.rows import Field

D, Q, U, P, V = Field.DESCRIPTION, Field.QUANTITY, Field.UNIT, Field.PRICE, Field.VAT


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (["Description", "Qty", "Price"], (D, Q, P)),
        (["Kuvaus", "Määrä", "Yks.", "Hinta (€)", "ALV %"], (D, Q, U, P, V)),
        (["รายการ", "จำนวน", "หน่วย", "ราคา"], (D, Q, U, P)),
        (["QUANTITY", "description", "", "Unit price:"], (Q, D, None, P)),
        (["No.", "Item", "Description", "Qty", "Amount"], (None, D, None, Q, None)),
    ],
)
def test_headings_say_which_cell_stands_under_them(
    cells: list[str], columns: tuple[Field | None, ...]
) -> None:
    assert columns_of(cells) == columns


@pytest.mark.parametrize(
    "cells",
    [
        ["Work"],
        ["Work", "2", "h"],
        ["Lamp", "Price"],
        ["", ""],
        [],
        ["Total", "Sum"],
    ],
)
def test_what_may_be_a_line_is_no_row_of_headings(cells: list[str]) -> None:
    assert columns_of(cells) is None
