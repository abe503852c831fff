"""Places: which locations are ours, and what a location must be before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.shared.problems import Problem, Rule
from app.domain.stock.location import Location, LocationKind

OURS = frozenset(
    {LocationKind.WAREHOUSE, LocationKind.BIN, LocationKind.TRANSIT, LocationKind.CONSIGNED}
)
"""What lies here belongs to us: it is counted and valued."""
VIRTUAL = {
    LocationKind.TRANSIT: "TRANSIT",
    LocationKind.SUPPLIER: "SUPPLIER",
    LocationKind.CUSTOMER: "CUSTOMER",
    LocationKind.LOSS: "LOSS",
    LocationKind.OWN_USE: "OWN-USE",
    LocationKind.PRODUCTION: "PRODUCTION",
}
"""Places that every office has once, by their codes."""
HOME = "MAIN"
LONGEST_CODE = 30
MOST_ROUTE = 10**9
MOST_BINS, MOST_LEVELS = 99, 9
"""How many bins, and levels of each, are made in one go: two digits and one of their codes."""

CODE_MISSING = Rule("stock.place-without-code")
CODE_TAKEN = Rule("stock.place-code-taken", "code")
CODE_LONG = Rule("stock.place-code-long", "most")
ROUTE_WRONG = Rule("stock.route-wrong", "most")
WITHOUT_WAREHOUSE = Rule("stock.bin-without-warehouse")
WITHOUT_CUSTOMER = Rule("stock.consigned-without-customer")
KIND_FIXED = Rule("stock.place-kind-fixed")
NOT_EMPTY = Rule("stock.place-not-empty", "code")
BINS_WRONG = Rule("stock.bins-wrong", "most")


def is_ours(location: Location) -> bool:
    """Say whether what lies in a location belongs to us."""
    return location.kind in OURS


def warehouse_of(location: Location) -> int:
    """Return the warehouse that a location of ours is in; transit and consigned are their own."""
    return location.warehouse_id or location.id


def check_location(location: Location, others: Iterable[Location]) -> Iterator[Problem]:
    """Yield what is wrong with a location among all the others."""
    known = {one.id: one for one in others}
    before = known.pop(location.id, None)
    yield from _code(location, known.values())
    if before is not None and before.kind is not location.kind:
        yield KIND_FIXED.at("kind")
    if not 0 <= location.route <= MOST_ROUTE:
        yield ROUTE_WRONG.at("route", most=MOST_ROUTE)
    house = known.get(location.warehouse_id) if location.warehouse_id else None
    is_house = house is not None and house.kind is LocationKind.WAREHOUSE and not house.is_closed
    if location.kind is LocationKind.BIN and not is_house:
        yield WITHOUT_WAREHOUSE.at("warehouse_id")
    if location.kind is LocationKind.CONSIGNED and location.contact_id is None:
        yield WITHOUT_CUSTOMER.at("contact_id")


def _code(location: Location, others: Iterable[Location]) -> Iterator[Problem]:
    code = location.code.strip()
    if not code:
        yield CODE_MISSING.at("code")
    elif len(code) > LONGEST_CODE:
        yield CODE_LONG.at("code", most=LONGEST_CODE)
    elif any(one.code.casefold() == code.casefold() for one in others):
        yield CODE_TAKEN.at("code", code=code)
