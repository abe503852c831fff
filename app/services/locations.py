"""Locations: warehouses, their bins in the order of the way, and the places of goods elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from app.domain.shared.ids import LocationId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.places import (
    BINS_WRONG,
    MOST_BINS,
    MOST_LEVELS,
    NOT_EMPTY,
    check_location,
)
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_places import StockPlaces

_STRIDE = 10
"""How far the turns of bins made in one go are apart: others fit in between."""


STORED = frozenset({LocationKind.WAREHOUSE, LocationKind.BIN})
"""The kinds of place in which goods lie on our own shelves."""


@dataclass(frozen=True, slots=True)
class Bins:
    """Bins to be made in one go: ``A-{row}-{level}`` from the first to the last of each."""

    warehouse_id: LocationId
    prefix: str
    rows: int
    levels: int = 1


@query(Permission.STOCK_READ)
def all_of(desk: Desk) -> tuple[Location, ...]:
    """Return every location, warehouses first, then bins on the way through them."""
    kinds = list(LocationKind)

    def turn(one: Location) -> tuple[int, int, int, str]:
        return (kinds.index(one.kind), one.warehouse_id or one.id, one.route, one.code)

    return tuple(sorted(desk.store.locations.all(), key=turn))


@query(Permission.STOCK_READ)
def find(desk: Desk, words: str, limit: int = 20) -> tuple[Location, ...]:
    """Return the first warehouses and bins in use that have these words in code or name."""
    asked = words.casefold().split()
    kept = (one for one in all_of(desk) if one.kind in STORED and not one.is_closed)
    named = ((one, f"{one.code} {one.name}".casefold()) for one in kept)
    found = (one for one, text in named if all(word in text for word in asked))
    return tuple(islice(found, max(0, limit)))


@query(Permission.STOCK_READ)
def get(desk: Desk, location_id: LocationId) -> Location:
    """Return a location; raises NotFound."""
    return desk.store.locations.get(location_id)


@query(Permission.STOCK_READ)
def home_if_any(desk: Desk) -> Location | None:
    """Return the first warehouse, or none yet."""
    return StockPlaces(desk).home_if_any()


@command(Permission.STOCK_MOVE)
def home(desk: Desk) -> Location:
    """Return the first warehouse; where there is none, one is made."""
    return StockPlaces(desk).home()


@query(Permission.STOCK_READ)
def check(desk: Desk, location: Location) -> tuple[Problem, ...]:
    """Return everything that is wrong with a location."""
    return tuple(check_location(location, desk.store.locations.all()))


@command(Permission.STOCK_ARRANGE)
def save(desk: Desk, location: Location) -> Location:
    """Write a location, new or changed; raises Invalid, or Conflict if it changed since.

    Raises NotFound for a contact or a warehouse that is not there.
    """
    tidy = replace(location, code=location.code.strip(), name=location.name.strip())
    if tidy.contact_id is not None:
        desk.store.contacts.get(tidy.contact_id)
    if tidy.warehouse_id is not None:
        desk.store.locations.get(tidy.warehouse_id)
    require_right(check(desk, tidy))
    before = next((one for one in desk.store.locations.all() if one.id == tidy.id), None)
    if before is None:
        fresh = replace(tidy, version=1)
        desk.store.locations.add(fresh)
        return fresh
    current = desk.store.locations.current(tidy.id, tidy.version)
    _require_closable(desk, current, tidy)
    after = replace(tidy, version=current.version + 1)
    desk.store.locations.save(current, after)
    return after


@command(Permission.STOCK_ARRANGE)
def close(desk: Desk, location_id: LocationId) -> Location:
    """Put a place away in which nothing lies; raises Invalid. ``reopen`` undoes it."""
    before = desk.store.locations.get(location_id)
    return save(desk, replace(before, is_closed=True))


@command(Permission.STOCK_ARRANGE)
def reopen(desk: Desk, location_id: LocationId) -> Location:
    """Take a place back into use."""
    before = desk.store.locations.get(location_id)
    return save(desk, replace(before, is_closed=False))


@command(Permission.STOCK_ARRANGE)
def add_bins(desk: Desk, bins: Bins) -> tuple[Location, ...]:
    """Make the bins of a shelf, in the order of the way after those that are there.

    Raises NotFound without the warehouse, or Invalid.
    """
    require_right(tuple(_check_bins(bins)))
    desk.store.locations.get(bins.warehouse_id)
    known = list(desk.store.locations.all())
    theirs = (one.route for one in known if one.warehouse_id == bins.warehouse_id)
    route, made = max(theirs, default=0), []
    for code in _codes(bins):
        route += _STRIDE
        house = bins.warehouse_id
        fresh = Location(LocationId(new_id()), 1, LocationKind.BIN, code, "", house, route=route)
        require_right(tuple(check_location(fresh, known)))
        desk.store.locations.add(fresh)
        known.append(fresh)
        made.append(fresh)
    return tuple(made)


def _check_bins(bins: Bins) -> Iterator[Problem]:
    for field, number, most in (
        ("rows", bins.rows, MOST_BINS),
        ("levels", bins.levels, MOST_LEVELS),
    ):
        if not 1 <= number <= most:
            yield BINS_WRONG.at(field, most=most)


def _codes(bins: Bins) -> Iterator[str]:
    """Yield the codes of bins, level by level."""
    for row in range(1, bins.rows + 1):
        for level in range(1, bins.levels + 1):
            yield f"{bins.prefix.strip()}-{row:02}" + (f"-{level}" if bins.levels > 1 else "")


def _require_closable(desk: Desk, before: Location, after: Location) -> None:
    """Raise Invalid where a place is to be put away in which something lies."""
    if before.is_closed or not after.is_closed:
        return
    inside = [one.id for one in desk.store.locations.all() if one.warehouse_id == before.id]
    for place in (before.id, *inside):
        if desk.store.stock_levels.in_location(place):
            raise Invalid((NOT_EMPTY.at("is_closed", code=before.code),))
