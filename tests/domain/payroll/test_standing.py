"""Items and tax cards stand on a day as their days and what is left of them say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.payroll.component import PayItem
from app.domain.payroll.standing import (
    ItemStanding,
    card_standing,
    figures_named,
    pay_days_left,
    standing_of,
)
from tests.payrolls import LONG_AGO, a_card, a_component, an_item, eur

DAY = date(2026, 3, 10)
NEXT = DAY + timedelta(1)


@pytest.mark.parametrize(
    ("item", "standing"),
    [
        (an_item("bonus"), ItemStanding.RUNNING),
        (an_item("bonus", last_on=DAY), ItemStanding.RUNNING),
        (an_item("bonus", first_on=NEXT), ItemStanding.COMING),
        (an_item("bonus", last_on=DAY - timedelta(1)), ItemStanding.ENDED),
        (an_item("loan", rest=eur("0")), ItemStanding.SETTLED),
        (an_item("loan", rest=eur("0.01")), ItemStanding.RUNNING),
    ],
)
def test_an_item_stands_as_its_days_say(item: PayItem, standing: ItemStanding) -> None:
    assert standing_of(item, DAY) is standing


def test_a_card_stands_as_its_days_say() -> None:
    card = a_card()

    assert card_standing(card, DAY) is ItemStanding.RUNNING
    assert card_standing(replace(card, valid_until=LONG_AGO), DAY) is ItemStanding.ENDED


def test_a_loan_goes_on_until_nothing_is_left() -> None:
    assert pay_days_left(an_item("loan", eur("100"), rest=eur("1200"))) == 12
    assert pay_days_left(an_item("loan", eur("100"), rest=eur("1200.01"))) == 13
    assert pay_days_left(an_item("loan", rest=eur("1200"))) is None
    assert pay_days_left(an_item("bonus", eur("100"))) is None


def test_a_component_asks_for_the_figures_that_its_formula_names() -> None:
    assert figures_named(a_component("loan", "min(amount, rest)")) == {"amount", "rest"}
    assert figures_named(a_component("salary", "pay")) == frozenset()
