"""Places of an office: its warehouses and bins, and the places where goods come and go."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from app.domain.shared.ids import ContactId, LocationId, new_id
from app.domain.shared.refusals import NotFound
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.places import HOME, VIRTUAL, is_ours, warehouse_of
from app.services.office import Desk


class StockPlaces:
    """Knows every location; what an office needs and has not yet is made when it is asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def _all(self) -> dict[LocationId, Location]:
        return {one.id: one for one in self._desk.store.locations.all()}

    @property
    def all(self) -> tuple[Location, ...]:
        """Return every location."""
        return tuple(self._all.values())

    @property
    def ours(self) -> frozenset[int]:
        """Return the locations in which goods are ours."""
        return frozenset(one.id for one in self._all.values() if is_ours(one))

    def get(self, location_id: LocationId) -> Location:
        """Return a location; raises NotFound."""
        found = self._all.get(location_id)
        if found is None:
            raise NotFound(record="location", id=location_id)
        return found

    def warehouse(self, location_id: LocationId) -> LocationId:
        """Return the warehouse that a location of ours is in; raises NotFound."""
        return LocationId(warehouse_of(self.get(location_id)))

    def of(self, kind: LocationKind) -> Location:
        """Return the place where goods of a kind of move come from or go to."""
        return self._first(kind) or self._made_alone(kind, VIRTUAL[kind])

    def home(self) -> Location:
        """Return the first warehouse that is open."""
        kind = LocationKind.WAREHOUSE
        return self._first(kind) or self._made_alone(kind, HOME)

    def home_if_any(self) -> Location | None:
        """Return the first warehouse that is open, or none: a question makes nothing."""
        return self._first(LocationKind.WAREHOUSE)

    def at_customer(self, contact_id: ContactId, name: str) -> Location:
        """Return the place of our goods at a customer's."""
        for one in self._all.values():
            is_theirs = one.contact_id == contact_id and not one.is_closed
            if one.kind is LocationKind.CONSIGNED and is_theirs:
                return one
        made = self._make(LocationKind.CONSIGNED, f"CONSIGNED-{len(self._all) + 1}")
        theirs = replace(made, contact_id=contact_id, name=name, version=made.version + 1)
        self._desk.store.locations.save(made, theirs)
        self._all[theirs.id] = theirs
        return theirs

    def _first(self, kind: LocationKind) -> Location | None:
        open_ones = (one for one in self._all.values() if not one.is_closed)
        return next((one for one in open_ones if one.kind is kind), None)

    def _made_alone(self, kind: LocationKind, code: str) -> Location:
        """Make a place that there is one of, unless another clerk has made it meanwhile."""
        self._desk.store.stock_items.take_turn()
        vars(self).pop("_all", None)
        return self._first(kind) or self._make(kind, code)

    def _make(self, kind: LocationKind, code: str) -> Location:
        taken = {one.code.casefold() for one in self._all.values()}
        free = code if code.casefold() not in taken else f"{code}-{len(taken) + 1}"
        made = Location(LocationId(new_id()), 1, kind, free)
        self._desk.store.locations.add(made)
        self._all[made.id] = made
        return made
