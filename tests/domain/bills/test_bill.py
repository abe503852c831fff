from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.bills.bill import BillForm, BillLine, BillTax, check, differences, tidied

BILL = BillForm(
    supplier="Paahtimo Oy",
    number="7",
    issued_on=date(2026, 3, 1),
    due_on=date(2026, 3, 15),
    currency="EUR",
    account="FI4950009420028730",
    lines=(
        BillLine("Kahvi", Decimal(3), "kg", Decimal("10.00"), Decimal(14), Decimal("30.00")),
        BillLine("Alennus", net=Decimal("-5.00")),
    ),
    taxes=(BillTax(Decimal(14), Decimal("25.00"), Decimal("3.50")),),
    net=Decimal("25.00"),
    tax=Decimal("3.50"),
    gross=Decimal("28.50"),
)


def codes(form: BillForm) -> list[tuple[str, str]]:
    return [(one.code.removeprefix("bills."), one.field) for one in check(form)]


def test_what_adds_up_to_the_cent_has_no_problems() -> None:
    assert codes(BILL) == []


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"number": ""}, ("without-number", "number")),
        ({"issued_on": None}, ("without-day", "issued_on")),
        ({"supplier": ""}, ("without-supplier", "supplier")),
        ({"gross": None}, ("without-total", "gross")),
        ({"currency": "EURO"}, ("unknown-currency", "currency")),
        ({"currency": ""}, ("unknown-currency", "currency")),
        ({"payable": Decimal("1e15")}, ("too-large", "payable")),
    ],
)
def test_what_a_bill_cannot_be_without_is_told_at_its_field(
    parts: dict[str, Any], found: tuple[str, str]
) -> None:
    problems = [one for one in check(replace(BILL, **parts)) if not one.is_warning]

    assert [(one.code.removeprefix("bills."), one.field) for one in problems] == [found]


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"due_on": date(2026, 2, 1)}, [("due-before-issued", "due_on")]),
        ({"gross": Decimal("28.60")}, [("total-differs", "gross")]),
        ({"net": Decimal("26.00"), "gross": Decimal("29.50")}, [("lines-differ", "net")]),
        ({"tax": Decimal("3.60"), "gross": Decimal("28.60")}, [("taxes-differ", "tax")]),
        (
            {"taxes": (BillTax(Decimal(24), Decimal("25.00"), Decimal("3.50")),)},
            [("tax-differs", "taxes.0.amount")],
        ),
    ],
)
def test_what_does_not_add_up_warns_and_names_both_figures(
    parts: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    form = replace(BILL, **parts)

    assert codes(form) == found
    assert all(one.is_warning for one in check(form))
    for one in differences(form):
        assert one.facts["sum"] != one.facts["written"]


def test_a_line_that_is_not_quantity_times_price_is_told_at_its_place() -> None:
    wrong = replace(BILL.lines[0], net=Decimal("30.02"))
    lines = (BillLine("Otsikko"), wrong)

    (first, *_others) = differences(replace(BILL, lines=lines))

    assert (first.code, first.field) == ("bills.line-differs", "lines.1.net")
    assert dict(first.facts) == {"sum": "30.00", "written": "30.02"}


def test_sums_of_which_a_part_is_not_known_say_nothing() -> None:
    lines = (*BILL.lines, BillLine("Teksti"))

    assert codes(replace(BILL, lines=lines, net=Decimal(99), gross=None)) == [
        ("without-total", "gross")
    ]
    assert codes(replace(BILL, lines=(), taxes=())) == []


def test_an_account_or_a_vat_number_that_cannot_be_right_only_warns() -> None:
    form = replace(BILL, account="FI4950009420028731", vat_id="FI20774741")

    assert {one.field for one in check(form) if one.is_warning} == {"account", "vat_id"}
    assert codes(replace(BILL, account="123-456")) == []


def test_a_bill_is_kept_tidy() -> None:
    form = replace(
        BILL,
        supplier=" Paahtimo\nOy ",
        currency=" eur ",
        account="fi49 5000 9420 0287 30",
        lines=(*BILL.lines, BillLine()),
        taxes=(*BILL.taxes, BillTax()),
    )

    assert tidied(form) == BILL
