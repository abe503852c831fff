"""A few kills of each work; ``python dev.py faults`` does a thousand."""

from __future__ import annotations

import pytest

from tests.faults.kills import killed
from tests.faults.workers import Site, Worker
from tests.faults.works import WORKS

KILLS = 2
NOT_HERE = {"import", "issue", "letter", "migrate-0001", "migrate-0002", "migrate-0003"}
"""Killed elsewhere in the suite, or much like the one that is killed here."""


@pytest.mark.parametrize("name", sorted(WORKS.keys() - NOT_HERE))
def test_a_kill_at_any_instant_loses_nothing_that_was_told_and_leaves_nothing_half(
    where: Site, worker: Worker, name: str
) -> None:
    row = killed(where, worker, WORKS[name], KILLS)

    assert row.is_good, row
    assert row.runs == KILLS
