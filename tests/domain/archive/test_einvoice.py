"""What does not add up in an e-invoice is told; rounding and what is not written are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.einvoice import (
    Doubt,
    Doubtful,
    EExtra,
    EInvoice,
    ELine,
    EParty,
    ETax,
    ETotals,
    Standard,
    doubts,
)

D = Decimal
GOOD = EInvoice(
    standard=Standard.UBL,
    number="1",
    is_credit=False,
    issued_on=date(2026, 3, 10),
    due_on=None,
    currency="EUR",
    seller=EParty("A"),
    buyer=EParty("B"),
    lines=(ELine("a", net=D(60)), ELine("only words"), ELine("b", net=D(50))),
    taxes=(ETax(D(10), D(100), D(10)),),
    totals=ETotals(D(100), D(10), D(110), D("60.02"), D(50), D("0.02")),
    extras=(EExtra("rebate", D(-10)),),
)


def test_what_adds_up_raises_no_doubts() -> None:
    assert doubts(GOOD) == ()


@pytest.mark.parametrize(
    ("totals", "found"),
    [
        ({"net": D(101), "gross": D(111), "payable": None}, {Doubt.LINES, Doubt.BASES}),
        ({"tax": D(11), "gross": D(111), "payable": None}, {Doubt.TAXES}),
        ({"gross": D(120), "payable": None}, {Doubt.GROSS}),
        ({"payable": D(110)}, {Doubt.PAYABLE}),
        ({"paid": None}, {Doubt.PAYABLE}),
        ({"net": None, "tax": None, "gross": None, "payable": None}, set()),
    ],
)
def test_a_sum_that_is_not_that_of_its_parts_is_told(
    totals: dict[str, Decimal | None], found: set[Doubt]
) -> None:
    odd = replace(GOOD, totals=replace(GOOD.totals, **totals))

    assert {one.doubt for one in doubts(odd)} == found


def test_both_figures_are_told() -> None:
    odd = replace(GOOD, totals=replace(GOOD.totals, payable=D(110)))

    assert doubts(odd) == (Doubtful(Doubt.PAYABLE, D("60.02"), D(110)),)


def test_what_is_missing_or_unreadable_is_told() -> None:
    odd = replace(GOOD, number="", issued_on=None, unreadable=("Amount: x",))

    assert [one.doubt for one in doubts(odd)] == [Doubt.NUMBER, Doubt.DAY, Doubt.UNREADABLE]
    assert doubts(odd)[2].text == "Amount: x"


def test_what_a_bank_is_told_of_a_finvoice_may_be_another_sum() -> None:
    odd = replace(GOOD, standard=Standard.FINVOICE, totals=replace(GOOD.totals, payable=D(0)))

    assert doubts(odd) == ()


@given(st.lists(st.decimals(-999, 999, places=2), min_size=1, max_size=30))
def test_a_cent_too_many_is_told_however_many_lines_there_are(nets: list[Decimal]) -> None:
    lines = tuple(ELine("a", net=net) for net in nets)
    bill = replace(GOOD, lines=lines, extras=(), taxes=(), totals=ETotals(sum(nets, D(0))))
    odd = replace(bill, totals=ETotals(sum(nets, D("0.01"))))

    assert doubts(bill) == ()
    assert [one.doubt for one in doubts(odd)] == [Doubt.LINES]


@given(st.lists(st.decimals(-999, 999, places=4), min_size=1, max_size=30))
def test_lines_with_more_decimals_than_the_sum_raise_no_doubts(nets: list[Decimal]) -> None:
    lines = tuple(ELine("a", net=net) for net in nets)
    whole = ETotals(sum(nets, D(0)).quantize(D("0.01"), ROUND_HALF_UP))

    found = doubts(replace(GOOD, lines=lines, extras=(), taxes=(), totals=whole))

    assert found == ()


def test_where_a_currency_has_no_cents_a_figure_is_rounded_to_the_coin() -> None:
    line = ELine("a", D(3), "H87", D("33.55"), net=D(101))
    tax = ETax(D(10), D(101), D(10))
    yen = replace(GOOD, currency="JPY", lines=(line,), taxes=(tax,), extras=(), totals=ETotals())

    assert doubts(yen) == ()
    assert {one.doubt for one in doubts(replace(yen, currency="EUR"))} == {Doubt.LINE, Doubt.TAX}


def test_a_line_that_is_not_quantity_times_price_is_told() -> None:
    right = ELine("a", D(3), "H87", D("20.00"), net=D(60))
    each = (
        replace(right, net=D("60.01")),
        replace(right, base=D(10)),
        replace(right, extras=(D(-6),)),
    )

    assert doubts(replace(GOOD, lines=(right, *GOOD.lines[1:]))) == ()
    for line in each:
        told = doubts(replace(GOOD, lines=(line, *GOOD.lines[1:]), totals=ETotals()))
        assert [one.doubt for one in told] == [Doubt.LINE]
        assert told[0].text == "a"


def test_a_line_with_its_base_and_its_discount_is_right() -> None:
    line = ELine("a", D(30), "H87", D("25.00"), net=D(60), base=D(10), extras=(D(-15),))

    assert doubts(replace(GOOD, lines=(line, *GOOD.lines[1:]))) == ()


@pytest.mark.parametrize(
    ("base", "tax", "is_told"),
    [("100", "25.50", False), ("100", "25.51", True), ("0.80", "0.21", False), ("10", "0", True)],
)
def test_tax_is_that_of_the_base_or_that_within_base_and_tax(
    base: str,
    tax: str,
    is_told: bool,  # noqa: FBT001  a parameter of the test
) -> None:
    odd = replace(GOOD, taxes=(ETax(D("25.5"), D(base), D(tax)),), totals=ETotals())

    assert ([one.doubt for one in doubts(odd)] == [Doubt.TAX]) == is_told


def test_a_currency_or_a_unit_that_nobody_knows_is_told() -> None:
    lines = [ELine("a", D(1), unit, D(60), net=D(60)) for unit in ("Stück", "QQQ", "H87", "XPP")]
    odd = replace(GOOD, currency="XYZ", lines=(*lines, lines[0]), totals=ETotals())

    assert [(one.doubt, one.text) for one in doubts(odd)] == [
        (Doubt.CURRENCY, "XYZ"),
        (Doubt.UNIT, "Stück"),
        (Doubt.UNIT, "QQQ"),
    ]
    assert doubts(replace(odd, currency="EUR", standard=Standard.FINVOICE)) == ()
