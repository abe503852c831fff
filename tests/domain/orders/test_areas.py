"""What goes the same way stands together, in the order of its way; nothing is left out."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.contacts.address import Address
from app.domain.orders.areas import LONGEST, Stop, areas_of
from app.domain.shared.ids import DeliveryId


def a_stop(at: int, postcode: str, country: str = "", **parts: object) -> Stop:
    address = Address(postcode=postcode, country=country, street=str(parts.pop("street", "")))
    return Stop(DeliveryId(at), f"Customer {at}", address, **parts)  # type: ignore[arg-type]  # as named


def test_deliveries_stand_by_the_first_signs_of_their_postcode() -> None:
    stops = [a_stop(1, "33100"), a_stop(2, "00100"), a_stop(3, "33 200"), a_stop(4, "")]

    found = areas_of(stops, 2, "FI")

    assert [(one.postcode, [stop.id for stop in one.stops]) for one in found] == [
        ("00", [2]),
        ("33", [1, 3]),
        ("", [4]),
    ]


def test_our_country_comes_first_and_streets_are_walked_in_order() -> None:
    stops = [
        a_stop(1, "10115", "DE"),
        a_stop(2, "33100", street="Vuolukatu 9"),
        a_stop(3, "33100", "FI", street="Alasinkatu 1"),
    ]

    ours, theirs = areas_of(stops, 5, "FI")

    assert (ours.country, [stop.id for stop in ours.stops]) == ("FI", [3, 2])
    assert (theirs.country, theirs.postcode) == ("DE", "10115")


def test_an_area_counts_its_parcels_weight_and_first_day() -> None:
    late, early = date(2026, 3, 12), date(2026, 3, 10)
    stops = [
        a_stop(1, "33100", parcels=2, weight_g=1500, planned_on=late),
        a_stop(2, "33200", parcels=1, weight_g=250, planned_on=early),
        a_stop(3, "33300"),
    ]

    (area,) = areas_of(stops, 1, "FI")

    assert (area.parcels, area.weight_g, area.first_day, area.towns) == (4, 1750, early, ())


@given(
    st.lists(st.tuples(st.text(max_size=7), st.sampled_from(["", "FI", "TH"])), max_size=8),
    st.integers(-3, 99),
)
def test_every_delivery_is_in_one_area(codes: list[tuple[str, str]], signs: int) -> None:
    stops = [a_stop(at, code, country) for at, (code, country) in enumerate(codes)]

    found = areas_of(stops, signs, "FI")

    assert sorted(one.id for area in found for one in area.stops) == list(range(len(codes)))
    assert all(len(area.postcode) <= LONGEST for area in found)
