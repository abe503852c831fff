from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.chart import Account, AccountKind
from app.domain.expenses.expense import ExpenseKind
from app.domain.expenses.making import (
    ClaimForm,
    ExpenseGround,
    LineForm,
    check,
    lines_of,
    tidied,
    vat_within,
)
from app.domain.expenses.tariffs import ExpenseLaw, Tariff
from app.domain.shared.ids import AccountId, DocumentId, EmployeeId
from app.domain.shared.money import Money, money
from app.domain.shared.quantities import rate
from app.domain.shared.vat import Category, RatePeriod, VatCode

TODAY = date(2026, 3, 10)
MEALS, ROADS, BANK = AccountId(1), AccountId(2), AccountId(3)
STANDARD = VatCode(
    "standard", Category.STANDARD, (RatePeriod(date(2024, 9, 1), rate(Decimal("25.5"))),)
)
REDUCED = VatCode(
    "reduced", Category.STANDARD, (RatePeriod(date(2026, 1, 1), rate(Decimal("13.5"))),)
)
CAR = Tariff(
    "car",
    ExpenseKind.MILEAGE,
    "km",
    Decimal("0.55"),
    date(2026, 1, 1),
    date(2026, 12, 31),
    "7440",
    "Vero 2026",
    TODAY,
    {"en": "Own car"},
)
DAY_AWAY = replace(CAR, code="full", kind=ExpenseKind.PER_DIEM, price=Decimal(54), checked_on=None)
GROUND = ExpenseGround(
    TODAY,
    "EUR",
    {
        MEALS: Account(MEALS, "7400", {"en": "Travel"}, AccountKind.EXPENSE),
        ROADS: Account(ROADS, "7440", {"en": "Mileage"}, AccountKind.EXPENSE),
        BANK: Account(BANK, "2000", {"en": "Capital"}, AccountKind.EQUITY),
    },
    {"standard": STANDARD, "reduced": REDUCED},
    ExpenseLaw((CAR, DAY_AWAY), (), frozenset({"standard", "reduced"})),
)
MEAL = LineForm(
    day=TODAY,
    text="Lunch",
    account_id=MEALS,
    amount=Decimal("23.40"),
    vat="reduced",
    document_id=DocumentId(1),
)
DRIVE = LineForm(ExpenseKind.MILEAGE, TODAY, "Turku", quantity=Decimal(212), tariff="car")
FORM = ClaimForm(EmployeeId(1), "Visit", (DRIVE, MEAL))


def codes(*lines: LineForm, ground: ExpenseGround = GROUND) -> list[tuple[str, str]]:
    found = check(tidied(replace(FORM, lines=lines)), ground)
    return [(one.field, one.code.removeprefix("expenses.")) for one in found]


@pytest.mark.parametrize(
    ("gross", "percent", "net", "vat"),
    [("23.40", "13.5", "20.62", "2.78"), ("12.00", "25.5", "9.56", "2.44")],
)
def test_vat_is_taken_out_of_the_gross_half_up(
    gross: str, percent: str, net: str, vat: str
) -> None:
    paid = money(Decimal(gross), "EUR")

    within = vat_within(paid, Decimal(percent))

    assert (str((paid - within).amount), str(within.amount)) == (net, vat)


@given(st.integers(0, 10**9), st.decimals(0, 30, places=1))
def test_net_and_vat_are_the_gross_and_vat_is_its_share(minor: int, percent: Decimal) -> None:
    gross = Money(minor, "EUR")

    vat = vat_within(gross, percent)

    assert 0 <= vat.minor <= minor
    exact = Decimal(minor) * percent / (100 + percent)
    assert abs(vat.minor - exact) <= Decimal("0.5")


def test_kilometres_are_paid_by_the_tariff_of_their_day() -> None:
    drive, meal = lines_of(FORM, GROUND)

    assert (str(drive.gross.amount), drive.account_id, drive.vat.minor) == ("116.60", ROADS, 0)
    assert (meal.vat_rate, meal.vat_code) == (Decimal("13.5"), "reduced")


