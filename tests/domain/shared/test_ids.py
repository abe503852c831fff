"""Identities."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from app.domain.shared.ids import day_of, new_id


def test_ids_rise_and_fit_into_63_bits() -> None:
    ids = [new_id() for _ in range(2000)]

    assert ids == sorted(set(ids))
    assert all(0 < one < 2**63 for one in ids)


def test_ids_of_several_threads_are_never_the_same() -> None:
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(lambda _: new_id(), range(2000)))

    assert len(set(ids)) == 2000


def test_an_id_tells_the_day_it_was_made() -> None:
    assert abs((day_of(new_id()) - datetime.now(UTC).date()).days) <= 1
