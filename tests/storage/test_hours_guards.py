from __future__ import annotations

from app.storage.guards import ROW_GUARDS
from app.storage.hours_guards import HOURS_GUARDS


def test_the_guards_of_hours_stand_in_every_office() -> None:
    assert set(HOURS_GUARDS) <= set(ROW_GUARDS)
    assert {one.table for one in HOURS_GUARDS} == {"time_week", "time_entry"}
