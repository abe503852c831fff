"""Clerks at one office on one computer, each at the pace of a quick person.

An office in a folder has one window: a second one is opened for reading. So its clerks are threads
of one program; clerks of several machines are those of a server, a process each.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import event

from app.domain.shared.ids import InvoiceId
from app.services import invoices
from app.services.office import Office
from tests.faults.served import half_of, office_at_a_server, row_of
from tests.faults.table import Row
from tests.faults.trade_works import issued_in
from tests.faults.work import closing, created, judged_at
from tests.faults.workers import Site
from tests.storage.faults.server_clerks import Took, run
from tests.trade import drafted, opened_books

FAULT = "paced clerks"
CLERKS = 8
PAUSE = 2.0
"""So many seconds lie between two invoices of one clerk, more or less: thirty in a minute."""


SCENES = {"one alone": 1, "eight at once": CLERKS}
AT_A_SERVER = "eight at a server"


def paced(where: Site, each: int, only: str = "") -> Iterator[Row]:
    """Let clerks issue so many invoices each, and tell how long one takes."""
    for name, clerks in SCENES.items():
        if only in name:
            yield _row(where, name, clerks, each)
    if only in AT_A_SERVER:
        yield at_a_server(each)


def at_a_server(each: int, pause: float = PAUSE) -> Row:
    """Let eight clerks issue whole invoices at a server; every tenth is given up and done again."""
    began = time.monotonic()
    with office_at_a_server("invoices") as url:
        found = run(url, CLERKS, each, work="invoices", pause=pause)
        half = half_of(url)
    seconds, note = time.monotonic() - began, half or noted(found.took)
    return row_of(FAULT, AT_A_SERVER, found, seconds, note, is_half=bool(half))


def _row(where: Site, name: str, clerks: int, each: int) -> Row:
    place, began = where.root / name.replace(" ", "-"), time.monotonic()
    place.mkdir()
    with closing(created(place)) as office:
        opened_books(office)
        drafts = [drafted(office).id for _ in range(clerks * each)]
        office.do(invoices.issue, drafted(office).id)
        took = _together(office, [drafts[at::clerks] for at in range(clerks)])
    verdict = judged_at(place, (), issued_in)
    seconds = time.monotonic() - began
    lost = clerks * each - len(took)
    return Row(FAULT, name, len(took), lost, verdict.half, verdict.chain, 0, seconds, noted(took))


def noted(took: Sequence[Took]) -> str:
    """Return what is told of the times."""
    ordered = sorted(one.seconds for one in took)
    points = {
        f"p{point}": ordered[min(len(ordered) - 1, len(ordered) * point // 100)]
        for point in (50, 95, 99)
    }
    share = sum(one.waited for one in took) / sum(ordered)
    told = ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in points.items())
    return f"{told}, {share:.0%} of it waiting for another"


def _together(office: Office, parts: Sequence[Sequence[InvoiceId]]) -> list[Took]:
    """Let clerks issue their drafts, all at once."""
    together, watch = threading.Barrier(len(parts)), Watch(office)

    def work(mine: Sequence[InvoiceId]) -> list[Took]:
        together.wait()
        return issue_paced(office, mine, watch)

    with ThreadPoolExecutor(len(parts)) as clerks:
        return [one for times in clerks.map(work, parts) for one in times]


class Watch:
    """Tells when each thread was let in: when its transaction had begun."""

    def __init__(self, office: Office) -> None:
        self._mine = threading.local()
        event.listen(office.database.rows.writer, "before_cursor_execute", self._note)

    def begin(self) -> float:
        """Begin to wait."""
        self._mine.let_in = None
        return time.perf_counter()

    def took(self, began: float) -> Took:
        """Return how long it was since then, and how long until the thread was let in."""
        return Took(time.perf_counter() - began, (self._mine.let_in or began) - began)

    def _note(self, _connection: object, _cursor: object, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN") and getattr(self._mine, "let_in", 0.0) is None:
            self._mine.let_in = time.perf_counter()


def issue_paced(office: Office, drafts: Sequence[InvoiceId], watch: Watch) -> list[Took]:
    """Issue drafts one after the other with a pause between, and return what each took."""
    chance, took = random.Random(drafts[0]), []  # noqa: S311  the same pauses every time
    for draft in drafts:
        time.sleep(chance.uniform(0.5, 1.5) * PAUSE)
        began = watch.begin()
        office.do(invoices.issue, draft)
        took.append(watch.took(began))
    return took
