"""Disposals come back as they were written; two who change one do not overwrite each other."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.archive.disposal import Disposal, DisposalKind, DisposalRules, DisposalState
from app.domain.shared.ids import DisposalId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.domain.archive.test_disposal import ITEM
from tests.storage.test_documents import kept

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_list_is_kept_with_its_items(database: Database) -> None:
    document = kept(database)
    item = ITEM.__class__(document.id, "Bill", "bill", ITEM.day, ITEM.ground)
    state = DisposalState.PROPOSED
    new = Disposal(DisposalId(new_id()), 1, DisposalKind.DUE, state, "Maija", AT, (item,))

    with database.write() as unit:
        unit.disposals.add(new)
        assert unit.disposals.get(new.id) == new
        assert unit.disposals.listed() == {document.id}
        struck = unit.disposals.save(new, new.struck(document.id, "Ville", "court"))
        with pytest.raises(Conflict):
            unit.disposals.save(new, new.dropped())

    with database.read() as unit:
        assert unit.disposals.all() == (struck,)
        assert unit.disposals.listed() == frozenset()
        assert (unit.disposals.under_way(), unit.disposals.done()) == ((), ())
        with pytest.raises(NotFound):
            unit.disposals.get(DisposalId(1))


def test_rules_are_the_usual_ones_until_they_are_set(database: Database) -> None:
    usual, first, second = DisposalRules(), DisposalRules(1, 7), DisposalRules(2, 14)

    with database.write() as unit:
        assert unit.disposals.rules() == usual
        unit.disposals.save_rules(usual, first)
        unit.disposals.save_rules(first, second)
        with pytest.raises(Conflict):
            unit.disposals.save_rules(first, second)
        assert unit.disposals.rules() == second
