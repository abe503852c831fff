"""Locations: a place at a customer's is called by the customer, others by their code."""

from __future__ import annotations

from app.domain.shared.ids import LocationId
from app.domain.stock.location import Location, LocationKind


def test_a_place_is_told_by_its_code_or_by_the_customer() -> None:
    shelf = Location(LocationId(1), 1, LocationKind.BIN, "A-01", "By the door")
    theirs = Location(LocationId(2), 1, LocationKind.CONSIGNED, "CONSIGNED-2", "Kahvila Aamu")

    assert (shelf.told, theirs.told) == ("A-01", "Kahvila Aamu")
