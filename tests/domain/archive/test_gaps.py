"""Gaps count each sort by itself."""

from __future__ import annotations

from app.domain.archive.gaps import Gap, Gaps


def test_what_was_not_counted_is_none() -> None:
    gaps = Gaps({"voucher": 3}, ())

    assert [gaps.of(gap) for gap in Gap] == [3, 0, 0]
