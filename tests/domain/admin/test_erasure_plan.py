"""A plan of erasure says until when something stays, and what hinders it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.erasure_plan import (
    ErasurePlan,
    Hindrance,
    NotErasable,
    Staying,
    staying,
)
from app.domain.archive.retention import Clock, RetentionClass

LAW = RetentionClass("voucher", {}, 6, Clock.YEAR_END, "Kirjanpitolaki 2:10")
DAY = date(2026, 3, 10)


def a_plan(**parts: Any) -> ErasurePlan:
    return ErasurePlan(
        **{
            "kind": "contact",
            "id": 7,
            "version": 1,
            "name": "Aino",
            "goes": (),
            "stays": (),
            "hindrances": (),
            **parts,
        }
    )


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_what_stays_stays_for_the_years_of_the_law(newest: date) -> None:
    found = staying("invoice", 2, newest, LAW, 1)

    assert found == Staying("invoice", 2, date(newest.year + 6, 12, 31), "Kirjanpitolaki 2:10")


def test_what_no_law_knows_stays_until_somebody_knows() -> None:
    plan = a_plan(stays=(staying("mail", 1, DAY, None, 1),))

    assert plan.until is None
    assert not plan.is_over(date(2999, 1, 1))


def test_a_plan_is_over_the_day_after_the_last() -> None:
    ends = (date(2030, 12, 31), date(2032, 12, 31))
    plan = a_plan(stays=tuple(Staying("invoice", 1, one, "") for one in ends))

    assert plan.until == date(2032, 12, 31)
    assert not plan.is_over(date(2032, 12, 31))
    assert plan.is_over(date(2033, 1, 1))
    assert a_plan().is_over(DAY)


def test_what_hinders_is_named_first() -> None:
    plan = a_plan(hindrances=(Hindrance("legal-hold", 2), Hindrance("open-orders")))

    with pytest.raises(NotErasable) as refused:
        plan.require_free()

    assert refused.value.facts == {"why": "legal-hold", "count": 2}
    a_plan().require_free()
