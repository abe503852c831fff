"""People who came in with a PIN, for tests."""

from __future__ import annotations

from app.domain.shared.ids import EmployeeId
from app.services import own, pins
from app.services.office import Office
from app.services.permissions import SELF_SERVICE, Actor

GIVEN, CHOSEN = "258013", "471105"


def came_in(office: Office, person: EmployeeId) -> Office:
    """Return the office as a person sees it who was given a PIN and made an own one."""
    office.do(pins.give, person, GIVEN)
    came = as_oneself(office, person)
    assert came.do(own.change_pin, GIVEN, CHOSEN).result
    return came


def as_oneself(office: Office, person: EmployeeId) -> Office:
    """Return the same office as who came in with the PIN of a person sees it."""
    return Office(office.database, office.clock, Actor("Oneself", SELF_SERVICE, person))
