"""A delivery goes from the plan to the customer step by step, and what went out stays out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.orders.delivery import (
    NO_CARRIAGE,
    Carriage,
    Delivery,
    DeliveryState,
    MoreThanPlanned,
    NoSuchLine,
    NoSuchParcel,
    NotAnAmount,
    NothingPicked,
    OutAlready,
    Proof,
    WithoutReason,
    WrongDay,
)
from app.domain.shared.ids import DeliveryLineId, MoveId
from app.domain.shared.quantities import TooManyPlaces
from app.domain.shared.refusals import Refusal
from tests.dispatching import (
    AT,
    DAY,
    a_delivery,
    a_delivery_line,
    all_picked,
    in_picking,
    pieces,
    shipped,
)

LINE = DeliveryLineId(1)
DEEDS: dict[str, Callable[[Delivery], Delivery]] = {
    "start": lambda one: one.start(one.lines),
    "pick": lambda one: one.pick(LINE, pieces(4)),
    "pick nothing": lambda one: one.pick(LINE, pieces(0)),
    "pack": lambda one: one.pack(NO_CARRIAGE),
    "ship": lambda one: one.ship("DN-1", DAY, AT, {}),
    "deliver": lambda one: one.deliver(Proof("Maija"), DAY),
    "cancel": lambda one: one.cancel("Wrong customer"),
    "carry": lambda one: one.carried(Carriage("Posti")),
}
LEGAL = {
    (DeliveryState.DRAFT, DeliveryState.PICKING),
    (DeliveryState.PICKING, DeliveryState.PACKED),
    (DeliveryState.PACKED, DeliveryState.SHIPPED),
    (DeliveryState.SHIPPED, DeliveryState.DELIVERED),
    (DeliveryState.DRAFT, DeliveryState.CANCELLED),
    (DeliveryState.PICKING, DeliveryState.CANCELLED),
    (DeliveryState.PACKED, DeliveryState.CANCELLED),
}
OUT = {DeliveryState.SHIPPED, DeliveryState.DELIVERED}


@given(st.lists(st.sampled_from(sorted(DEEDS)), max_size=12))
def test_a_delivery_makes_only_legal_moves_and_what_went_out_stays(steps: list[str]) -> None:
    one = a_delivery()
    for name in steps:
        before = one
        with suppress(Refusal):
            one = DEEDS[name](before)

        assert one.state is before.state or (before.state, one.state) in LEGAL
        assert before.state not in OUT or one.lines == before.lines
        assert one is before or one.version == before.version + 1
        assert all(0 <= line.picked <= line.quantity for line in one.lines)


def test_what_was_not_picked_stays_here_and_empty_lines_go() -> None:
    one = in_picking(a_delivery_line(10), a_delivery_line(5, at=2))

    packed = one.pick(LINE, pieces("7.5")).pack(Carriage(parcels=2))

    assert [(line.id, line.quantity) for line in packed.lines] == [(1, pieces("7.5"))]
    assert packed.carriage.parcels == 2


def test_a_delivery_has_as_many_parcels_as_its_lines_say() -> None:
    one = all_picked(a_delivery_line(1), a_delivery_line(1, at=2, parcel=3))

    assert one.pack(Carriage(parcels=1)).carriage.parcels == 3


@pytest.mark.parametrize("parcels", [1000, 10**9])
def test_no_delivery_has_a_thousand_parcels(parcels: int) -> None:
    with pytest.raises(NoSuchParcel):
        all_picked().pack(Carriage(parcels=parcels))


def test_nothing_picked_is_not_packed() -> None:
    with pytest.raises(NothingPicked):
        in_picking().pack(NO_CARRIAGE)


def test_no_more_is_picked_than_planned_and_nothing_below_zero() -> None:
    with pytest.raises(MoreThanPlanned):
        in_picking().pick(LINE, pieces("10.000001"))
    with pytest.raises(NotAnAmount):
        in_picking().pick(LINE, pieces(-1))
    with pytest.raises(TooManyPlaces):
        in_picking().pick(LINE, pieces("0.0000001"))
    with pytest.raises(NoSuchLine):
        in_picking().pick(DeliveryLineId(99), pieces(1))


def test_what_goes_out_keeps_the_moves_that_took_it_out() -> None:
    out = all_picked().pack(NO_CARRIAGE).ship("DN-7", DAY, AT, {LINE: MoveId(77)})

    assert (out.number, out.shipped_on, out.shipped_at) == ("DN-7", DAY, AT)
    assert out.lines[0].move_id == 77


def test_what_went_out_is_never_called_off() -> None:
    with pytest.raises(OutAlready):
        shipped().cancel("Too late")


def test_what_is_called_off_has_a_reason() -> None:
    with pytest.raises(WithoutReason):
        a_delivery().cancel("  ")


def test_goods_arrive_between_the_day_they_went_and_today() -> None:
    out = shipped()

    arrived = out.deliver(Proof(" Maija ", DAY + timedelta(days=1)), DAY + timedelta(days=2))

    assert (arrived.delivered_on, arrived.received_by) == (DAY + timedelta(days=1), "Maija")
    with pytest.raises(WrongDay):
        out.deliver(Proof("Maija", DAY - timedelta(days=1)), DAY)
    with pytest.raises(WrongDay):
        out.deliver(Proof("Maija", DAY + timedelta(days=1)), DAY)


def test_the_tracking_number_may_come_after_the_goods_went() -> None:
    out = shipped().carried(Carriage("Posti", "JJFI123"))

    assert out.carriage.tracking == "JJFI123"
    with pytest.raises(OutAlready):
        replace(out, state=DeliveryState.DELIVERED).carried(NO_CARRIAGE)
