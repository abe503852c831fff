"""Binders hold ranges that do not overlap, each under a name of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.archive.codes import MOST_SERIAL
from app.domain.archive.serials import (
    Binder,
    RangeUse,
    SerialRange,
    binder_of,
    check_binder,
)
from app.domain.shared.ids import BinderId, SerialRangeId

A12 = Binder(BinderId(1), 1, "A 12", 1501, 1600)
A13 = Binder(BinderId(2), 1, "A 13", 1601, 1700)


def codes(one: Binder) -> set[str]:
    return {problem.code for problem in check_binder(one, (A12,))}


def test_a_binder_beside_another_is_right() -> None:
    assert codes(A13) == codes(A12) == set()
    assert binder_of(1600, (A12, A13)) == "A 12"
    assert binder_of(1701, (A12, A13)) == ""


def test_what_is_wrong_with_a_binder_is_named() -> None:
    assert codes(replace(A13, name="")) == {"binders.without-name"}
    assert codes(replace(A13, name="x" * 41)) == {"binders.long-name"}
    assert codes(replace(A13, name="a 12")) == {"binders.name-taken"}
    assert codes(replace(A13, first=1600)) == {"binders.overlaps"}
    assert codes(replace(A13, first=1800)) == {"binders.backwards"}
    assert codes(replace(A13, last=MOST_SERIAL + 1)) == {"binders.out-of-range"}
    assert "binders.out-of-range" in codes(replace(A13, first=0))


def test_a_range_counts_its_ends() -> None:
    taken = SerialRange(
        SerialRangeId(1), 5, 7, RangeUse.LABELS, datetime(2026, 1, 1, tzinfo=UTC), "Maija"
    )

    assert list(taken.numbers) == [5, 6, 7]
