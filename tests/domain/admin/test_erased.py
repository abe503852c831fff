"""An erasure is ended once, and what is known of it names nobody."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.admin.erased import ErasureState, erased
from app.domain.admin.erasure_plan import ErasurePlan, Going, Staying
from app.domain.shared.ids import ErasureId
from app.domain.shared.refusals import IllegalTransition

DAY, LAST = date(2026, 3, 10), date(2032, 12, 31)
PLAN = ErasurePlan(
    "contact", 7, 1, "Aino Kanerva", (Going("card", 1),), (Staying("invoice", 2, LAST, "Law"),), (),
    "Erased person 1001",
)  # fmt: skip


def test_what_stays_is_known_and_who_it_was_is_not() -> None:
    one = erased(ErasureId(1), PLAN, DAY, "Maija")

    assert (one.state, one.kept_until, one.ended_on) == (ErasureState.KEPT, LAST, None)
    assert "Aino" not in str(one)


def test_where_nothing_stays_it_is_ended_at_once() -> None:
    plan = ErasurePlan("contact", 7, 1, "Aino Kanerva", (Going("card", 1),), (), ())

    one = erased(ErasureId(1), plan, DAY, "Maija")

    assert (one.state, one.ended_on, one.ended_by) == (ErasureState.ENDED, DAY, "Maija")


def test_it_is_ended_once() -> None:
    ending = erased(ErasureId(1), PLAN, DAY, "Maija").begin_end(LAST, "Boon")
    ended = ending.end(("abc",))

    assert (ended.state, ended.ended_by, ended.files) == (ErasureState.ENDED, "Boon", ("abc",))
    for one in (ending, ended):
        with pytest.raises(IllegalTransition):
            one.begin_end(LAST, "Boon")
