"""What an office remembers of having forgotten: read back as written, ended once."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.admin.erased import ErasureState, erased
from app.domain.admin.erasure_plan import ErasurePlan, Going, Staying
from app.domain.shared.ids import ErasureId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

DAY, LAST = date(2026, 3, 10), date(2032, 12, 31)
STAYS = (Staying("invoice", 1, LAST, "Law"), Staying("document", 1, None, ""))
PLAN = ErasurePlan("contact", 7, 1, "Aino", (Going("card", 1),), STAYS, (), "X")


def test_an_erasure_is_read_back_as_it_was_written(database: Database) -> None:
    one = erased(ErasureId(1), PLAN, DAY, "Maija")
    with database.write() as unit:
        unit.erased.add(one)
        assert [change.record for change in unit.changes.noted] == ["erasure:1"]

    with database.read() as unit:
        assert unit.erased.all() == unit.erased.standing() == (one,)
        assert unit.erased.of("contact", 7) == unit.erased.get(ErasureId(1)) == one
        assert unit.erased.of("contact", 8) is None
        with pytest.raises(NotFound):
            unit.erased.get(ErasureId(2))


def test_two_cannot_end_the_same(database: Database) -> None:
    one = erased(ErasureId(1), PLAN, DAY, "Maija")
    ending = one.begin_end(date(2033, 1, 1), "Boon")
    with database.write() as unit:
        unit.erased.add(one)
        unit.erased.save(one, ending)
        with pytest.raises(Conflict):
            unit.erased.save(one, ending)
        unit.erased.save(ending, ending.end(("abc",)))
        (kept,) = unit.erased.standing()
        assert (kept.state, kept.files) == (ErasureState.ENDED, ("abc",))
