"""Eight clerks at a server take each number once, and a server that dies loses nothing it said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.storage.offices import create_office, open_office
from tests.storage.faults.own_server import crash, own_server
from tests.storage.faults.server_clerks import run, wait_for
from tests.storage.faults.server_works import WORKS, issue, prepare

CLERKS, EACH = 8, 50
"""A twentieth of what ``python dev.py faults`` lets them issue."""
INVOICES = 10
CRASHES = 2


def crashes(server: Any, url: str) -> Callable[[], None]:
    def meanwhile() -> None:
        for turn in range(CRASHES):
            wait_for(url, (turn + 1) * EACH)
            crash(server)

    return meanwhile


def test_eight_clerks_take_every_number_once(bare_server: str) -> None:
    create_office(bare_server).close()
    prepare(bare_server)

    found = run(bare_server, CLERKS, EACH)

    assert (found.issued, found.rolled_back) == (CLERKS * EACH * 9 // 10, CLERKS * EACH // 10)
    assert (found.gaps, found.doubles, found.lost, found.broken) == (0, 0, 0, 0)


def test_eight_clerks_issue_whole_invoices_without_a_gap(bare_server: str) -> None:
    create_office(bare_server).close()
    WORKS["invoices"].prepare(bare_server)

    found = run(bare_server, CLERKS, INVOICES, work="invoices")

    assert (found.issued, found.rolled_back) == (CLERKS * INVOICES - CLERKS, CLERKS)
    assert (found.gaps, found.doubles, found.lost, found.broken) == (0, 0, 0, 0)


@pytest.mark.skipif(not Path("/proc").exists(), reason="the end of a server is seen in /proc")
def test_a_server_that_dies_loses_nothing_that_it_said() -> None:
    with own_server() as server:
        url = server.get_uri(driver="psycopg")
        create_office(url).close()
        prepare(url)

        found = run(url, CLERKS, 4 * EACH, crashes(server, url))

        assert (found.gaps, found.doubles, found.lost, found.broken) == (0, 0, 0, 0)
        assert (found.unknown, found.met > 0) == (0, True)
        assert found.issued + found.resolved >= CLERKS * 4 * EACH * 9 // 10
        office = open_office(url)
        assert issue(office, "Anna", is_given_up=False)
        office.close()
