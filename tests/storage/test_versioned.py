"""A row is replaced only by who read it as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.serials import Binder
from app.domain.shared.ids import BinderId, new_id
from app.domain.shared.refusals import Conflict
from app.storage.database import Database
from app.storage.serials import binder
from app.storage.versioned import replace_row

A12 = Binder(BinderId(new_id()), 1, "A 12", 1501, 1600)


def test_what_was_changed_since_is_not_written_over(database: Database) -> None:
    with database.write() as unit:
        unit.binders.add(A12)
        replace_row(unit.connection, binder, A12, {"id": 5, "version": 2, "name": "A 13"})

        with pytest.raises(Conflict) as refused:
            replace_row(unit.connection, binder, A12, {"version": 3, "name": "A 14"})

        assert refused.value.facts["record"] == "binder"
        assert unit.binders.all() == (replace(A12, version=2, name="A 13"),)
