"""Open items: nothing is settled beyond what is open, and age is counted from the due day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.invoice import Kind
from app.domain.payments.open_item import MoreThanOpen, aged, signed
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money, OtherCurrency
from tests.builders import TODAY
from tests.domain.payments.items import a_position, an_invoice, an_item, eur

LATER = TODAY + timedelta(days=5)


def test_an_issued_invoice_is_wholly_open() -> None:
    position = a_position(an_invoice())

    assert (position.amount_minor, position.open_minor) == (12550, 12550)
    assert position.settled_on is None


def test_a_credit_note_is_open_the_other_way() -> None:
    assert signed(eur("32.02"), Kind.CREDIT_NOTE) == -3202
    assert signed(eur("32.02"), Kind.INVOICE) == 3202


def test_a_part_leaves_the_rest_open() -> None:
    position = a_position(an_invoice()).settled(eur("25.50"), LATER)

    assert position.open == eur("100")
    assert position.settled_on is None


def test_the_last_part_settles_it_on_its_day() -> None:
    position = a_position(an_invoice()).settled(eur("125.50"), LATER)

    assert position.open_minor == 0
    assert position.settled_on == LATER


def test_what_is_undone_later_was_settled_in_between_and_is_not_any_more() -> None:
    settled = a_position(an_invoice()).settled(eur("125.50"), TODAY)

    again = settled.reopened(eur("125.50"), LATER)

    assert again.open == eur("125.50")
    assert again.settled_on is None
    assert again.settled(eur("125.50"), TODAY).settled_on == LATER


@pytest.mark.parametrize("amount", ["125.51", "0", "-1"])
def test_no_more_than_is_open_is_settled(amount: str) -> None:
    with pytest.raises(MoreThanOpen):
        a_position(an_invoice()).settled(eur(amount), TODAY)


def test_another_currency_settles_nothing() -> None:
    with pytest.raises(OtherCurrency):
        a_position(an_invoice()).settled(Money(100, "USD"), TODAY)


@given(st.lists(st.integers(1, 20_000), max_size=8))
def test_what_is_open_is_the_amount_less_what_settled_it(parts: list[int]) -> None:
    position = a_position(an_invoice())
    settled = 0
    for minor in parts:
        if settled + minor <= position.amount_minor:
            settled += minor
            position = position.settled(Money(minor, "EUR"), TODAY)

    assert position.open_minor == position.amount_minor - settled
    assert (position.settled_on is None) is (position.open_minor > 0)


def test_an_aged_list_has_a_column_for_every_month_late() -> None:
    lates = (0, 1, 30, 31, 60, 61, 90, 91)
    items = [an_item(an_invoice(number=place + 1), "10", late) for place, late in enumerate(lates)]

    (sums,) = aged(items, TODAY)

    assert sums.parts == (1000, 2000, 2000, 2000, 1000)
    assert sums.total_minor == 8000


def test_the_largest_debtor_stands_first() -> None:
    other = replace(an_item(an_invoice(2, "900")), contact_id=ContactId(8), customer_name="Zeta")

    names = [one.customer_name for one in aged([an_item(an_invoice(1)), other], TODAY)]

    assert names == ["Zeta", "Kahvila Aamu Oy"]
