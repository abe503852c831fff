"""A few calls that fail in each work of an office; ``python dev.py faults`` tries every one."""

from __future__ import annotations

import pytest

from tests.faults.calls import FAILURES, Failure, failed
from tests.faults.workers import Site, Worker
from tests.faults.works import WORKS

CALLS = 3


@pytest.mark.parametrize(
    ("name", "fails"),
    [
        ("backup", FAILURES[0]),
        ("erase", FAILURES[0]),
        ("keys", FAILURES[1]),
        ("keys", FAILURES[2]),
        ("restore", FAILURES[3]),
    ],
)
def test_a_call_that_fails_is_told_by_its_cause_and_leaves_nothing_half(
    where: Site, recorded_worker: Worker, name: str, fails: Failure
) -> None:
    row = failed(where, recorded_worker, WORKS[name], fails, CALLS)

    assert row.is_good, row
