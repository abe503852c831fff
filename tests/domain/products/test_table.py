"""A product is one row of a table, in the columns an import reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.domain.products.table import FIELDS, Value, values_of
from tests.builders import a_product


def row_of(**parts: Any) -> dict[str, Value]:
    return dict(zip(FIELDS, values_of(a_product(**parts)), strict=True))


def test_each_name_has_the_column_of_its_language() -> None:
    row = row_of(names={"fi": "Vempain", "en": "Gadget"})

    assert (row["code"], row["name"], row["name_fi"], row["name_en"], row["name_th"]) == (
        "G-1",
        "Vempain",
        "Vempain",
        "Gadget",
        "",
    )


@pytest.mark.parametrize(("is_gross", "column"), [(False, "price"), (True, "price_gross")])
def test_a_price_stands_where_it_says_whether_vat_is_in_it(is_gross: bool, column: str) -> None:  # noqa: FBT001  a parameter of the test
    row = row_of(is_gross=is_gross)

    assert [name for name in ("price", "price_gross") if row[name]] == [column]
    assert row[column] == Decimal("129.9")
