"""An office with books over any database, ready to send goods."""

from __future__ import annotations

from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import opened_books


def a_shipping_office(database: Database) -> Office:
    """Return an office with its chart, series and one customer, on the day of the tests."""
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office
