"""Holds come back as they were written, and are lifted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.archive.holds import Hold
from app.domain.shared.ids import HoldId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def a_hold(name: str = "Audit") -> Hold:
    return Hold(HoldId(new_id()), 1, name, "Letter", "Maija", AT)


def test_holds_are_listed_the_newest_first(database: Database) -> None:
    old, new = a_hold(), a_hold("Court")

    with database.write() as unit:
        unit.holds.add(old)
        unit.holds.add(new)

        assert unit.holds.all() == (new, old)
        assert unit.holds.standing() == (old, new)
        assert unit.holds.get(old.id) == old
        with pytest.raises(NotFound):
            unit.holds.get(HoldId(1))


def test_a_hold_is_lifted_by_one_of_two(database: Database) -> None:
    hold = a_hold()
    with database.write() as unit:
        unit.holds.add(hold)

    with database.write() as unit:
        lifted = unit.holds.lift(hold, hold.lifted("Ville", "closed", AT))
        with pytest.raises(Conflict):
            unit.holds.lift(hold, hold.lifted("Maija", "closed", AT))

    with database.read() as unit:
        assert lifted == replace(hold.lifted("Ville", "closed", AT), version=2)
        assert unit.holds.standing() == ()
