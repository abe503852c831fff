"""Goods are taken where they expire first, walked to by the route, and scans fit or are refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.orders.delivery import MoreThanPlanned, NoSuchParcel, NotAnAmount, NotPicking
from app.domain.orders.picking import (
    MayNotGoOut,
    NotWanted,
    OtherLot,
    PickedAlready,
    Place,
    Scanned,
    fitting,
    in_route_order,
    into_parcel,
    parts_of,
    why_not,
)
from app.domain.shared.ids import DeliveryLineId, LocationId, LotId, ProductId
from app.domain.stock.choosing import Choice
from app.domain.stock.lot import LotStatus
from app.domain.stock.move import Spot
from tests.dispatching import (
    DAY,
    PRODUCT,
    a_delivery,
    a_delivery_line,
    a_lot,
    all_picked,
    in_picking,
    pieces,
)

TOMORROW = DAY + timedelta(days=1)
LINE = DeliveryLineId(1)


def test_a_line_is_divided_by_the_spots_that_it_is_picked_from() -> None:
    spots = (Spot(PRODUCT, LocationId(2), LotId(8)), Spot(PRODUCT, LocationId(3)))
    choices = (Choice(spots[0], pieces(4)), Choice(spots[1], pieces("1.5")))

    first, second = parts_of(a_delivery_line(9), choices)

    assert (first.location_id, first.lot_id, first.quantity) == (2, 8, pieces(4))
    assert (second.location_id, second.lot_id, second.quantity) == (3, None, pieces("1.5"))
    assert first.id == LINE != second.id
    assert parts_of(a_delivery_line(9), ()) == ()


@pytest.mark.parametrize("status", list(LotStatus))
def test_only_what_is_in_order_may_go_out(status: LotStatus) -> None:
    reason = why_not(a_lot("X", status=status), DAY)

    assert reason == ("" if status is LotStatus.OK else status.value)


def test_a_lot_may_still_go_on_its_last_day() -> None:
    assert why_not(a_lot("T", DAY), DAY) == ""
    assert why_not(a_lot("T", DAY), TOMORROW) == "expired"


def test_one_walks_by_the_route_and_then_by_the_code() -> None:
    lines = [a_delivery_line(1, at, location_id=LocationId(at)) for at in (1, 2, 3)]
    lines.append(a_delivery_line(1, 4))
    places = {
        LocationId(1): Place(20, "A"),
        LocationId(2): Place(10, "C"),
        LocationId(3): Place(10, "B"),
    }

    assert [line.id for line in in_route_order(lines, places)] == [3, 2, 1, 4]


def test_a_scan_picks_one_of_the_first_line_with_room() -> None:
    one = in_picking(a_delivery_line(1), a_delivery_line(2, at=2))

    first = fitting(one, Scanned(PRODUCT), DAY)
    then = fitting(one.pick(first.id, first.picked), Scanned(PRODUCT, amount=pieces(2)), DAY)

    assert (first.id, int(first.picked)) == (1, 1)
    assert (then.id, int(then.picked)) == (2, 2)


def test_scans_that_do_not_fit_say_why() -> None:
    lot = a_lot("L1", TOMORROW)
    one = in_picking(a_delivery_line(2, lot_id=lot.id))

    with pytest.raises(NotWanted):
        fitting(one, Scanned(ProductId(99)), DAY)
    with pytest.raises(OtherLot):
        fitting(one, Scanned(PRODUCT, a_lot("L2")), DAY)
    with pytest.raises(MayNotGoOut) as refused:
        fitting(one, Scanned(PRODUCT, lot), TOMORROW + timedelta(days=1))
    with pytest.raises(PickedAlready):
        fitting(one, Scanned(PRODUCT, lot, pieces(3)), DAY)
    with pytest.raises(NotAnAmount):
        fitting(one, Scanned(PRODUCT, lot, pieces(0)), DAY)

    assert refused.value.facts["why"] == "expired"


def test_what_is_picked_already_and_what_is_not_picked_at_all_are_refused() -> None:
    with pytest.raises(PickedAlready):
        fitting(all_picked(), Scanned(PRODUCT), DAY)
    with pytest.raises(NotPicking):
        fitting(a_delivery(), Scanned(PRODUCT), DAY)


def test_a_line_is_divided_between_two_parcels_and_nothing_is_lost() -> None:
    one = into_parcel(all_picked(), LINE, 2, pieces(4))

    assert [(line.parcel, int(line.quantity), int(line.picked)) for line in one.lines] == [
        (1, 6, 6),
        (2, 4, 4),
    ]


def test_a_whole_line_goes_into_another_parcel() -> None:
    one = into_parcel(in_picking(), LINE, 3)

    assert [(line.parcel, int(line.quantity)) for line in one.lines] == [(3, 10)]


def test_parcels_that_cannot_be_are_refused() -> None:
    with pytest.raises(NoSuchParcel):
        into_parcel(in_picking(), LINE, 0)
    with pytest.raises(MoreThanPlanned):
        into_parcel(in_picking(), LINE, 2, pieces(11))
    with pytest.raises(NotAnAmount):
        into_parcel(in_picking(), LINE, 2, pieces(0))
