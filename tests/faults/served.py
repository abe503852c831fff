"""Clerks at a server of their own: what they issue at once, and that it dies under them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.faults.table import Row
from tests.faults.trade_works import issued_in
from tests.faults.workers import Site
from tests.storage.faults.own_server import crash, own_server
from tests.storage.faults.server_clerks import Figures, run, wait_for
from tests.storage.faults.server_works import WORKS

FAULT, CRASH = "server clerks", "server crash"
CLERKS = 8
ACKS_EACH = 800
"""So much is told as done for each time that a server dies."""


def served(_where: Site, each: int, only: str = "") -> Iterator[Row]:
    """Let eight clerks issue so many each at a server."""
    for work in WORKS:
        if only in work:
            yield _together(work, each)


def dying(_where: Site, crashes: int, only: str = "") -> Iterator[Row]:
    """Let a server die so often while eight clerks are told of so much as done."""
    if only in "numbers":
        yield _dying(crashes, ACKS_EACH * crashes // CLERKS)


def _together(work: str, each: int) -> Row:
    began = time.monotonic()
    with office_at_a_server(work) as url:
        found = run(url, CLERKS, each, work=work)
        half = half_of(url) if work == "invoices" else ""
    speed = f"{found.per_second:.0f} a second, p99 {found.p99_ms:.0f} ms"
    note = f"{speed}, {found.rolled_back} rolled back"
    return row_of(FAULT, work, found, time.monotonic() - began, half or note, is_half=bool(half))


def _dying(crashes: int, each: int) -> Row:
    began = time.monotonic()
    with own_server() as server:
        url = _office(server, "numbers")
        found = run(url, CLERKS, each, _crashing(server, url, crashes, crashes + 1, CLERKS * each))
    told = f"{crashes} crashes, {found.resolved} outcomes not known at first and resolved"
    return row_of(CRASH, "numbers", found, time.monotonic() - began, told)


def _crashing(server: Any, url: str, crashes: int, parts: int, acks: int) -> Callable[[], None]:
    """Let the server die so often while so much is told as done."""

    def meanwhile() -> None:
        for turn in range(crashes):
            wait_for(url, (turn + 1) * acks * 9 // 10 // parts)
            crash(server)

    return meanwhile


@contextmanager
def office_at_a_server(work: str) -> Iterator[str]:
    """Give the address of an office, made ready for a work, on a server of its own."""
    with own_server() as server:
        yield _office(server, work)


def _office(server: Any, work: str) -> str:
    url = str(server.get_uri(driver="psycopg"))
    create_office(url).close()
    WORKS[work].prepare(url)
    return url


def half_of(url: str) -> str:
    """Return what is not whole of the invoices on a server, or nothing."""
    office = Office(open_office(url), FixedClock(TODAY), Actor("Maija"))
    try:
        issued_in(office)
    except AssertionError as wrong:
        return repr(wrong)[:200]
    finally:
        office.close()
    return ""


def row_of(
    fault: str, work: str, found: Figures, seconds: float, note: str, *, is_half: bool = False
) -> Row:
    return Row(
        fault,
        work,
        found.issued,
        found.lost,
        found.gaps + found.doubles + is_half,
        found.broken,
        found.unknown,
        seconds,
        note,
    )
