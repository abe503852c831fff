"""Rows: named in the language of who looks."""

from __future__ import annotations

from app.domain.shared.ids import ProductId
from app.domain.stock.rows import OnHandRow
from tests.stocking import qty


def test_a_row_has_a_name_in_every_language() -> None:
    zero = qty("0")
    names = {"en": "Lamp", "fi": "Valaisin"}
    row = OnHandRow(ProductId(1), "L", names, "pcs", zero, zero, zero, zero, zero, 0, zero)

    assert (row.name_in("fi"), row.name_in("th")) == ("Valaisin", "Lamp")
