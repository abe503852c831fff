"""The stock list says its total, and whether its account says the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.stock_lists import Books, agreement
from app.documents.text import plain
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.reports import an_imprint, stock_list

IMPRINT = replace(an_imprint(), say=say_in("en"), formats=formats_in("en", "FI"))


@pytest.mark.parametrize(
    ("account", "booked", "told"),
    [
        ("1500", 1000, "Agrees with account 1500."),
        ("1500", 1250, "Account 1500 says 12.50: 2.50 more than the list."),
        ("1500", -50, "Account 1500 says -0.50: 10.50 less than the list."),
        ("", 0, "The chart has no account of the stock to compare with."),
    ],
)
def test_it_says_by_how_much_the_account_differs(account: str, booked: int, told: str) -> None:
    assert agreement(1000, Books(account, booked), IMPRINT) == told


def test_it_says_what_one_cost_where_something_lies() -> None:
    told = plain(stock_list())

    assert "7,5000" in told
    assert "910,00" in told
