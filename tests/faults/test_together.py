"""Two programs that come at once; ``python dev.py faults`` lets four, and backs up fifty times."""

from __future__ import annotations

import pytest

from tests.faults.together import at_once, under_load
from tests.faults.workers import Site

PROGRAMS, BACKUPS = 2, 1


@pytest.mark.parametrize("name", ["import the same", "upgrade"])
def test_programs_do_the_same_in_turn_and_nothing_is_double(where: Site, name: str) -> None:
    row = at_once(where, name, PROGRAMS)

    assert row.is_good, row


def test_a_backup_that_is_made_while_somebody_works_is_whole(where: Site) -> None:
    row = under_load(where, BACKUPS)

    assert row.is_good, row
    assert row.runs == BACKUPS
