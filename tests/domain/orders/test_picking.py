"""Goods are taken where they expire first, walked to by the route, and scans fit or are refused."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.orders.delivery import MoreThanPlanned, NoSuchParcel, NotAnAmount, NotPicking
from app.domain.orders.picking import (
    MayNotGoOut,
    NotWanted,
    OtherLot,
    PickedAlready,
    Place,
    Scanned,
    chosen,
    fitting,
    in_route_order,
    into_parcel,
    spread,
)
from app.domain.shared.ids import DeliveryLineId, LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import LotStatus
from tests.dispatching import (
    DAY,
    PRODUCT,
    a_delivery,
    a_delivery_line,
    a_lot,
    all_picked,
    in_picking,
    lying,
    pieces,
)

TOMORROW, YESTERDAY = DAY + timedelta(days=1), DAY - timedelta(days=1)
LINE = DeliveryLineId(1)


def test_what_expires_first_goes_out_first() -> None:
    late, soon, never = a_lot("L", DAY + timedelta(days=90)), a_lot("S", TOMORROW), a_lot("N")

    found = chosen(pieces(7), (lying(5, never), lying(5, late, at=2), lying(3, soon, at=3)), DAY)

    assert [(one.lot, int(amount)) for one, amount in found] == [(soon, 3), (late, 4)]


def test_of_lots_that_keep_the_oldest_goes_first() -> None:
    new, old = a_lot("B"), a_lot("A", received_on=YESTERDAY)

    found = chosen(pieces(2), (lying(5, new), lying(5, old, at=2)), DAY)

    assert [(one.lot, int(amount)) for one, amount in found] == [(old, 2)]


def test_what_lies_without_lots_is_taken_by_the_route() -> None:
    found = chosen(pieces(8), (lying(5, at=1, route=20), lying(5, at=2, route=10)), DAY)

    assert [(one.spot.location_id, int(amount)) for one, amount in found] == [(2, 5), (1, 3)]


def test_a_lot_may_still_go_on_its_last_day() -> None:
    assert len(chosen(pieces(1), (lying(1, a_lot("T", DAY)),), DAY)) == 1


@pytest.mark.parametrize("status", [LotStatus.QUARANTINED, LotStatus.DAMAGED, LotStatus.RECALLED])
def test_what_is_not_in_order_never_goes_out(status: LotStatus) -> None:
    bad = a_lot("X", status=status)

    assert chosen(pieces(1), (lying(5, bad), lying(5, a_lot("E", YESTERDAY))), DAY) == ()


@given(
    st.lists(st.integers(0, 9), max_size=6),
    st.decimals(Decimal("0.000001"), 40, places=6).map(Quantity),
)
def test_no_more_is_chosen_than_asked_or_lies_there(free: list[int], asked: Quantity) -> None:
    spots = tuple(lying(amount, at=at) for at, amount in enumerate(free, 1))

    found = chosen(asked, spots, DAY)

    assert sum(amount for _one, amount in found) == min(asked, Decimal(sum(free)))
    assert all(0 < amount <= one.free for one, amount in found)


def test_two_lines_of_one_product_do_not_take_the_same_pieces() -> None:
    lines = (a_delivery_line(4), a_delivery_line(4, at=2))

    found = spread(lines, {PRODUCT: (lying(5, at=1, route=1), lying(5, at=2, route=2))}, DAY)

    assert [(line.location_id, int(line.quantity)) for line in found] == [(1, 4), (1, 1), (2, 3)]
    assert len({line.id for line in found}) == 3


def test_a_service_is_complete_as_it_is() -> None:
    (line,) = spread((a_delivery_line(2, product_id=ProductId(8)),), {}, DAY)

    assert (int(line.picked), line.location_id) == (2, None)


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
