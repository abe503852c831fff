"""Works on a disk with no byte left and with one page; ``python dev.py faults`` does them all."""

from __future__ import annotations

import pytest

from tests.faults.full import filled
from tests.faults.workers import NoDisk, Site, Worker
from tests.faults.works import SHORT

AMOUNTS = 2


@pytest.mark.parametrize("name", ["file 2", "keys", "migrate-0004", "restore"])
def test_a_full_disk_refuses_what_is_begun_and_is_read(
    where: Site, worker: Worker, name: str
) -> None:
    try:
        row = filled(where, worker, SHORT[name], AMOUNTS)
    except NoDisk:
        pytest.skip("A small disk needs root and tmpfs.")

    assert row.is_good, row
    assert row.runs == AMOUNTS
