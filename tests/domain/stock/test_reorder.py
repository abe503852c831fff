"""Reordering: enough of it, in whole packs, with every reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.ids import ContactId
from app.domain.shared.quantities import Quantity
from app.domain.stock.item import Reorder
from app.domain.stock.reorder import Coming, Supply, proposed
from tests.domain.strategies import decimals

TODAY = date(2026, 3, 10)


def some(value: int | str) -> Quantity:
    return Quantity(Decimal(value))


JOURNEY = Reorder(some(20), some(60), some(12), 7, ContactId(5))
STANDING = Supply(some(12), reserved=some(5), incoming=(Coming(some(10), date(2026, 3, 12)),))


def test_journey_18_orders_four_packs_of_twelve() -> None:
    found = proposed(JOURNEY, STANDING, TODAY)

    assert found is not None
    assert STANDING.free == 17
    assert found.need == 43
    assert found.quantity == 48
    assert found.arrives_on == date(2026, 3, 17)
    low, fills, packs, arrives = found.reasons
    assert dict(low.facts) == {
        "on_hand": "12",
        "incoming": "10",
        "reserved": "5",
        "free": "17",
        "least": "20",
    }
    assert dict(fills.facts) == {"most": "60", "need": "43"}
    assert dict(packs.facts) == {"need": "43", "pack": "12", "packs": "4", "quantity": "48"}
    assert arrives.facts["arrives_on"] == "2026-03-17"


@pytest.mark.parametrize("on_hand", [15, 16, 100])
def test_nothing_is_ordered_while_enough_is_there(on_hand: int) -> None:
    supply = Supply(some(on_hand), reserved=some(5), incoming=(Coming(some(10)),))

    assert proposed(JOURNEY, supply, TODAY) is None


def test_a_product_without_a_least_is_never_proposed() -> None:
    assert proposed(Reorder(), Supply(some(0), promised=some(5)), TODAY) is None


def test_a_least_without_a_most_fills_up_to_the_least() -> None:
    found = proposed(Reorder(some(20), pack=some(0)), Supply(some(12)), TODAY)

    assert found is not None
    assert found.quantity == 8
    assert [one.code for one in found.reasons][-1] == "reorder.without-supplier"


def test_what_comes_too_late_or_should_be_here_is_told() -> None:
    incoming = (
        Coming(some(2), date(2026, 3, 1)),
        Coming(some(3), date(2026, 4, 1)),
        Coming(some(1)),
    )

    found = proposed(JOURNEY, Supply(some(1), some(1), promised=some(4), incoming=incoming), TODAY)

    assert found is not None
    codes = [one.code for one in found.reasons]
    assert codes == [
        "reorder.low",
        "reorder.blocked",
        "reorder.fills",
        "reorder.packs",
        "reorder.arrives",
        "reorder.overdue",
        "reorder.late",
        "reorder.uncovered",
    ]
    assert found.reasons[-1].facts["missing"] == "4"


QUANTITIES = decimals(0, 10_000, 6).map(Quantity)
PACKS = decimals(0, 100, 6).filter(bool).map(Quantity)


@given(QUANTITIES, QUANTITIES, PACKS, QUANTITIES, st.lists(QUANTITIES, max_size=3), QUANTITIES)
def test_a_proposal_fills_up_with_the_fewest_whole_packs(  # noqa: PLR0917  each is a figure of its own
    least: Quantity,
    most: Quantity,
    pack: Quantity,
    on_hand: Quantity,
    incoming: list[Quantity],
    reserved: Quantity,
) -> None:
    supply = Supply(on_hand, reserved=reserved, incoming=tuple(map(Coming, incoming)))

    found = proposed(Reorder(least, most, pack), supply, TODAY)

    if found is None:
        assert supply.free >= least or not (least or most)
        return
    target = max(least, most)
    assert found.quantity % pack == 0
    assert supply.free + found.quantity >= target
    assert supply.free + found.quantity - pack < target
