"""Numbers that are taken and binders come back as they were kept, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.serials import Binder, RangeUse, SerialRange
from app.domain.shared.ids import BinderId, SerialRangeId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.domain.archive.papers import AT
from tests.storage.test_documents import kept

A12 = Binder(BinderId(new_id()), 1, "A 12", 1501, 1600, "bills")
LABELS = SerialRange(SerialRangeId(new_id()), 1, 80, RangeUse.LABELS, AT, "Maija")


def test_a_number_that_was_printed_counts_as_taken(database: Database) -> None:
    with database.write() as unit:
        before = unit.serials.highest()
        unit.serials.take(LABELS)

        assert (before, unit.serials.highest()) == (0, 80)
        assert unit.serials.ranges() == (LABELS,)
        assert unit.serials.holder(5) is None


def test_a_number_that_was_given_up_has_its_holder_still(database: Database) -> None:
    one = kept(database, serial=90)
    given = SerialRange(SerialRangeId(new_id()), 90, 90, RangeUse.GIVEN_UP, AT, "Maija", one.id)
    with database.write() as unit:
        held = unit.serials.holder(90)
        unit.documents.save(one, replace(one, serial=None))
        unit.serials.give_up(given)
        unit.serials.give_up(given)

        assert (held, unit.serials.holder(90), unit.serials.highest()) == (one.id, one.id, 90)
        assert unit.serials.ranges() == (given,)


def test_documents_are_found_by_a_range_of_numbers(database: Database) -> None:
    later, first = kept(database, serial=1502), kept(database, serial=1501)
    kept(database, serial=1601)

    with database.read() as unit:
        assert unit.serials.numbered(1501, 1600) == (first.id, later.id)


def test_binders_are_kept_changed_and_removed(database: Database) -> None:
    renamed = replace(A12, version=2, name="A 13")
    with database.write() as unit:
        unit.binders.add(A12)
        unit.binders.save(A12, renamed)

        assert unit.binders.all() == (renamed,)
        with pytest.raises(Conflict):
            unit.binders.save(A12, renamed)
        with pytest.raises(Conflict):
            unit.binders.remove(A12)
        unit.binders.remove(renamed)
        with pytest.raises(NotFound):
            unit.binders.get(A12.id)
