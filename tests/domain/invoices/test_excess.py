"""What was invoiced beyond a work is known by VAT code, and taken of the lines that have it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.crediting import Take, left_of
from app.domain.invoices.deducting import left_to_deduct
from app.domain.invoices.excess import excess_of, takes_of
from app.domain.invoices.invoice import Invoice, Kind, Line, State
from app.domain.shared.money import Money
from tests.builders import a_draft, a_line


def of_codes(sums: dict[str, str], kind: Kind = Kind.INVOICE, number: str = "") -> Invoice:
    rates = {"standard": "25.5", "reduced": "13.5"}
    lines = (a_line("1", price, rates[vat]) for vat, price in sums.items())
    day = date(2026, 3, 1) if number else None
    return replace(a_draft(*lines), kind=kind, number=number, issued_on=day)


@pytest.mark.parametrize(
    ("work", "before", "beyond"),
    [
        ({"standard": "700"}, {"standard": "800"}, {"standard": 100_00}),
        ({"standard": "700", "reduced": "50"}, {"standard": "800"}, {"standard": 100_00}),
        ({"standard": "700"}, {"standard": "700", "reduced": "10"}, {"reduced": 10_00}),
        ({"standard": "700"}, {"standard": "699.99"}, {}),
    ],
)
def test_what_is_too_much_is_told_by_vat_code(
    work: dict[str, str], before: dict[str, str], beyond: dict[str, int]
) -> None:
    paper = of_codes(before, Kind.DOWN_PAYMENT, "1")

    found = excess_of(of_codes(work), left_to_deduct((paper,)))

    assert {vat: amount.minor for vat, amount in found.items()} == beyond


@given(st.integers(1, 90_000), st.lists(st.integers(1, 50_000), min_size=1, max_size=4))
def test_no_line_gives_back_more_than_it_has_nor_all_more_than_is_too_much(
    excess: int, prices: list[int]
) -> None:
    lines: list[Line] = [a_line("1", str(Decimal(one) / 100), "25.5") for one in prices]
    paper = replace(a_draft(*lines), kind=Kind.PARTIAL, state=State.ISSUED)
    left = left_of(paper, ())

    takes = takes_of(paper, left, {lines[0].vat: Money(excess, "EUR")})

    given_back = [(take.amount or Decimal(0)) * 100 for take in takes]
    assert sum(given_back) == min(excess, sum(prices))
    assert all(
        back <= left[take.place].amount.minor for back, take in zip(given_back, takes, strict=True)
    )


def test_what_has_another_vat_code_is_left_alone() -> None:
    paper = of_codes({"standard": "80", "reduced": "20"}, Kind.PARTIAL, "1")

    takes = takes_of(paper, left_of(paper, ()), {"reduced": Money(5_00, "EUR")})

    assert takes == (Take(1, amount=Decimal("5.00")),)
