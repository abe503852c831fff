"""Every open transaction has each store of people once."""

from __future__ import annotations

from app.storage.database import Database
from tests.databases import on_sqlite

STORES = (
    "wall",
    "employees",
    "employee_lists",
    "contracts",
    "departments",
    "calendars",
    "qualifications",
    "equipment",
    "checklist_templates",
    "checklists",
)


@on_sqlite
def test_a_store_is_made_when_it_is_first_asked_for(database: Database) -> None:
    with database.read() as unit:
        for name in STORES:
            assert getattr(unit, name) is getattr(unit, name)