def test_a_lower_price_may_be_agreed_and_a_higher_one_is_told() -> None:
    cheap, dear = (replace(DRIVE, price=Decimal(price)) for price in ("0.30", "0.60"))

    (line,) = lines_of(replace(FORM, lines=(cheap,)), GROUND)

    assert str(line.gross.amount) == "63.60"
    assert codes(cheap) == []
    assert codes(dear) == [("lines.0.price", "above-tariff")]


def test_a_tariff_that_nobody_checked_says_so() -> None:
    day = replace(DRIVE, kind=ExpenseKind.PER_DIEM, tariff="full", quantity=Decimal(2))

    assert codes(day) == [("lines.0.tariff", "tariff-unchecked")]


def test_a_day_without_a_tariff_or_a_rate_is_refused() -> None:
    early = date(2025, 12, 31)

    assert codes(replace(DRIVE, day=early)) == [("lines.0.tariff", "tariff-unknown")]
    assert codes(replace(MEAL, day=early)) == [("lines.0.vat", "vat-unknown")]
    assert codes(replace(DRIVE, tariff="full")) == [
        ("lines.0.tariff", "tariff-unknown"),
        ("lines.0.tariff", "tariff-unchecked"),
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"day": None}, ("lines.0.day", "without-day")),
        ({"day": date(2026, 3, 11)}, ("lines.0.day", "day-to-come")),
        ({"text": " "}, ("lines.0.text", "without-text")),
        ({"account_id": None}, ("lines.0.account_id", "without-account")),
        ({"account_id": BANK}, ("lines.0.account_id", "account-not-expense")),
        ({"amount": Decimal(0)}, ("lines.0.amount", "without-amount")),
        ({"amount": Decimal(-5)}, ("lines.0.amount", "without-amount")),
        ({"document_id": None}, ("lines.0.document_id", "without-receipt")),
        ({"vat": "none"}, ("lines.0.vat", "vat-unknown")),
        ({"currency": "SEK", "vat": ""}, ("lines.0.rate", "no-rate")),
        ({"currency": "XXX", "rate": Decimal(2)}, ("lines.0.currency", "money.unknown-currency")),
        ({"amount": Decimal(10) ** 16}, ("lines.0.amount", "money.too-large")),
    ],
)
def test_what_is_wrong_with_a_receipt_is_told_at_its_field(
    change: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert codes(replace(MEAL, **change)) == [problem]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"quantity": None}, ("lines.0.quantity", "without-quantity")),
        ({"quantity": Decimal("0.0000001")}, ("lines.0.quantity", "number.too-many-places")),
        ({"tariff": ""}, ("lines.0.tariff", "without-tariff")),
        ({"price": Decimal("0.0000001")}, ("lines.0.price", "number.too-many-places")),
    ],
)
def test_what_is_wrong_with_kilometres_is_told_at_its_field(
    change: dict[str, Any], problem: tuple[str, str]
) -> None:
    found = codes(replace(DRIVE, account_id=ROADS, **change))

    assert found == [problem]


def test_an_old_expense_warns() -> None:
    long_ago = replace(MEAL, day=date(2025, 3, 9), vat="")

    assert codes(long_ago) == [("lines.0.day", "long-ago")]


def test_money_of_another_country_is_converted_and_its_vat_is_a_cost() -> None:
    ground = replace(GROUND, rate=lambda _currency, _day: Decimal("0.09"))
    line = replace(MEAL, currency="sek", amount=Decimal(250))

    (made,) = lines_of(tidied(replace(FORM, lines=(line,))), ground)

    assert (made.gross, made.vat, made.net) == (
        Money(2250, "EUR"),
        Money(0, "EUR"),
        Money(2250, "EUR"),
    )
    assert made.foreign == Money(25000, "SEK")


def test_empty_lines_are_left_out_and_texts_are_tidy() -> None:
    ready = tidied(
        replace(FORM, purpose="  a  trip ", lines=(LineForm(), LineForm(ExpenseKind.MILEAGE)))
    )

    assert (ready.purpose, ready.lines) == ("a trip", ())
