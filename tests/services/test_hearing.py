"""Whether work is still wanted is asked of whoever watches it."""

from __future__ import annotations

import pytest

from app.services.hearing import Hearing
from app.services.office import Cancelled, no_progress


def test_whoever_stops_the_work_is_heard_without_being_told_anything_new() -> None:
    told: list[tuple[int, int]] = []

    def watch(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) > 2:
            raise Cancelled

    hearing = Hearing(watch)
    hearing.tell(3, 7)

    assert not hearing.is_stopped()
    assert hearing.is_stopped()
    assert told == [(3, 7)] * 3
    with pytest.raises(Cancelled):
        hearing.tell(4, 7)


def test_work_that_nobody_watches_is_never_stopped() -> None:
    assert not Hearing(no_progress).is_stopped()
