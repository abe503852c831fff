"""What cannot be an amount is told in words, before anything is done."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.ui.orders.deliveries.amounts import wrong_amount, wrong_amounts

TEN = Decimal(10)


@pytest.mark.parametrize("word", ["0", "-1", "many", "1.1234567", "0.0000001"])
def test_what_is_no_amount_is_named(word: str) -> None:
    assert word in wrong_amount(word, "Pump", TEN)


def test_more_than_there_is_says_how_much_there_is() -> None:
    assert wrong_amount("11", "Pump", TEN) == "Pump: at most 10."
    assert wrong_amount("10", "Pump", TEN) == ""
    assert wrong_amount("0", "Pump", TEN, Decimal(0)) == ""


def test_of_one_line_there_must_be_some() -> None:
    lines = [("Pump", TEN), ("Valve", TEN)]

    assert wrong_amounts(lines, ("", "2", "Too large")) == ""
    assert "at least" in wrong_amounts(lines, ("", " ", "Too large"))
    assert "Valve" in wrong_amounts(lines, ("1", "99"))
