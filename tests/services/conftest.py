"""An office in a temporary folder, on a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.admin.company import Company
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY

LUMO = Company("Lumo & Suoni Oy", "FI", "EUR", "fi")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    database = Database(tmp_path, bytes(32), bytes(32))
    database.create_tables()
    with database.write() as unit:
        unit.company.add(LUMO)
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    yield opened
    opened.close()
