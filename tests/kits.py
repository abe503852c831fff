"""A set of a mug and half a pound of tea, and bins that parts of it lie in."""

from __future__ import annotations

from dataclasses import replace

from app.domain.shared.ids import LocationId, ProductId, new_id
from app.domain.stock.item import Part
from app.domain.stock.location import Location, LocationKind
from app.services import locations, stock_items
from app.services.office import Office
from tests.shipping_desk import on_shelf
from tests.stocking import qty


def a_set(office: Office) -> tuple[ProductId, ProductId, ProductId]:
    """Return a set of one mug and half a pound of tea, with what lies of both."""
    mug, tea = on_shelf(office, "MUG", "3"), on_shelf(office, "TEA", "3")
    kit = on_shelf(office, "SET")
    item = office.ask(stock_items.get, kit)
    assert item is not None
    parts = (Part(mug, qty("1")), Part(tea, qty("0.5")))
    office.do(stock_items.save, replace(item, parts=parts, is_kit=True))
    return kit, mug, tea


def a_bin(office: Office, code: str, route: int) -> LocationId:
    """Return a new bin of the first warehouse, which has this turn on the way."""
    house = office.do(locations.home).result.id
    made = Location(LocationId(new_id()), 1, LocationKind.BIN, code, "", house, route)
    return office.do(locations.save, made).result.id
