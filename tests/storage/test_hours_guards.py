from __future__ import annotations

from app.storage.guards import ROW_GUARDS
from app.storage.hours_guards import HOURS_GUARDS
from app.storage.hours_tables import time_entry, time_week
from app.storage.released import released


def test_the_guards_of_hours_stand_in_every_office() -> None:
    columns = {one.name: one.columns.keys() for one in (time_week, time_entry)}
    assert set(released(HOURS_GUARDS, columns)) <= set(ROW_GUARDS)
    assert {one.table for one in HOURS_GUARDS} == {"time_week", "time_entry"}
