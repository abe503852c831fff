"""Numbers in tables of others are read as their writers meant them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.shared.foreign_numbers import decimal_mark_of, number_of


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("12", ",", "12"),
        ("12,50", ".", "12.50"),
        ("12.50", ",", "12.50"),
        ("1 234,50", ",", "1234.50"),
        ("1\u00a0234,50 €", ",", "1234.50"),
        ("1.234,50", ".", "1234.50"),
        ("1,234.50", ",", "1234.50"),
        ("1'234.50", ".", "1234.50"),
        ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"),
        ("1.234", ",", "1234"),
        ("1.234.567", ".", "1234567"),
        ("1,234,567", ",", "1234567"),
        ("−5", ".", "-5"),
        ("-0,000001", ",", "-0.000001"),
        ("25,5 %", ",", "25.5"),
    ],
)
def test_a_number_is_read_by_its_marks(text: str, mark: str, number: str) -> None:
    assert number_of(text, mark) == Decimal(number)


NO_NUMBERS = ["abc", "1,2,3.4.5x", "1e9", "--1", "12:30", "NaN", "1.2.3", "1,", ",5"]


@pytest.mark.parametrize("text", ["", "9" * 40, *NO_NUMBERS])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text, ".") is None


@pytest.mark.parametrize(
    ("cells", "delimiter", "mark"),
    [
        (["12,50", "3,0", "2026.1"], ",", ","),
        (["12.50", "x", "3,000"], ";", "."),
        (["a", "b"], ";", ","),
        (["a", "b"], ",", "."),
    ],
)
def test_the_mark_of_a_table_is_the_one_seen_most(
    cells: list[str], delimiter: str, mark: str
) -> None:
    assert decimal_mark_of([cells], delimiter) == mark
