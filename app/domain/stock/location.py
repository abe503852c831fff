"""Locations: every piece is somewhere, and what is nowhere of ours was bought, sold or lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.shared.ids import ContactId, LocationId


class LocationKind(Enum):
    """What a location is; ours are counted and valued, the others are where goods come and go.

    A warehouse holds bins. ``TRANSIT`` is ours between two warehouses; ``CONSIGNED`` is ours at a
    customer's. Goods come from suppliers, go to customers, are lost or found, used up by the
    office, and come out of and go into production.
    """

    WAREHOUSE = "warehouse"
    BIN = "bin"
    TRANSIT = "transit"
    CONSIGNED = "consigned"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    LOSS = "loss"
    OWN_USE = "own-use"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Location:
    """A place for goods; ``route`` is its turn when one walks through the warehouse.

    ``warehouse_id`` is the warehouse that a bin stands in; ``contact_id`` the customer who has
    consigned goods.
    """

    id: LocationId
    version: int
    kind: LocationKind
    code: str
    name: str = ""
    warehouse_id: LocationId | None = None
    route: int = 0
    contact_id: ContactId | None = None
    is_closed: bool = False

    @property
    def told(self) -> str:
        """What it is called in lists: a place at a customer's by the customer, others by code."""
        is_theirs = self.kind is LocationKind.CONSIGNED and bool(self.name)
        return self.name if is_theirs else self.code
