"""Work to invoice: what is wrong with it is named, and grouping changes no sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.billables.billable import (
    BillableKind,
    Grouping,
    Work,
    amount_of,
    check,
    lines_of,
    tidied,
)
from app.domain.shared.ids import ContactId
from app.domain.shared.quantities import Quantity, UnitPrice
from tests.builders import TODAY

CODES = {"standard", "zero"}
HOURS = Work(
    ContactId(7),
    BillableKind.TIME,
    TODAY,
    "Design",
    Quantity(Decimal("1.5")),
    "h",
    UnitPrice(Decimal(80)),
)


def problems_of(**parts: Any) -> list[tuple[str, str]]:
    found = check(replace(HOURS, **parts), "EUR", CODES, TODAY)
    return [(one.field, one.code) for one in found]


def test_whole_work_has_no_problem() -> None:
    assert problems_of() == []


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"customer_id": None}, ("customer_id", "billables.without-customer")),
        ({"text": "  "}, ("text", "billables.without-text")),
        ({"quantity": Quantity(Decimal(0))}, ("quantity", "billables.without-quantity")),
        ({"quantity": Quantity(Decimal(-1))}, ("quantity", "billables.without-quantity")),
        ({"price": UnitPrice(Decimal(-1))}, ("price", "billables.negative-price")),
        ({"done_on": TODAY + timedelta(1)}, ("done_on", "billables.day-to-come")),
        ({"done_on": date(2010, 1, 1)}, ("done_on", "billables.long-ago")),
        ({"vat": "gone"}, ("vat", "billables.unknown-vat")),
    ],
)
def test_what_is_wrong_is_named_at_its_field(
    parts: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert problems_of(**parts) == [problem]


def test_figures_that_cannot_be_kept_are_named() -> None:
    tiny, huge = Quantity(Decimal("0.0000001")), UnitPrice(Decimal(10) ** 11)

    assert ("quantity", "number.too-many-places") in problems_of(quantity=tiny)
    assert problems_of(quantity=Quantity(Decimal(10) ** 9), price=huge)


def test_texts_are_kept_on_one_line() -> None:
    assert tidied(replace(HOURS, text=" Two\nlines ")).text == "Two lines"


def test_each_work_is_a_line_and_alike_ones_are_one_when_summed() -> None:
    later = replace(HOURS, done_on=TODAY + timedelta(1), quantity=Quantity(Decimal(2)))
    dearer = replace(HOURS, price=UnitPrice(Decimal(90)))

    each = lines_of((later, HOURS, dearer), Grouping.EACH)
    summed = lines_of((later, HOURS, dearer), Grouping.SUMMED)

    assert [line.delivered_on for line in each] == [TODAY, TODAY, TODAY + timedelta(1)]
    assert [(line.quantity, line.price, line.delivered_on) for line in summed] == [
        (Decimal("3.5"), Decimal(80), TODAY + timedelta(1)),
        (Decimal(1) + Decimal("0.5"), Decimal(90), TODAY),
    ]


WORKS = st.lists(
    st.builds(
        replace,
        st.just(HOURS),
        done_on=st.dates(date(2025, 1, 1), TODAY),
        text=st.sampled_from(["Design", "Travel"]),
        quantity=st.decimals("0.25", 24, places=2).map(Quantity),
        price=st.sampled_from([UnitPrice(Decimal(80)), UnitPrice(Decimal("95.5"))]),
    ),
    max_size=12,
)


@given(WORKS)
def test_quantities_and_value_are_the_same_however_they_are_grouped(works: list[Work]) -> None:
    each, summed = (lines_of(works, grouping) for grouping in Grouping)

    assert sum(line.quantity for line in each) == sum(line.quantity for line in summed)
    assert sum(line.quantity * (line.price or 0) for line in each) == sum(
        line.quantity * (line.price or 0) for line in summed
    )
    assert len(summed) <= len(each) == len(works)


def test_an_amount_is_rounded_to_the_cent() -> None:
    work = replace(HOURS, quantity=Quantity(Decimal("0.333333")), price=UnitPrice(Decimal(10)))

    assert amount_of(work, "EUR").minor == 333
