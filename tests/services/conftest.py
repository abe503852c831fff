"""An office on each database, on a fixed day."""

from __future__ import annotations

import pytest

from app.domain.admin.company import Company
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY

LUMO = Company("Lumo & Suoni Oy", "FI", "EUR", "fi")


@pytest.fixture
def office(database: Database) -> Office:
    with database.write() as unit:
        unit.company.add(LUMO)
    return Office(database, FixedClock(TODAY), Actor("Maija"))
