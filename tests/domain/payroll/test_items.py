"""Items and tax cards: what is wrong is said at its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.payroll.items import check_card, check_item
from app.domain.shared.money import Money
from app.formats.payrolls import payroll_of
from tests.payrolls import a_card, an_item, eur

COMPONENTS = {one.code: one for one in payroll_of("FI").components}
LOAN = an_item("loan", eur("100"), rest=eur("900"))


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"component": "gold"}, "component", "payroll.component-unknown"),
        ({"component": "withholding"}, "component", "payroll.component-for-all"),
        ({"last_on": date(2019, 1, 1)}, "last_on", "payroll.item-ends-before"),
        ({"rest": None}, "rest", "payroll.figure-missing"),
        ({"amount": -eur("1")}, "amount", "payroll.below-nought"),
        ({"rest": Money(5, "THB")}, "rest", "payroll.item-currency"),
        ({"quantity": Decimal(-1)}, "quantity", "payroll.below-nought"),
        ({"percent": Decimal(1001)}, "percent", "payroll.percent-wrong"),
    ],
)
def test_what_is_wrong_with_an_item_is_said(
    change: dict[str, object], field: str, code: str
) -> None:
    wrong = replace(LOAN, **change)  # type: ignore[arg-type]  # fields by name

    assert [(one.field, one.code) for one in check_item(wrong, COMPONENTS, "EUR")] == [
        (field, code)
    ]


def test_an_item_without_any_figure_lacks_one() -> None:
    found = check_item(an_item("bonus"), COMPONENTS, "EUR")

    assert [(one.field, one.facts["name"]) for one in found] == [("amount", "amount")]


def test_hours_need_no_price_of_their_own() -> None:
    overtime = an_item("overtime", quantity=Decimal("4.5"), percent=Decimal(150))

    assert check_item(overtime, COMPONENTS, "EUR") == ()
    assert check_item(LOAN, COMPONENTS, "EUR") == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"valid_until": date(2019, 1, 1)}, "valid_until"),
        ({"percent": Decimal(101)}, "percent"),
        ({"percent_above": Decimal(-1)}, "percent_above"),
        ({"limit": -eur("1")}, "limit"),
        ({"allowances": -eur("1")}, "allowances"),
    ],
)
def test_what_is_wrong_with_a_card_is_said(change: dict[str, object], field: str) -> None:
    wrong = replace(a_card(), **change)  # type: ignore[arg-type]  # fields by name

    assert [one.field for one in check_card(wrong)] == [field]
    assert check_card(a_card()) == ()
