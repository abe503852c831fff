"""A few flipped bits; ``python dev.py faults`` flips a thousand in each file."""

from __future__ import annotations

from tests.faults.flips import flips
from tests.faults.workers import Site

FLIPS = 15


def test_each_flipped_bit_is_found_or_nothing_hangs_on_it(where: Site) -> None:
    rows = list(flips(where, FLIPS))

    assert [row for row in rows if not row.is_good] == []
    assert {row.work for row in rows} == {"office", "archive", "keys", "backups"}
